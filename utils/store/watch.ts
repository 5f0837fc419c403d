import { readAll } from '../chat/repair.ts';
import { findChat, findNodes } from './database/chat-rows.ts';
import type { StoreContext } from './database/context.ts';
import { presentChats, readChatRow, type TableName } from './database/database.ts';
import type { Changes } from './database/notices.ts';
import { type StoreError, type StoreErrorCode, toStoreError } from './database/store-error.ts';
import type { Reading } from './database/transactions.ts';
import type { StoreWatches } from './store.ts';

interface Watcher<T> {
	table: TableName;
	read: (reading: Reading) => Promise<T>;
	isConcerned: (changes: Changes) => boolean;
	listener: (value: T) => void;
	onError: (error: StoreError) => void;
}

/**
 * Reads now, and again after each change of what was read, whichever window makes it. Only one read is made at a
 * time; what changes during it is read by one more. Returns a function that ends the watch.
 *
 * A read that failed is tried again every `retryMs`. `onError` is called once for as long as the reason stays the
 * same.
 */
function watch<T>(
	{ connection, retryMs }: StoreContext,
	{ table, read, isConcerned, listener, onError }: Watcher<T>,
): () => void {
	const ending = new AbortController();
	const { signal } = ending;
	let isStale = false;
	let isReading = false;
	let retry: ReturnType<typeof setTimeout> | undefined;
	let told: StoreErrorCode | null = null;
	// This is done before the first read: what is committed during that read must be heard of.
	const stopHearing = connection.notices.listen((changes) => {
		if (changes === null || isConcerned(changes)) wake();
	});
	const stopListening = connection.onBlocked(fail);
	connection.closed.addEventListener('abort', stop, { signal });
	// A page that the browser keeps for the Back button gets no notices, so it reads again when it is shown. (A test
	// in Node is no page.)
	globalThis.addEventListener?.('pageshow', ({ persisted }) => persisted && wake(), { signal });
	wake();
	return stop;

	function wake(): void {
		clearTimeout(retry);
		isStale = true;
		if (!isReading) void readAsLongAsStale();
	}

	async function readAsLongAsStale(): Promise<void> {
		isReading = true;
		try {
			while (isStale && !signal.aborted) {
				isStale = false;
				await connection.read([table], read).then(show, (error: unknown) => fail(toStoreError(error)));
			}
		} finally {
			// This is done even if a listener has thrown, so that the next change is read again.
			isReading = false;
		}
	}

	function show(value: T): void {
		if (signal.aborted) return;
		told = null;
		listener(value);
	}

	function fail(error: StoreError): void {
		if (signal.aborted) return;
		clearTimeout(retry);
		retry = setTimeout(wake, retryMs);
		if (error.code === told) return;
		told = error.code;
		onError(error);
	}

	function stop(): void {
		ending.abort();
		clearTimeout(retry);
		stopHearing();
		stopListening();
	}
}

export function createWatches(context: StoreContext): StoreWatches {
	async function findChats(reading: Reading, limit: number) {
		const rows = await reading.index('chats', 'order').getAll(presentChats(), limit);
		return readAll(rows, readChatRow);
	}

	return {
		watchChats: ({ limit }, listener, onError) =>
			watch(context, {
				table: 'chats',
				read: (reading) => findChats(reading, limit),
				isConcerned: ({ chats }) => chats.size > 0,
				listener,
				onError,
			}),

		watchChat: (chatId, listener, onError) =>
			watch(context, {
				table: 'chats',
				read: (reading) => findChat(reading, chatId),
				isConcerned: ({ chats }) => chats.has(chatId),
				listener,
				onError,
			}),

		watchNodes: (chatId, listener, onError) =>
			watch(context, {
				table: 'nodes',
				read: (reading) => findNodes(reading, chatId),
				isConcerned: ({ nodes }) => nodes.has(chatId),
				listener,
				onError,
			}),
	};
}
