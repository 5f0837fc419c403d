import { readAll } from '../chat/repair.ts';
import type { Message } from '../chat/schema.ts';
import { pathTo } from '../chat/tree.ts';
import { readBlobs } from './database/blob-rows.ts';
import { findChat, findNodes } from './database/chat-rows.ts';
import { partialOf, readCheckpoints } from './database/checkpoint-rows.ts';
import type { StoreContext } from './database/context.ts';
import { readMessageRow } from './database/database.ts';
import type { Reading } from './database/transactions.ts';
import type { StoreReads } from './store.ts';

export function createReads(context: StoreContext): StoreReads {
	const { connection } = context;

	async function findMessages(reading: Reading, ids: readonly string[]): Promise<Map<string, Message>> {
		const table = reading.table('messages');
		const rows = await Promise.all(ids.map((id) => table.get(id)));
		const messages = readAll(
			rows.filter((row) => row !== undefined),
			readMessageRow,
		);
		return new Map(messages.map((message) => [message.id, message]));
	}

	return {
		getChat: (chatId) => connection.read(['chats'], (reading) => findChat(reading, chatId)),

		getMessages: (ids) => connection.read(['messages'], (reading) => findMessages(reading, ids)),

		getBlobs: (ids) => readBlobs(context, ids),

		getPath: (chatId, leafId) =>
			connection.read(['nodes', 'messages'], async (reading) => {
				const nodes = await findNodes(reading, chatId);
				const path = pathTo(nodes, leafId).map((node) => node.id);
				const messages = await findMessages(reading, path);
				return path.map((id) => messages.get(id)).filter((message) => message !== undefined);
			}),

		readPartial: (answerId) =>
			connection.read(['messages', 'checkpoints'], async (reading) => {
				const row = await reading.table('messages').get(answerId);
				const message = row ? readMessageRow(row) : null;
				return message && partialOf(message, await readCheckpoints(reading, answerId));
			}),
	};
}
