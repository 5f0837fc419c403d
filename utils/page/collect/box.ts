/** What browsers and password managers fill in. */
const SECRET = /password|one-time-code|\bcc-/i;

export type Box = HTMLInputElement | HTMLTextAreaElement;

/** Whether an element is a box of text, or another field with a value. */
export const isBox = (element: unknown): element is Box =>
	element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

/** Whether what stands in a box is nobody else's business, also while the page shows it. */
export const isSecret = (box: Box): boolean =>
	box.type === 'password' || SECRET.test(box.getAttribute('autocomplete') ?? '');

/** What is selected in a box that holds no secret; '' if nothing is. */
export function selectedInBox(box: Box): string {
	const { selectionStart: start, selectionEnd: end, value } = box;
	return start === null || end === null || isSecret(box) ? '' : value.slice(start, end);
}
