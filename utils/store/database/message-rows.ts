import { readNode } from '../../chat/repair.ts';
import type { Message } from '../../chat/schema.ts';
import type { StoreContext } from './context.ts';
import { messageRow, nodeRow } from './database.ts';
import type { Writing } from './transactions.ts';

/**
 * Writes a message and its node. Neither may be without the other, so call this in a transaction over both tables.
 * Each write makes `updatedAt` larger, even within one millisecond, and even if the clock was set back.
 */
export async function putMessage(writing: Writing, message: Message, { now }: StoreContext): Promise<void> {
	const row: unknown = await writing.table('nodes').get([message.chatId, message.id]);
	const last = row === undefined ? null : readNode(row);
	const updatedAt = Math.max(now(), (last?.updatedAt ?? 0) + 1);
	await Promise.all([
		writing.put('nodes', nodeRow(message, updatedAt)),
		writing.put('messages', messageRow(message)),
	]);
}

/** Deletes messages and their nodes; call this in a transaction over both tables. */
export async function deleteMessages(
	writing: Writing,
	chatId: string,
	ids: readonly string[],
): Promise<void> {
	await Promise.all(
		ids.flatMap((id) => [writing.delete('nodes', [chatId, id]), writing.delete('messages', id)]),
	);
}
