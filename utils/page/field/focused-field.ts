/** What browsers offer to extensions beside what pages have: Chromium a function, Firefox a property of elements. */
interface ForExtensions {
	chrome?: { dom?: { openOrClosedShadowRoot?: (element: Element) => ShadowRoot | null } };
}

function shadowOf(element: Element): ShadowRoot | null {
	if (element.shadowRoot) return element.shadowRoot;
	if (!(element instanceof HTMLElement)) return null;
	const root: unknown = Reflect.get(element, 'openOrClosedShadowRoot');
	if (root instanceof ShadowRoot) return root;
	const { chrome }: ForExtensions = Object(globalThis);
	return chrome?.dom?.openOrClosedShadowRoot?.(element) ?? null;
}

/** A field of one of the kinds that the user writes in, as far as an answer may be written there. */
export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLElement;

const WRITTEN_IN = ['text', 'search', 'url', 'email', 'tel'];
/** What browsers and password managers fill in. */
const SECRET = /password|one-time-code|\bcc-/;
/** Editors that only take keys by a box, which they keep out of sight, and draw their text elsewhere. */
const TAKES_KEYS_ONLY = '.CodeMirror, .monaco-editor, .ace_editor';

export const isInput = (field: Field): field is HTMLInputElement => field instanceof HTMLInputElement;
export const isBox = (field: Field): field is HTMLInputElement | HTMLTextAreaElement =>
	isInput(field) || field instanceof HTMLTextAreaElement;

/** Whether what stands in a box is nobody else's business, also while the page shows it. */
export const isSecret = (box: HTMLInputElement | HTMLTextAreaElement): boolean =>
	box.type === 'password' || SECRET.test(box.autocomplete);

/** Whether an answer may be written there: never into passwords, codes, cards, or what the page keeps from being changed. */
export function isWritable(field: Field): boolean {
	if (isBox(field)) {
		if (isInput(field) && !WRITTEN_IN.includes(field.type)) return false;
		if (field.closest(TAKES_KEYS_ONLY)) return false;
		return !field.readOnly && !field.matches(':disabled') && !isSecret(field);
	}
	const state = (name: string) => field.getAttribute(name) === 'true';
	return field.isContentEditable && !state('aria-readonly') && !state('aria-disabled');
}

/** The whole of what can be edited around an element. */
function editingHost(element: HTMLElement): HTMLElement {
	let host = element;
	while (host.parentElement?.isContentEditable) host = host.parentElement;
	return host;
}

/** The field that has the focus of this document, also in shadow roots; null where there is none that may be written in. */
export function focusedField(): Field | null {
	let active = document.activeElement;
	for (let inner = active; inner; inner = shadowOf(inner)?.activeElement ?? null) active = inner;
	if (!(active instanceof HTMLElement)) return null;
	const field = isBox(active) ? active : editingHost(active);
	return isWritable(field) ? field : null;
}
