import type { Chat } from '../chat/schema.ts';
import { withTarget } from '../chat/target.ts';
import { descendantsOf, leafAfterDelete } from '../chat/tree.ts';
import { changeChat, DELETION, deleteChat, findNodes } from './database/chat-rows.ts';
import { deleteCheckpointsWhere } from './database/checkpoint-rows.ts';
import type { StoreContext } from './database/context.ts';
import { deleteMessages } from './database/message-rows.ts';
import type { ChatWrites } from './store.ts';

/**
 * Makes the writes of windows. Changes of a chat's settings are relaxed: a power cut may undo them. Deletions are
 * strict: nothing that was deleted may come back.
 */
export function createChatWrites(context: StoreContext): ChatWrites {
	const { connection } = context;

	function change(chatId: string, changed: (chat: Chat) => Chat): Promise<void> {
		return connection.write({ tables: ['chats'], durability: 'relaxed' }, async (writing) => {
			await changeChat(writing, { chatId, change: changed }, context);
		});
	}

	function deleteMessage(messageId: string): Promise<string[]> {
		return connection.write(DELETION, async (writing) => {
			const chatId = (await writing.table('messages').get(messageId))?.chatId;
			if (chatId === undefined) return [];
			const nodes = await findNodes(writing, chatId, context);
			const gone = [messageId, ...descendantsOf(nodes, messageId)];
			const move = (chat: Chat) => ({
				...chat,
				leafId: leafAfterDelete(nodes, { deletedId: messageId, leafId: chat.leafId }),
			});
			await changeChat(writing, { chatId, change: move }, context);
			await deleteMessages(writing, chatId, gone);
			const ids = new Set(gone);
			await deleteCheckpointsWhere(writing, (answerId) => ids.has(answerId));
			return gone;
		});
	}

	return {
		renameChat: (chatId, title) => change(chatId, (chat) => ({ ...chat, title })),
		setPinned: (chatId, isPinned) => change(chatId, (chat) => ({ ...chat, isPinned })),
		setLeaf: (chatId, leafId) => change(chatId, (chat) => ({ ...chat, leafId })),
		setTarget: (chatId, target) => change(chatId, (chat) => withTarget(chat, target)),
		deleteChat: (chatId) => deleteChat(context, chatId),
		deleteMessage,
	};
}
