import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { UnsavedChat } from './protocol.ts';

/** Where what a database refuses outlives the background: memory of the browser's, until it closes. */
export interface UnsavedRecord {
	/** Never rejects: what cannot be read is not there. */
	read(): Promise<UnsavedChat[]>;
	write(unsaved: UnsavedChat): void;
	remove(chatId: string): void;
}

const PREFIX = 'unsaved:';

/** Our own items, written by this version or one before: only what the code leans on is looked at. */
const isUnsavedChat = (item: unknown): item is UnsavedChat =>
	v.is(
		v.object({
			chat: v.object({ id: v.string() }),
			messages: v.array(v.object({ id: v.string(), content: v.string() })),
		}),
		item,
	);

/** In `storage.session`. A browser that has no room there either has them in the background's memory only. */
export function createUnsavedRecord(): UnsavedRecord {
	const { session } = browser.storage;
	const log = (error: unknown) => console.error('What is not saved is kept in memory only.', error);
	// One after the other: the last one stands.
	let writing: Promise<void> = Promise.resolve();
	const then = (write: () => Promise<void>) => {
		writing = writing.then(write).catch(log);
	};

	return {
		async read() {
			try {
				const items = Object.entries(await session.get(null));
				return items.flatMap(([key, item]) => (key.startsWith(PREFIX) && isUnsavedChat(item) ? [item] : []));
			} catch (error) {
				log(error);
				return [];
			}
		},
		write: (unsaved) => then(() => session.set({ [PREFIX + unsaved.chat.id]: unsaved })),
		remove: (chatId) => then(() => session.remove(PREFIX + chatId)),
	};
}
