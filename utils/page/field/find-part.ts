import { walkerOf } from '../collect/nodes.ts';

/** Where a text stands in another one: at the place where it was, else where it stands once; null where that is nowhere or not certain. */
export function placeOf(text: string, whole: string, wasAt: number): number | null {
	if (whole.startsWith(text, wasAt)) return wasAt;
	const first = whole.indexOf(text);
	return first === -1 || whole.includes(text, first + 1) ? null : first;
}

/** The range of a text in an element, where it stands there once: an editor may have drawn its content anew. */
export function rangeOf(text: string, element: Element): Range | null {
	const walker = walkerOf(document, element, NodeFilter.SHOW_TEXT);
	const nodes: { node: Node; from: number; to: number }[] = [];
	let whole = '';
	while (walker.nextNode()) {
		const { currentNode: node } = walker;
		const from = whole.length;
		whole += node.nodeValue ?? '';
		nodes.push({ node, from, to: whole.length });
	}
	const start = text === '' ? null : placeOf(text, whole, whole.length);
	if (start === null) return null;
	const end = start + text.length;
	const first = nodes.find(({ to }) => to > start);
	const last = nodes.find(({ to }) => to >= end);
	if (!first || !last) return null;
	const range = new Range();
	range.setStart(first.node, start - first.from);
	range.setEnd(last.node, end - last.from);
	return range;
}

/** All that is in an editor, from its first text to its last: editors know better of places in texts than of those around. */
export function contentOf(element: Element): Range {
	const range = new Range();
	range.selectNodeContents(element);
	const walker = walkerOf(document, element, NodeFilter.SHOW_TEXT);
	const first = walker.nextNode();
	let last = first;
	while (walker.nextNode()) last = walker.currentNode;
	if (first) range.setStart(first, 0);
	if (last) range.setEnd(last, last.nodeValue?.length ?? 0);
	return range;
}
