import { deleteChat } from './database/chat-rows.ts';
import { createStoreContext, type StoreOptions } from './database/context.ts';
import { createReads } from './reads.ts';
import { createRunWrites } from './run-writes.ts';
import type { RunStore } from './store.ts';
import { createTrashWrites } from './trash-writes.ts';

/**
 * Makes the store of the background. It has only what running answers need, since a worker is loaded as a whole. It
 * opens nothing until it is first used.
 */
export function createRunStore(options: StoreOptions = {}): RunStore {
	const context = createStoreContext(options);
	// A worker that was killed may have committed changes that it could not tell of any more.
	context.connection.notices.tell(null);
	return {
		...createReads(context),
		...createRunWrites(context),
		...createTrashWrites(context),
		deleteChat: (chatId) => deleteChat(context, chatId),
	};
}
