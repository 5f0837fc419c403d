import { i18n } from '#i18n';
import { plural } from '../../../utils/platform/texts.ts';
import type { ChatServices } from './chat-services.ts';
import { forgetDeleted } from './preload.ts';

/**
 * Deletes chats, with the answers that run in them, and offers to bring them back. Where the database had refused
 * something of a chat it is gone for good; a refusal of the deletion is told.
 */
export async function deleteChats(
	{ client, session, composer, undo, announcer }: ChatServices,
	chatIds: readonly string[],
): Promise<void> {
	const shownId = session.getState().chatId;
	const wasShown = shownId !== null && chatIds.includes(shownId);
	if (wasShown) session.startNew();
	const reply = await client.request({ type: 'discard-chats', chatIds: [...chatIds] });
	if (reply?.type !== 'discard-chats' || !reply.isDone) announcer.say(i18n.t('history.notChanged'));
	if (reply?.type !== 'discard-chats') return;
	void forgetDeleted();
	const kept = reply.chatIds;
	for (const chatId of chatIds) if (!kept.includes(chatId)) composer.discard(chatId);
	if (kept.length === 0) return;
	const text = kept.length === 1 ? i18n.t('chat.undo.deletedOne') : plural('chat.undo.deleted', kept.length);
	announcer.say(text);
	undo.offer({
		text,
		async undo() {
			const restored = await client.request({ type: 'restore-chats', chatIds: kept });
			const back = restored?.type === 'restore-chats' ? restored.chatIds : [];
			announcer.say(i18n.t(back.length < kept.length ? 'chat.undo.failed' : 'chat.undo.undone'));
			if (wasShown && back.includes(shownId) && session.getState().chatId === null) session.open(shownId);
		},
		end() {
			for (const chatId of kept) composer.discard(chatId);
			void client.request({ type: 'purge-chats', chatIds: kept });
		},
	});
}
