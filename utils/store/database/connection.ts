import { ChatDatabase, type DatabaseOptions } from './database.ts';
import { StoreError, toStoreError } from './store-error.ts';

/** Two instances of one database, and what other windows and the browser do to them. */
export interface Connection {
	readonly strict: ChatDatabase;
	readonly relaxed: ChatDatabase;
	/** Runs one piece of work; rejects with a StoreError. The work starts before this returns, so a live query sees its reads. */
	call<T>(work: () => PromiseLike<T>): Promise<T>;
	/** Calls `listener` when a window of another version blocks this one; returns a function that ends this. */
	onBlocked(listener: (error: StoreError) => void): () => void;
	/** Aborted by `close`. */
	readonly closed: AbortSignal;
	close(): void;
}

export function createConnection(options: Omit<DatabaseOptions, 'durability'>): Connection {
	const closing = new AbortController();
	const listeners = new Set<(error: StoreError) => void>();
	/** Set while our upgrade waits for another window; set for good when a newer version has taken over or we have closed. */
	let refusal: StoreError | null = null;
	const strict = open('strict');
	const relaxed = open('relaxed');

	function open(durability: DatabaseOptions['durability']): ChatDatabase {
		const db = new ChatDatabase({ ...options, durability });
		// Dexie's own handlers would come next. They are not called: they write warnings to the console, and one of them
		// would open the tables of a newer version again.
		const callsNext = false;
		db.on('blocked', () => {
			refuse(new StoreError('blocked'));
			return callsNext;
		});
		const isSticky = true;
		db.on('ready', allow, isSticky);
		db.on('versionchange', ({ newVersion }) => {
			// The database is deleted, as when the user clears the site's data: the next call makes an empty one.
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

	/** Stops waiting for work that a blocked upgrade holds up. The work may still be done once nothing blocks it. */
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

/** Lets the next call open the database again. Dexie never forgets a failed opening, but a full disk may have room again. */
function letTryAgain(db: ChatDatabase): void {
	if (db.hasFailed()) db.close({ disableAutoOpen: false });
}
