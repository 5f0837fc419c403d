import { readAll, readNode } from '../chat/repair.ts';
import type { Chat } from '../chat/schema.ts';
import { withTarget } from '../chat/target.ts';
import { descendantsOf, leafAfterDelete } from '../chat/tree.ts';
import { changeChat, deleteChat } from './database/chat-rows.ts';
import { deleteCheckpointsWhere } from './database/checkpoint-rows.ts';
import type { StoreContext } from './database/context.ts';
import { deleteMessages } from './database/message-rows.ts';
import type { ChatWrites } from './store.ts';

/** Changes of a chat's settings are relaxed: a power cut may undo them. Deletions are strict: nothing that was deleted may come back. */
export function createChatWrites(context: StoreContext): ChatWrites {
	const { connection, damage } = context;
	const { strict, relaxed } = connection;
	const allTables = [strict.chats, strict.nodes, strict.messages, strict.checkpoints];

	function change(chatId: string, changed: (chat: Chat) => Chat): Promise<void> {
		return connection.call(() =>
			relaxed.transaction('rw', relaxed.chats, async () => {
				await changeChat(relaxed, { chatId, change: changed }, context);
			}),
		);
	}

	function deleteMessage(messageId: string) {
		return strict.transaction('rw', allTables, async () => {
			const chatId = (await strict.messages.get(messageId))?.chatId;
			if (chatId === undefined) return [];
			const nodes = readAll(await strict.nodes.where('chatId').equals(chatId).toArray(), readNode, damage);
			const gone = [messageId, ...descendantsOf(nodes, messageId)];
			const move = (chat: Chat) => ({
				...chat,
				leafId: leafAfterDelete(nodes, { deletedId: messageId, leafId: chat.leafId }),
			});
			await changeChat(strict, { chatId, change: move }, context);
			await deleteMessages(strict, chatId, gone);
			const ids = new Set(gone);
			await deleteCheckpointsWhere(strict, (answerId) => ids.has(answerId));
			return gone;
		});
	}

	return {
		renameChat: (chatId, title) => change(chatId, (chat) => ({ ...chat, title })),
		setPinned: (chatId, isPinned) => change(chatId, (chat) => ({ ...chat, isPinned })),
		setLeaf: (chatId, leafId) => change(chatId, (chat) => ({ ...chat, leafId })),
		setTarget: (chatId, target) => change(chatId, (chat) => withTarget(chat, target)),
		deleteChat: (chatId) => connection.call(() => deleteChat(context, chatId)),
		deleteMessage: (messageId) => connection.call(() => deleteMessage(messageId)),
	};
}
