import { i18n } from '#i18n';
import { Notice } from '../ui/notice.tsx';
import { useAnnouncement } from './use-announcement.ts';

/** The database refused this answer: it is gone when the browser closes, unless there is room before. */
export function UnsavedNote() {
	const text = i18n.t('chat.unsaved');
	useAnnouncement(text);
	return (
		<Notice look="warning" className="mt-2">
			{text}
		</Notice>
	);
}
