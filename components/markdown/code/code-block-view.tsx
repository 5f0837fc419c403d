import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { downloadFile } from '../../ui/download-file.ts';
import { drawEach } from '../../ui/draw-each.ts';
import { useCopied } from '../../ui/use-copied.ts';
import type { CodeBlock } from '../read/blocks.ts';
import { codeFileName } from './file-name.ts';
import type { HighlightNode } from './highlight-node.ts';
import { languageLabel } from './languages.ts';
import { useHighlight } from './use-highlight.ts';

/** If there are more spans than this, only those near the viewport are laid out: laying out all at once would hold up the window. */
const MANY_SPANS = 50;

/** Code with its language, and buttons that wrap its lines, save it as a file and copy it. When it is coloured, only the children of `<code>` change. */
export function CodeBlockView({ block }: { block: CodeBlock }) {
	const code = useRef<HTMLElement>(null);
	const [isWrapped, setIsWrapped] = useState(false);
	const box = useRef<HTMLDivElement>(null);
	const isReached = useReached(box);
	const highlighted = useHighlight(code, block);
	return (
		<div ref={box} className="md-block md-code" dir="ltr">
			<div className="md-code-head">
				<span>{languageLabel(block.language)}</span>
				<CopyCode spans={block.spans} />
				{isReached && (
					<CodeTools block={block} isWrapped={isWrapped} onWrap={() => setIsWrapped(!isWrapped)} />
				)}
			</div>
			<pre className={isWrapped ? 'md-wrapped' : undefined}>
				<code ref={code} className={block.spans.length > MANY_SPANS ? 'md-long' : undefined}>
					{highlighted
						? drawHighlighted(highlighted)
						: drawEach(block.spans, (span, place) => <span key={place}>{span}</span>)}
				</code>
			</pre>
		</div>
	);
}

/** Whether the pointer or the focus has been on an element: an answer may hold hundreds of blocks, and few are touched. */
function useReached(box: RefObject<HTMLElement | null>): boolean {
	const [isReached, setIsReached] = useState(false);
	useEffect(() => {
		const element = box.current;
		if (!element || isReached) return;
		const reach = () => setIsReached(true);
		element.addEventListener('pointerenter', reach);
		element.addEventListener('focusin', reach);
		return () => {
			element.removeEventListener('pointerenter', reach);
			element.removeEventListener('focusin', reach);
		};
	}, [box, isReached]);
	return isReached;
}

interface CodeToolsProps {
	block: CodeBlock;
	isWrapped: boolean;
	onWrap: () => void;
}

/** Buttons that wrap the lines and save the code. Their signs stand in the style sheet, so as not to be part of the answer's text. */
function CodeTools({ block, isWrapped, onWrap }: CodeToolsProps) {
	const names = { wrap: i18n.t('markdown.wrap'), download: i18n.t('markdown.download') };
	return (
		<>
			<button
				type="button"
				className="md-tool md-wrap"
				aria-label={names.wrap}
				title={names.wrap}
				aria-pressed={isWrapped}
				onClick={onWrap}
			/>
			<button
				type="button"
				className="md-tool md-download"
				aria-label={names.download}
				title={names.download}
				onClick={() => downloadFile(new Blob([block.spans.join('')]), codeFileName(block.language))}
			/>
		</>
	);
}

/** Copies a block of code. */
function CopyCode({ spans }: { spans: readonly string[] }) {
	const [outcome, copy] = useCopied();
	return (
		<button type="button" onClick={() => copy(spans.join('').replace(/\n$/, ''))} aria-live="polite">
			{outcome === 'copied' && i18n.t('markdown.codeCopied')}
			{outcome === 'failed' && i18n.t('markdown.copyFailed')}
			{outcome === null && i18n.t('markdown.copyCode')}
		</button>
	);
}

/** What highlight.js found, as spans. */
function drawHighlighted(nodes: readonly HighlightNode[]): ReactNode {
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
