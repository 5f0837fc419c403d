import { createStoreContext, type StoreOptions } from './create-store-context.ts';
import { deleteChat } from './delete-chat.ts';
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
