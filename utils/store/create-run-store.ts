import { deleteChat } from './database/chat-rows.ts';
import { createStoreContext, type StoreOptions } from './database/context.ts';
import { createReads } from './reads.ts';
import { createRunWrites } from './run-writes.ts';
import type { RunStore } from './store.ts';

/** The worker's store: what running answers need, as a worker is loaded whole. Touches nothing until it is first used. */
export function createRunStore(options: StoreOptions = {}): RunStore {
	const context = createStoreContext(options);
	return {
		...createReads(context),
		...createRunWrites(context),
		deleteChat: (chatId) => context.connection.call(() => deleteChat(context, chatId)),
	};
}
