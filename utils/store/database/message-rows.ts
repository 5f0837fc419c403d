import { readNode } from '../../chat/repair.ts';
import type { Message } from '../../chat/schema.ts';
import type { StoreContext } from './context.ts';
import { type ChatDatabase, messageRow, nodeRow } from './database.ts';

/**
 * Writes a message and its node. Neither may be without the other, so call this in a transaction over both tables.
 * Each write makes `updatedAt` larger, even within one millisecond, and even if the clock was set back.
 */
export async function putMessage(
	db: ChatDatabase,
	message: Message,
	{ now, damage }: StoreContext,
): Promise<void> {
	const row: unknown = await db.nodes.get([message.chatId, message.id]);
	const last = row === undefined ? null : readNode(row, damage);
	const updatedAt = Math.max(now(), (last?.updatedAt ?? 0) + 1);
	await db.nodes.put(nodeRow(message, updatedAt));
	await db.messages.put(messageRow(message));
}

/** Deletes messages and their nodes; call this in a transaction over both tables. */
export async function deleteMessages(
	db: ChatDatabase,
	chatId: string,
	ids: readonly string[],
): Promise<void> {
	await db.nodes.bulkDelete(ids.map((id) => [chatId, id]));
	await db.messages.bulkDelete([...ids]);
}
