import { readAll, readNode } from '../../chat/repair.ts';
import type { Chat, MessageNode } from '../../chat/schema.ts';
import { byAge } from '../../chat/tree.ts';
import { deleteCheckpointsWhere } from './checkpoint-rows.ts';
import type { StoreContext } from './context.ts';
import { type ChatDatabase, chatRow, readChatRow } from './database.ts';

/** Rewrites a chat's row, in a transaction over its table. False when there is no such chat. */
export async function changeChat(
	db: ChatDatabase,
	{ chatId, change }: { chatId: string; change: (chat: Chat) => Chat },
	{ damage }: StoreContext,
): Promise<boolean> {
	const row = await db.chats.get(chatId);
	const chat = row ? readChatRow(row, damage) : null;
	if (!chat) return false;
	await db.chats.put(chatRow(change(chat)));
	return true;
}

export async function findChat({ connection, damage }: StoreContext, chatId: string): Promise<Chat | null> {
	const row = await connection.relaxed.chats.get(chatId);
	return row ? readChatRow(row, damage) : null;
}

/** The chat's tree, oldest first. */
export async function findNodes(
	{ connection, damage }: StoreContext,
	chatId: string,
): Promise<MessageNode[]> {
	const rows = await connection.relaxed.nodes.where('chatId').equals(chatId).toArray();
	return readAll(rows, readNode, damage).sort(byAge);
}

/** Deletes a chat with its messages and checkpoints. The write is strict, since a deleted chat must not come back. */
export function deleteChat({ connection: { strict } }: StoreContext, chatId: string): PromiseLike<void> {
	return strict.transaction(
		'rw',
		[strict.chats, strict.nodes, strict.messages, strict.checkpoints],
		async () => {
			const ids = await strict.messages.where('chatId').equals(chatId).primaryKeys();
			const gone = new Set(ids);
			await deleteCheckpointsWhere(strict, (answerId) => gone.has(answerId));
			await strict.messages.bulkDelete(ids);
			// A range of the primary key is deleted by one request; a prefix of an index would take one for each row.
			await strict.nodes.where('[chatId+id]').between([chatId, ''], [chatId, []]).delete();
			await strict.chats.delete(chatId);
		},
	);
}
