import { isBox, isSecret, selectedInBox } from './box.ts';
import { focusedIn, hasKeyboard, isEditable, linesOf } from './nodes.ts';
import { focused } from './shadow.ts';

/** What a document has of what the user may ask about. */
export interface ReadSelection {
	/** The selected text, with its line breaks; empty where nothing is selected. */
	selected: string;
	/** The whole text of the field that has the focus; empty where none has. */
	field: string;
	/** Whether that field holds a secret, of which nothing is read. */
	isSecret: boolean;
	/** Whether the keyboard is in this document itself, and not in a frame in it. */
	hasKeyboard: boolean;
}

/** `toString` of a selection keeps the line breaks, which the browser's menu replaces by spaces. */
function selectedText(active: Element | null): string {
	return (isBox(active) && selectedInBox(active)) || (window.getSelection()?.toString() ?? '');
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
		return { selected: '', field: '', isSecret: true, hasKeyboard: keyboard };
	const [selected, field] = [selectedText(active), fieldText(active)];
	return { selected, field, isSecret: false, hasKeyboard: keyboard };
}
