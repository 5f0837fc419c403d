import { findChat, findNodes } from './find-chat.ts';
import { readRows } from './row-reader.ts';
import { readChat } from './schemas.ts';
import type { StoreWatches } from './store.ts';
import type { StoreContext } from './store-context.ts';
import { watch } from './watch.ts';

export function createWatches(context: StoreContext): StoreWatches {
	const { connection, damage } = context;

	async function findChats(limit: number) {
		const rows = await connection.relaxed.chats.orderBy('order').limit(limit).toArray();
		return readRows(rows, readChat, damage);
	}

	return {
		watchChats: ({ limit }, listener, onError) =>
			watch(context, { read: () => findChats(limit), listener, onError }),

		watchChat: (chatId, listener, onError) =>
			watch(context, { read: () => findChat(context, chatId), listener, onError }),

		watchNodes: (chatId, listener, onError) =>
			watch(context, { read: () => findNodes(context, chatId), listener, onError }),
	};
}
