/**
 * Changes an element's nodes, but not its text, and puts the reader's selection back where it was in the text.
 */
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

/** Where in the element's text a point is; null when it is outside. */
function offsetIn(element: HTMLElement, node: Node | null, offset: number): number | null {
	if (!node || !element.contains(node)) return null;
	const range = document.createRange();
	range.selectNodeContents(element);
	range.setEnd(node, offset);
	return range.toString().length;
}

function pointAt(element: HTMLElement, offset: number): [Node, number] {
	const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
	let rest = offset;
	for (let node = texts.nextNode(); node; node = texts.nextNode()) {
		const length = node.textContent?.length ?? 0;
		if (rest <= length) return [node, rest];
		rest -= length;
	}
	return [element, element.childNodes.length];
}
