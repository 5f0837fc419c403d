import { type RefObject, useEffect, useState } from 'react';
import { MAX_QUESTION_LENGTH } from './question-limit.ts';

/**
 * Refuses what would make the text too long before the text box lays it out: five megabytes would stop the window for
 * seconds. Nothing is cut: what is refused stays in the clipboard.
 *
 * @returns the length that was refused, until the next change; null otherwise
 */
export function useLengthLimit(box: RefObject<HTMLTextAreaElement | null>): number | null {
	const [refusedLength, setRefusedLength] = useState<number | null>(null);

	// The browser's own event: React's of this name is made of others, and knows nothing of a drop.
	useEffect(() => {
		const element = box.current;
		if (!element) return;
		const check = (event: InputEvent) => {
			const { value, selectionStart, selectionEnd } = element;
			const added = event.data?.length ?? event.dataTransfer?.getData('text/plain').length ?? 0;
			const length = value.length - (selectionEnd - selectionStart) + added;
			const isTooLong = added > 0 && length > MAX_QUESTION_LENGTH;
			if (isTooLong) event.preventDefault();
			setRefusedLength(isTooLong ? length : null);
		};
		element.addEventListener('beforeinput', check);
		return () => element.removeEventListener('beforeinput', check);
	}, [box]);

	return refusedLength;
}
