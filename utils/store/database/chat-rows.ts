import { readAll, readNode } from '../../chat/repair.ts';
import type { Chat, MessageNode } from '../../chat/schema.ts';
import { byAge } from '../../chat/tree.ts';
import { dropUnusedBlobs } from './blob-rows.ts';
import { deleteCheckpointsWhere } from './checkpoint-rows.ts';
import type { WriteScope } from './connection.ts';
import type { StoreContext } from './context.ts';
import { chatRow, isDeletedRow, keysOf, readChatRow, tableNames } from './database.ts';
import type { Reading, Writing } from './transactions.ts';

/**
 * The scope of a deletion. It has all tables, as what is deleted leaves each of them. The write is strict, since a
 * deleted chat must not come back.
 */
export const DELETION: WriteScope = {
	tables: tableNames,
	durability: 'strict',
};

/** Rewrites a chat's row, in a transaction over its table. False when there is no such chat. */
export async function changeChat(
	writing: Writing,
	{ chatId, change }: { chatId: string; change: (chat: Chat) => Chat },
): Promise<boolean> {
	const chat = await findChat(writing, chatId);
	if (!chat) return false;
	await writing.put('chats', chatRow(change(chat)));
	return true;
}

/** A chat that is there: not one that the user has deleted, and can still bring back. */
export async function findChat(reading: Reading, chatId: string): Promise<Chat | null> {
	const row = await reading.table('chats').get(chatId);
	return row && !isDeletedRow(row) ? readChatRow(row) : null;
}

/** The nodes of a chat's tree, the oldest first. */
export async function findNodes(reading: Reading, chatId: string): Promise<MessageNode[]> {
	const rows = await reading.table('nodes').getAll(keysOf(chatId));
	return readAll(rows, readNode).sort(byAge);
}

/** Deletes a chat with its messages and checkpoints. */
export function deleteChat({ connection }: StoreContext, chatId: string): Promise<void> {
	return connection.write(DELETION, async (writing) => {
		const gone = new Set(await eraseChat(writing, chatId));
		await deleteCheckpointsWhere(writing, (answerId) => gone.has(answerId));
	});
}

/** Deletes a chat with its messages and pictures. Returns their ids, by which their checkpoints are found. */
async function eraseChat(writing: Writing, chatId: string): Promise<string[]> {
	const ids = await writing.index('messages', 'chatId').getAllKeys(chatId);
	await Promise.all([
		...ids.map((id) => writing.delete('messages', id)),
		writing.delete('nodes', keysOf(chatId)),
		writing.delete('chats', chatId),
	]);
	await dropUnusedBlobs(writing);
	return ids;
}

/**
 * Deletes for good a chat that the user has deleted and could still bring back. To be called before something new is
 * written under its id, with which the deleted messages must not come back. Its checkpoints are gone already, since
 * its answers were ended. Returns the ids of its messages; null where the chat was not deleted.
 */
export async function eraseIfDeleted(writing: Writing, chatId: string): Promise<string[] | null> {
	const row = await writing.table('chats').get(chatId);
	return row && isDeletedRow(row) ? eraseChat(writing, chatId) : null;
}
