import { i18n } from '#i18n';
import { useAnnouncement } from '../services/chat-services.ts';

/** Stands in for a chat that the database cannot read. The window still belongs to that chat, so nothing can be asked. */
export function UnreadableChat() {
	const text = i18n.t('chat.unreadable');
	useAnnouncement(text);
	return (
		<div className="flex min-h-0 flex-1 flex-col overflow-y-auto px-4 py-6">
			<p className="m-auto max-w-96 text-center text-muted">{text}</p>
		</div>
	);
}
