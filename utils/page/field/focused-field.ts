import { isBox, isSecret } from '../collect/box.ts';
import { attributeOf, isEditable, parentElement } from '../collect/nodes.ts';
import { focused } from '../collect/shadow.ts';

/** A field of one of the kinds that the user writes in, as far as an answer may be written there. */
export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLElement;

const WRITTEN_IN = ['text', 'search', 'url', 'email', 'tel'];
/** Editors that only take keys by a box, which they keep out of sight, and draw their text elsewhere. */
const TAKES_KEYS_ONLY = '.CodeMirror, .monaco-editor, .ace_editor';

export const isInput = (field: Field): field is HTMLInputElement => field instanceof HTMLInputElement;

/** Whether an answer may be written there: never into passwords, codes, cards, or what the page keeps from being changed. */
export function isWritable(field: Field): boolean {
	if (isBox(field)) {
		if (isInput(field) && !WRITTEN_IN.includes(field.type)) return false;
		if (field.closest(TAKES_KEYS_ONLY)) return false;
		return !field.readOnly && !field.matches(':disabled') && !isSecret(field);
	}
	const state = (name: string) => attributeOf(field, name) === 'true';
	return isEditable(field) && !state('aria-readonly') && !state('aria-disabled');
}

/** The whole of what can be edited around an element. */
function editingHost(element: HTMLElement): HTMLElement {
	let host = element;
	for (let around = parentElement(host); around instanceof HTMLElement && isEditable(around); ) {
		host = around;
		around = parentElement(host);
	}
	return host;
}

/** The field that has the focus of this document, also in shadow roots; null where there is none that may be written in. */
export function focusedField(): Field | null {
	const active = focused();
	if (!(active instanceof HTMLElement)) return null;
	const field = isBox(active) ? active : editingHost(active);
	return isWritable(field) ? field : null;
}
