import { useRef } from 'react';
import type { CodeBlock } from './blocks.ts';
import { CopyCode } from './copy-code.tsx';
import { drawEach } from './draw-each.ts';
import { drawHighlighted } from './draw-highlighted.tsx';
import { languageLabel } from './languages.ts';
import { useHighlight } from './use-highlight.ts';

/** Code of more spans than this is laid out span by span, where it is seen: all at once it would hold up the window. */
const MANY_SPANS = 50;

/** Code with its language and a way to copy it. Only the children of `<code>` change when it is coloured. */
export function CodeBlockView({ block }: { block: CodeBlock }) {
	const code = useRef<HTMLElement>(null);
	const highlighted = useHighlight(code, block);
	return (
		<div className="md-block md-code" dir="ltr">
			<div className="md-code-head">
				<span>{languageLabel(block.language)}</span>
				<CopyCode spans={block.spans} />
			</div>
			<pre>
				<code ref={code} className={block.spans.length > MANY_SPANS ? 'md-long' : undefined}>
					{highlighted
						? drawHighlighted(highlighted)
						: drawEach(block.spans, (span, place) => <span key={place}>{span}</span>)}
				</code>
			</pre>
		</div>
	);
}
