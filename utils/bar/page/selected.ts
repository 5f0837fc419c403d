import { type Box, isBox, isSecret } from '../../page/collect/box.ts';
import { focusedIn, isEditable, parentElement } from '../../page/collect/nodes.ts';

/** What is selected: from where to where in a document, or in a box of text. Two of them can be compared. */
export interface Selected {
	from: Node;
	fromOffset: number;
	/** Where the user has ended, which may be before where they began. */
	to: Node;
	toOffset: number;
}

/** What is selected, in a box or in the document; null where that is nothing, or a secret. */
export function selectedNow(): Selected | null {
	const active = focusedIn(document);
	if (isBox(active)) return selectedIn(active);
	const selection = window.getSelection();
	const { anchorNode, anchorOffset = 0, focusNode, focusOffset = 0 } = selection ?? {};
	if (!selection || !anchorNode || !focusNode || selection.isCollapsed) return null;
	// A click into an empty line selects a blank in some pages. Unlike the selection's own text, this needs no layout.
	if (selection.getRangeAt(0).toString().trim() === '') return null;
	return { from: anchorNode, fromOffset: anchorOffset, to: focusNode, toOffset: focusOffset };
}

function selectedIn(box: Box): Selected | null {
	const { selectionStart: start, selectionEnd: end } = box;
	if (isSecret(box) || start === null || end === null) return null;
	if (box.value.slice(start, end).trim() === '') return null;
	const [fromOffset, toOffset] = box.selectionDirection === 'backward' ? [end, start] : [start, end];
	return { from: box, fromOffset, to: box, toOffset };
}

/** The box of text in which something is selected; null where it is selected in the document. */
export const boxOf = ({ from }: Selected): Box | null => (isBox(from) ? from : null);

export const isSameSelected = (one: Selected, other: Selected): boolean =>
	one.from === other.from &&
	one.fromOffset === other.fromOffset &&
	one.to === other.to &&
	one.toOffset === other.toOffset;

/** Whether what is selected can be written over by the user. */
export function isInField(selected: Selected): boolean {
	const box = boxOf(selected);
	if (box) return !box.readOnly && !box.disabled;
	const { from } = selected;
	const element = from instanceof HTMLElement ? from : parentElement(from);
	return element instanceof HTMLElement && isEditable(element);
}
