import type { Chat } from '../chat/schema.ts';
import { withTarget } from '../chat/target.ts';
import { createMessageCuts } from './cut-messages.ts';
import { changeChat, deleteChat } from './database/chat-rows.ts';
import type { StoreContext } from './database/context.ts';
import { createForks } from './fork-chat.ts';
import type { ChatWrites, MessageCuts } from './store.ts';

/**
 * Makes the writes of windows. Changes of a chat's settings are relaxed: a power cut may undo them. Deletions are
 * strict: nothing that was deleted may come back.
 */
export function createChatWrites(context: StoreContext): ChatWrites & MessageCuts {
	const { connection } = context;

	function change(chatId: string, changed: (chat: Chat) => Chat): Promise<void> {
		return connection.write({ tables: ['chats'], durability: 'relaxed' }, async (writing) => {
			await changeChat(writing, { chatId, change: changed });
		});
	}

	return {
		renameChat: (chatId, title) => change(chatId, (chat) => ({ ...chat, title })),
		setPinned: (chatId, isPinned) => change(chatId, (chat) => ({ ...chat, isPinned })),
		setTags: (chatId, tags) => change(chatId, (chat) => ({ ...chat, tags: [...tags] })),
		setLeaf: (chatId, leafId) => change(chatId, (chat) => ({ ...chat, leafId })),
		setTarget: (chatId, target) => change(chatId, (chat) => withTarget(chat, target)),
		deleteChat: (chatId) => deleteChat(context, chatId),
		...createMessageCuts(context),
		...createForks(context),
	};
}
