import { createChatWrites } from './chat-writes.ts';
import { createStoreContext, type StoreOptions } from './database/context.ts';
import { createReads } from './reads.ts';
import { createRunWrites } from './run-writes.ts';
import type { Store } from './store.ts';
import { createTrashWrites } from './trash-writes.ts';
import { createWatches } from './watch.ts';

/** Makes the store of a window. It opens nothing until it is first used. */
export function createStore(options: StoreOptions = {}): Store {
	const context = createStoreContext(options);
	return {
		...createReads(context),
		...createWatches(context),
		...createRunWrites(context),
		...createTrashWrites(context),
		...createChatWrites(context),
		// Export and import are loaded when they are first used, which a chat window never does.
		exportChats: async (chatIds, unsaved) =>
			(await import('./files/export-chats.ts')).exportChats(context, { chatIds, unsaved }),
		writeChats: async (write, options) =>
			(await import('./files/export-chats.ts')).writeChats(context, write, options),
		importChats: async (files, options) =>
			(await import('./files/import-chats.ts')).importChats(context, files, options),
		close: context.connection.close,
	};
}
