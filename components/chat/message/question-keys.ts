import { keyOf } from '../../ui/key-of.ts';

/** Whether a key in a text box means “send”: Enter alone, and not one that confirms an input method's proposal. */
export function isSendKey(event: KeyboardEvent): boolean {
	return keyOf(event) === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey;
}

/** The longest question, in UTF-16 code units: about 100,000 tokens, and a text box that still answers at once. */
export const MAX_QUESTION_LENGTH = 400_000;
