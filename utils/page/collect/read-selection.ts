import { isBox, isSecret, selectedInBox } from './box.ts';
import { focusedIn, hasKeyboard, isEditable, linesOf } from './nodes.ts';
import { seenSelection } from './seen-selection.ts';
import { selectionNow } from './selected.ts';
import { focused } from './shadow.ts';

/** What a document has of what the user may ask about. */
export interface ReadSelection {
	/** The selected text that a reader sees, with its line breaks; empty where there is none. */
	selected: string;
	/** All of the selected text, as the browser's menu has it, but for spaces. */
	whole: string;
	/** The whole text of the field that has the focus; empty where none has. */
	field: string;
	/** Whether that field holds a secret, of which nothing is read. */
	isSecret: boolean;
	/** Whether the keyboard is in this document itself, and not in a frame in it. */
	hasKeyboard: boolean;
}

function selectedText(active: Element | null): Pick<ReadSelection, 'selected' | 'whole'> {
	const inBox = isBox(active) ? selectedInBox(active) : '';
	if (inBox !== '') return { selected: inBox, whole: inBox };
	const selection = selectionNow();
	if (!selection) return { selected: '', whole: '' };
	return { selected: seenSelection(selection), whole: selection.toString() };
}

function fieldText(active: Element | null): string {
	if (isBox(active)) return active.value;
	return active instanceof HTMLElement && isEditable(active) ? linesOf(active) : '';
}

/** Reads what is selected in this document, and the field in it. */
export function readSelection(): ReadSelection {
	const active = focused();
	const keyboard = hasKeyboard(document) && !(focusedIn(document) instanceof HTMLIFrameElement);
	// Browsers tell of what is selected in a box as of what is selected in the page.
	if (isBox(active) && isSecret(active))
		return { selected: '', whole: '', field: '', isSecret: true, hasKeyboard: keyboard };
	return { ...selectedText(active), field: fieldText(active), isSecret: false, hasKeyboard: keyboard };
}
