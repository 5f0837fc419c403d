import Dexie, { liveQuery, type Subscription } from 'dexie';
import { readAll } from '../chat/repair.ts';
import { findChat, findNodes } from './database/chat-rows.ts';
import type { StoreContext } from './database/context.ts';
import { readChatRow } from './database/database.ts';
import { StoreError, type StoreErrorCode, toStoreError } from './database/store-error.ts';
import type { StoreWatches } from './store.ts';

interface Watcher<T> {
	/** Must start its reads before its first `await`: Dexie follows only those. */
	read: () => PromiseLike<T>;
	listener: (value: T) => void;
	onError: (error: StoreError) => void;
}

/**
 * Reads now, and again after each change of what was read, whichever window makes it. Returns a function that ends this.
 *
 * A live query that failed before it had read anything never runs again by itself. So a query that failed is started
 * again every `retryMs`. `onError` is called once for as long as the reason stays the same.
 */
export function watch<T>(
	{ connection, retryMs }: StoreContext,
	{ read, listener, onError }: Watcher<T>,
): () => void {
	if (!Dexie.dependencies.indexedDB) return reportUnavailable(onError);
	let subscription: Subscription | null = null;
	let retry: ReturnType<typeof setTimeout> | undefined;
	let told: StoreErrorCode | null = null;
	const stopListening = connection.onBlocked(fail);
	connection.closed.addEventListener('abort', stop);
	start();
	return stop;

	function start(): void {
		subscription?.unsubscribe();
		subscription = liveQuery(() => connection.call(read)).subscribe({
			next(value) {
				told = null;
				clearTimeout(retry);
				listener(value);
			},
			error: (error: unknown) => fail(toStoreError(error)),
		});
	}

	function fail(error: StoreError): void {
		clearTimeout(retry);
		retry = setTimeout(start, retryMs);
		if (error.code === told) return;
		told = error.code;
		onError(error);
	}

	function stop(): void {
		clearTimeout(retry);
		stopListening();
		connection.closed.removeEventListener('abort', stop);
		subscription?.unsubscribe();
	}
}

/** Dexie's live queries stay silent in a browser without IndexedDB. */
function reportUnavailable(onError: (error: StoreError) => void): () => void {
	let isEnded = false;
	queueMicrotask(() => {
		if (!isEnded) onError(new StoreError('unavailable'));
	});
	return () => {
		isEnded = true;
	};
}

export function createWatches(context: StoreContext): StoreWatches {
	const { connection, damage } = context;

	async function findChats(limit: number) {
		const rows = await connection.relaxed.chats.orderBy('order').limit(limit).toArray();
		return readAll(rows, readChatRow, damage);
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
