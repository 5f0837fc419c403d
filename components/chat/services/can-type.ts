/**
 * Whether a text may be added to a text box, at its cursor. What a script types raises no `beforeinput`, by which the box
 * holds its text to the limit of a message and says why: so it is raised here.
 */
export function canType(box: HTMLElement, text: string): boolean {
	return box.dispatchEvent(
		new InputEvent('beforeinput', { cancelable: true, inputType: 'insertText', data: text }),
	);
}
