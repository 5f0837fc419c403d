import { deleteChat } from './database/chat-rows.ts';
import { createStoreContext, type StoreOptions } from './database/context.ts';
import { createReads } from './reads.ts';
import { createRunWrites } from './run-writes.ts';
import type { RunStore } from './store.ts';

/** The store of the worker: only what running answers need, since a worker is loaded as a whole. It opens nothing until it is first used. */
export function createRunStore(options: StoreOptions = {}): RunStore {
	const context = createStoreContext(options);
	// A worker that was killed may have committed what it then could not tell.
	context.connection.notices.tell(null);
	return {
		...createReads(context),
		...createRunWrites(context),
		deleteChat: (chatId) => deleteChat(context, chatId),
	};
}
