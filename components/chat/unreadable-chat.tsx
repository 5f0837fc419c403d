import { i18n } from '#i18n';
import { useAnnouncement } from './use-announcement.ts';

/** In the place of a chat that the database refuses. The window still belongs to it: nothing is asked elsewhere. */
export function UnreadableChat() {
	const text = i18n.t('chat.unreadable');
	useAnnouncement(text);
	return (
		<main className="flex min-h-0 flex-1 flex-col overflow-y-auto px-4 py-6">
			<p className="m-auto max-w-96 text-center text-muted">{text}</p>
		</main>
	);
}
