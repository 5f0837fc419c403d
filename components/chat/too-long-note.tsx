import { i18n } from '#i18n';
import { formatNumber } from '../../utils/platform/texts.ts';
import { Notice } from '../ui/notice.tsx';
import { MAX_QUESTION_LENGTH } from './question-limit.ts';
import { useAnnouncement } from './use-announcement.ts';

/** Says why a text was not taken: nothing is cut silently. `length` is what it would have come to. */
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
