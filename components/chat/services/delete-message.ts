import { i18n } from '#i18n';
import type { PathEntry } from '../../../utils/chat/tree.ts';
import type { ChatServices } from './chat-services.ts';
import { deleteChats } from './delete-chats.ts';
import { forgetDeleted } from './preload.ts';

/**
 * The messages that can be deleted together while all that follows them stays: an answer, or a question with its answer.
 * Null where nothing follows, and where another version of them would be left without its place.
 */
export function deletableAlone(path: readonly PathEntry[], messageId: string): readonly string[] | null {
	const at = path.findIndex(({ id }) => id === messageId);
	const first = path[at];
	const alone = path.slice(at, first?.role === 'user' ? at + 2 : at + 1);
	const isFollowed = path.length > at + alone.length;
	return first && isFollowed && alone.every(({ versions }) => versions.length === 1)
		? alone.map(({ id }) => id)
		: null;
}

/**
 * Deletes a message with all that follows it, or these messages alone, and offers to bring them back. A chat of which
 * nothing would be left is deleted as a whole.
 */
export async function deleteMessage(
	services: ChatServices,
	messageId: string,
	alone?: readonly string[],
): Promise<void> {
	const { session, undo, announcer, loadStore } = services;
	const { path, chatId } = session.getState();
	const isWhole = path[0]?.id === messageId && path[0].versions.length === 1;
	if (isWhole && !alone && chatId !== null) {
		await deleteChats(services, [chatId]);
		return;
	}
	const cut = await session.deleteMessage(messageId, alone);
	if (!cut) {
		if (alone) announcer.say(i18n.t('history.notChanged'));
		return;
	}
	void forgetDeleted();
	const text = i18n.t('chat.undo.message');
	announcer.say(text);
	undo.offer({
		text,
		undo() {
			const failed = (error: unknown) => {
				console.error('A message was not brought back.', error);
				return false;
			};
			void loadStore()
				.then((store) => store.mendCut(cut))
				.catch(failed)
				.then((isBack) => announcer.say(i18n.t(isBack ? 'chat.undo.undone' : 'chat.undo.failed')));
		},
		end: () => undefined,
	});
}
