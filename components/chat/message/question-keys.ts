/**
 * Whether a key in a text box means “send”: Enter alone, and not one that confirms an input method's proposal.
 * Key code 229 is what Safari-like and older input methods send with the Enter that ends a composition.
 */
export function isSendKey(event: KeyboardEvent): boolean {
	return (
		event.key === 'Enter' &&
		!event.shiftKey &&
		!event.ctrlKey &&
		!event.altKey &&
		!event.metaKey &&
		!event.isComposing &&
		event.keyCode !== 229
	);
}

/** The longest question, in UTF-16 code units: about 100,000 tokens, and a text box that still answers at once. */
export const MAX_QUESTION_LENGTH = 400_000;
