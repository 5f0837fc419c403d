import { readAll } from '../chat/repair.ts';
import type { Message } from '../chat/schema.ts';
import { pathTo } from '../chat/tree.ts';
import { findChat, findNodes } from './database/chat-rows.ts';
import { partialOf, readCheckpoints } from './database/checkpoint-rows.ts';
import type { StoreContext } from './database/context.ts';
import { readMessageRow } from './database/database.ts';
import type { StoreReads } from './store.ts';

export function createReads(context: StoreContext): StoreReads {
	const { connection, damage } = context;
	const { relaxed: db } = connection;

	async function findMessages(ids: readonly string[]): Promise<Map<string, Message>> {
		const rows = await db.messages.bulkGet([...ids]);
		const messages = readAll(
			rows.filter((row) => row !== undefined),
			readMessageRow,
			damage,
		);
		return new Map(messages.map((message) => [message.id, message]));
	}

	return {
		getChat: (chatId) => connection.call(() => findChat(context, chatId)),

		getMessages: (ids) => connection.call(() => findMessages(ids)),

		getPath: (chatId, leafId) =>
			connection.call(() =>
				db.transaction('r', [db.nodes, db.messages], async () => {
					const path = pathTo(await findNodes(context, chatId), leafId).map((node) => node.id);
					const messages = await findMessages(path);
					return path.map((id) => messages.get(id)).filter((message) => message !== undefined);
				}),
			),

		readPartial: (answerId) =>
			connection.call(() =>
				db.transaction('r', [db.messages, db.checkpoints], async () => {
					const row = await db.messages.get(answerId);
					const message = row ? readMessageRow(row, damage) : null;
					return message && partialOf(message, await readCheckpoints(db, answerId, damage));
				}),
			),
	};
}
