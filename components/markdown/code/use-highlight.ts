import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { CodeBlock } from '../read/blocks.ts';
import { highlight } from './highlight.ts';
import type { HighlightNode } from './highlight-node.ts';
import { findLanguage } from './languages.ts';

/** Longer code (in UTF-16 code units) is not coloured: thousands of spans cost more than they are worth. */
const LONGEST = 100_000;

/** Colours the code of a block once it is complete and near the viewport, and the browser is idle. */
export function useHighlight(
	element: RefObject<HTMLElement | null>,
	{ spans, language, isSettled }: CodeBlock,
): HighlightNode[] | null {
	const [highlighted, setHighlighted] = useState<{ code: string; nodes: HighlightNode[] } | null>(null);
	const id = findLanguage(language);
	const code = isSettled && id !== null ? spans.join('') : '';
	const isWanted = code !== '' && code.length <= LONGEST;

	useEffect(() => {
		const target = element.current;
		if (!target || !isWanted || id === null) return;
		const abort = new AbortController();
		whenNearAndIdle(target, abort.signal, async () => {
			const nodes = await highlight(code, id);
			if (nodes === null || abort.signal.aborted) return;
			keepSelection(target, () => flushSync(() => setHighlighted({ code, nodes })));
		});
		return () => abort.abort();
	}, [element, code, id, isWanted]);

	return isWanted && highlighted?.code === code ? highlighted.nodes : null;
}

/** Changes the nodes of an element, but not its text, and restores the reader's selection in that text. */
export function keepSelection(element: HTMLElement, change: () => void): void {
	const selection = document.getSelection();
	const { anchorNode, anchorOffset, focusNode, focusOffset } = selection ?? {};
	const anchor = offsetIn(element, anchorNode ?? null, anchorOffset ?? 0);
	const focus = offsetIn(element, focusNode ?? null, focusOffset ?? 0);
	change();
	if (!selection || !anchorNode || !focusNode || (anchor === null && focus === null)) return;
	const [startNode, start] = anchor === null ? [anchorNode, anchorOffset ?? 0] : pointAt(element, anchor);
	const [endNode, end] = focus === null ? [focusNode, focusOffset ?? 0] : pointAt(element, focus);
	selection.setBaseAndExtent(startNode, start, endNode, end);
}

/** The offset of a point in the element's text; null if the point is outside of it. */
export function offsetIn(element: Element, node: Node | null, offset: number): number | null {
	if (!node || !element.contains(node)) return null;
	const range = document.createRange();
	range.selectNodeContents(element);
	range.setEnd(node, offset);
	return range.toString().length;
}

/** The point in an element's text that `offsetIn` gave, as node and offset. */
export function pointAt(element: Element, offset: number): [Node, number] {
	const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
	let rest = offset;
	for (let node = texts.nextNode(); node; node = texts.nextNode()) {
		const length = node.textContent?.length ?? 0;
		if (rest <= length) return [node, rest];
		rest -= length;
	}
	return [element, element.childNodes.length];
}

/** How far outside the viewport counts as near. */
const NEAR = '600px';
/** How long to wait for an idle moment of the browser, in milliseconds. */
const PATIENCE_MS = 1000;

/** Calls `act` once, when the element has come near the viewport and the browser is idle. */
function whenNearAndIdle(element: Element, signal: AbortSignal, act: () => void): void {
	const observer = new IntersectionObserver(
		(entries) => {
			if (!entries.some((entry) => entry.isIntersecting)) return;
			observer.disconnect();
			requestIdleCallback(
				() => {
					if (!signal.aborted) act();
				},
				{ timeout: PATIENCE_MS },
			);
		},
		{ rootMargin: NEAR },
	);
	observer.observe(element);
	signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
