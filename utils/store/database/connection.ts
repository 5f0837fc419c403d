import { ChatDatabase, type DatabaseOptions } from './database.ts';
import { StoreError, toStoreError } from './store-error.ts';

/** Two instances of one database, and what happens to them from outside. */
export interface Connection {
	readonly strict: ChatDatabase;
	readonly relaxed: ChatDatabase;
	/** Runs one piece of work; rejects with a StoreError. Started in the same turn, so a live query sees its reads. */
	call<T>(work: () => PromiseLike<T>): Promise<T>;
	/** Called when another window's version comes in the way; returns the way to stop. */
	onBlocked(listener: (error: StoreError) => void): () => void;
	/** Aborted by `close`. */
	readonly closed: AbortSignal;
	close(): void;
}

export function createConnection(options: Omit<DatabaseOptions, 'durability'>): Connection {
	const closing = new AbortController();
	const listeners = new Set<(error: StoreError) => void>();
	/** Set while our upgrade waits for another window, for good when a newer version has taken over or we closed. */
	let refusal: StoreError | null = null;
	const strict = open('strict');
	const relaxed = open('relaxed');

	function open(durability: DatabaseOptions['durability']): ChatDatabase {
		const db = new ChatDatabase({ ...options, durability });
		// Dexie's own handlers, the next in line, are not called: they warn on the console, and one would open a newer
		// version's tables again.
		const callsNext = false;
		db.on('blocked', () => {
			refuse(new StoreError('blocked'));
			return callsNext;
		});
		const isSticky = true;
		db.on('ready', allow, isSticky);
		db.on('versionchange', ({ newVersion }) => {
			// A database that is deleted (the user cleared the site's data) comes back, empty, with the next call.
			db.close({ disableAutoOpen: newVersion !== null });
			if (newVersion !== null) refuse(new StoreError('blocked'));
			return callsNext;
		});
		return db;
	}

	function refuse(error: StoreError): void {
		refusal = error;
		for (const listener of [...listeners]) listener(error);
	}

	function allow(): void {
		refusal = null;
	}

	function onBlocked(listener: (error: StoreError) => void): () => void {
		listeners.add(listener);
		return () => listeners.delete(listener);
	}

	/** Work that waits for a blocked upgrade is let go; it may still happen once the way is free. */
	function untilBlocked<T>(work: PromiseLike<T>): Promise<T> {
		return new Promise((resolve, reject) => {
			const unsubscribe = onBlocked(reject);
			work.then(resolve, reject).then(unsubscribe);
		});
	}

	return {
		strict,
		relaxed,
		onBlocked,
		closed: closing.signal,
		async call(work) {
			if (refusal) throw refusal;
			for (const db of [strict, relaxed]) letTryAgain(db);
			try {
				return await untilBlocked(work());
			} catch (error) {
				throw toStoreError(error);
			}
		},
		close() {
			refusal = new StoreError('unavailable');
			closing.abort();
			strict.close();
			relaxed.close();
		},
	};
}

/** Dexie remembers a failed opening for ever; a disk that was full may have room again. */
function letTryAgain(db: ChatDatabase): void {
	if (db.hasFailed()) db.close({ disableAutoOpen: false });
}
