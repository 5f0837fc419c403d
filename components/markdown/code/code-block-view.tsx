import { type ReactNode, useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { drawEach } from '../../ui/draw-each.ts';
import type { CodeBlock } from '../read/blocks.ts';
import type { HighlightNode } from './highlight-node.ts';
import { languageLabel } from './languages.ts';
import { useHighlight } from './use-highlight.ts';

/** If there are more spans than this, only those near the viewport are laid out: laying out all at once would hold up the window. */
const MANY_SPANS = 50;

/** Code with its language and a button that copies it. When it is coloured, only the children of `<code>` change. */
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

/** How long the button shows whether copying worked, in milliseconds. */
const TOLD_MS = 2000;

/** Copies a block of code. */
export function CopyCode({ spans }: { spans: readonly string[] }) {
	const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);

	useEffect(() => {
		if (outcome === null) return;
		const timer = setTimeout(() => setOutcome(null), TOLD_MS);
		return () => clearTimeout(timer);
	}, [outcome]);

	function copy() {
		navigator.clipboard.writeText(spans.join('').replace(/\n$/, '')).then(
			() => setOutcome('copied'),
			() => setOutcome('failed'),
		);
	}

	return (
		<button type="button" onClick={copy} aria-live="polite">
			{outcome === 'copied' && i18n.t('markdown.codeCopied')}
			{outcome === 'failed' && i18n.t('markdown.copyFailed')}
			{outcome === null && i18n.t('markdown.copyCode')}
		</button>
	);
}

/** What highlight.js found, as spans. */
export function drawHighlighted(nodes: readonly HighlightNode[]): ReactNode {
	const drawn: ReactNode[] = [];
	for (const node of nodes) {
		if (typeof node === 'string') drawn.push(node);
		else {
			const [className, children] = node;
			drawn.push(
				<span key={drawn.length} className={className}>
					{drawHighlighted(children)}
				</span>,
			);
		}
	}
	return drawn;
}
