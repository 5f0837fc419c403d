import { type RefObject, useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { formatNumber } from '../../../utils/platform/texts.ts';
import { Notice } from '../../ui/notice.tsx';
import { useAnnouncement } from '../services/chat-services.ts';
import { MAX_QUESTION_LENGTH } from './question-keys.ts';

/** Says why a text was not taken, since nothing is cut silently. `length` is the length that it would have had. */
export function TooLongNote({ length }: { length: number }) {
	const text = i18n.t('chat.tooLong', {
		length: formatNumber(length),
		limit: formatNumber(MAX_QUESTION_LENGTH),
	});
	useAnnouncement(text);
	return (
		<Notice look="warning" className="mb-2">
			{text}
		</Notice>
	);
}

/**
 * Refuses what would make the text too long before the text box lays it out: five megabytes would stop the window for
 * seconds. Nothing is cut: what is refused stays in the clipboard.
 *
 * @returns the length that was refused, until the next change; null otherwise
 */
export function useLengthLimit(box: RefObject<HTMLTextAreaElement | null>): number | null {
	const [refusedLength, setRefusedLength] = useState<number | null>(null);

	// This listens to the browser's own event, which `canType` raises, too. React's event of this name is put together
	// from other events, and does not tell of a drop.
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
