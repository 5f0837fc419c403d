import Dexie, { liveQuery } from 'dexie';
import type { StoreContext } from './store-context.ts';
import { StoreError } from './store-error.ts';
import { toStoreError } from './to-store-error.ts';

interface Watcher<T> {
	/** Starts its reads before its first `await`. */
	read: () => PromiseLike<T>;
	listener: (value: T) => void;
	onError: (error: StoreError) => void;
}

/** Reads now and after each change of what was read, in whatever window it is made. Returns the way to stop. */
export function watch<T>({ connection }: StoreContext, { read, listener, onError }: Watcher<T>): () => void {
	if (!Dexie.dependencies.indexedDB) return reportUnavailable(onError);
	const unsubscribe = connection.onBlocked(onError);
	const subscription = liveQuery(() => connection.call(read)).subscribe({
		next: listener,
		error: (error: unknown) => onError(toStoreError(error)),
	});
	return () => {
		unsubscribe();
		subscription.unsubscribe();
	};
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
