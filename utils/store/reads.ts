import { pathTo } from '../chat/tree.ts';
import { byAge } from '../chat/tree-index.ts';
import type { Message } from '../chat/types.ts';
import { partialOf, readCheckpoints } from './checkpoint-rows.ts';
import { readRows } from './row-reader.ts';
import { readChat, readMessage, readNode } from './schemas.ts';
import type { StoreReads } from './store.ts';
import type { StoreContext } from './store-context.ts';
import { watch } from './watch.ts';

export function createReads(context: StoreContext): StoreReads {
	const { connection, damage } = context;
	const { relaxed: db } = connection;

	async function findChat(chatId: string) {
		const row = await db.chats.get(chatId);
		return row ? readChat(row, damage) : null;
	}

	async function findNodes(chatId: string) {
		const rows = await db.nodes.where('chatId').equals(chatId).toArray();
		return readRows(rows, readNode, damage).sort(byAge);
	}

	async function findChats(limit: number) {
		return readRows(await db.chats.orderBy('order').limit(limit).toArray(), readChat, damage);
	}

	async function findMessages(ids: readonly string[]): Promise<Map<string, Message>> {
		const rows = await db.messages.bulkGet([...ids]);
		const messages = readRows(
			rows.filter((row) => row !== undefined),
			readMessage,
			damage,
		);
		return new Map(messages.map((message) => [message.id, message]));
	}

	return {
		watchChats: ({ limit }, listener, onError) =>
			watch(context, { read: () => findChats(limit), listener, onError }),

		watchChat: (chatId, listener, onError) =>
			watch(context, { read: () => findChat(chatId), listener, onError }),

		watchNodes: (chatId, listener, onError) =>
			watch(context, { read: () => findNodes(chatId), listener, onError }),

		getChat: (chatId) => connection.call(() => findChat(chatId)),

		getMessages: (ids) => connection.call(() => findMessages(ids)),

		getPath: (chatId, leafId) =>
			connection.call(() =>
				db.transaction('r', [db.nodes, db.messages], async () => {
					const path = pathTo(await findNodes(chatId), leafId).map((node) => node.id);
					const messages = await findMessages(path);
					return path.map((id) => messages.get(id)).filter((message) => message !== undefined);
				}),
			),

		readPartial: (answerId) =>
			connection.call(() =>
				db.transaction('r', [db.messages, db.checkpoints], async () => {
					const row = await db.messages.get(answerId);
					const message = row ? readMessage(row, damage) : null;
					return message && partialOf(message, await readCheckpoints(db, answerId, damage));
				}),
			),
	};
}
