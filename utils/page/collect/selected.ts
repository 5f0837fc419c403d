import { isBox, selectedInBox } from './box.ts';
import { childrenIn } from './nodes.ts';
import { focused, shadowOf } from './shadow.ts';

/** What the user has selected in a page. */
export interface Selected {
	/** The selected text of a text node; '' for none. */
	textIn(node: Text): string;
}

/**
 * The selection of this document. Of one in a shadow root Chromium tells as of nothing, at the root's host: only the root
 * itself knows more.
 */
export function selectionNow(): Selection | null {
	let selection = window.getSelection();
	for (let inner = selection; inner; inner = innerOf(inner)) selection = inner;
	return selection;
}

function innerOf({ isCollapsed, anchorNode, anchorOffset }: Selection): Selection | null {
	const host = isCollapsed && anchorNode instanceof Node ? childrenIn(anchorNode)[anchorOffset] : null;
	const root = host instanceof Element ? shadowOf(host) : null;
	const inner: unknown =
		root && 'getSelection' in root ? Reflect.apply(Object(root.getSelection), root, []) : null;
	return inner instanceof Selection && inner.rangeCount > 0 ? inner : null;
}

/** Firefox can have more than one range: columns of a table, pieces chosen with Ctrl. */
export const rangesOf = (selection: Selection): Range[] =>
	Array.from({ length: selection.rangeCount }, (_, at) => selection.getRangeAt(at));

/** The selected part of a text node, as a range of its own; null where nothing of it is selected. */
export function partIn(node: Text, range: Range): Range | null {
	if (!range.intersectsNode(node)) return null;
	const { startContainer, startOffset, endContainer, endOffset } = range;
	const part = new Range();
	part.setStart(node, node === startContainer ? startOffset : 0);
	part.setEnd(node, node === endContainer ? endOffset : node.data.length);
	return part;
}

/** What is selected in the page's text; null if nothing is. */
export function selectedInPage(): Selected | null {
	const selection = selectionNow();
	if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
	const ranges = rangesOf(selection);
	return {
		textIn: (node) => ranges.map((range) => partIn(node, range)?.toString() ?? '').join(''),
	};
}

/** What is selected in the text field that has the focus; '' if there is none, nothing is, or it holds a secret. */
export function selectedInField(): string {
	const active = focused();
	return isBox(active) ? selectedInBox(active) : '';
}
