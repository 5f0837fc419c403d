import { isBox, selectedInBox } from './box.ts';
import { focused } from './shadow.ts';

/** What the user has selected in a page. */
export interface Selected {
	/** The selected text of a text node; '' for none. */
	textIn(node: Text): string;
}

/** What is selected in the page's text; null if nothing is. */
export function selectedInPage(): Selected | null {
	const selection = window.getSelection();
	if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
	// Firefox can have more than one: columns of a table, pieces chosen with Ctrl.
	const ranges = Array.from({ length: selection.rangeCount }, (_, at) => selection.getRangeAt(at));
	return {
		textIn: (node) =>
			ranges
				.filter((range) => range.intersectsNode(node))
				.map(({ startContainer, startOffset, endContainer, endOffset }) =>
					node.data.slice(
						node === startContainer ? startOffset : 0,
						node === endContainer ? endOffset : node.data.length,
					),
				)
				.join(''),
	};
}

/** What is selected in the text field that has the focus; '' if there is none, nothing is, or it holds a secret. */
export function selectedInField(): string {
	const active = focused();
	return isBox(active) ? selectedInBox(active) : '';
}
