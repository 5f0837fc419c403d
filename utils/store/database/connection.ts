import type { IDBPDatabase } from 'idb';
import type { TableName, Tables } from './database.ts';
import { createNotices, type Notices } from './notices.ts';
import { type DatabaseOptions, openDatabase } from './open-database.ts';
import { isClosedError, StoreError, toStoreError } from './store-error.ts';
import {
	allOrNothing,
	createReading,
	createWriting,
	type Reading,
	type Transaction,
	type Writing,
} from './transactions.ts';

/**
 * The connection to the database. It handles what other windows and the browser do to it, and opens it when it is
 * first used.
 */
export interface Connection {
	/** Reads in one transaction. Rejects with a StoreError. */
	read<T>(tables: readonly TableName[], work: (reading: Reading) => Promise<T>): Promise<T>;
	/**
	 * Writes in one transaction. Resolves when it is committed, and every watch of what was changed has been told.
	 * Rejects with a StoreError, and nothing is written then.
	 */
	write<T>(scope: WriteScope, work: (writing: Writing) => Promise<T>): Promise<T>;
	/** Calls `listener` when a window of another version blocks this one. Returns a function that stops this. */
	onBlocked(listener: (error: StoreError) => void): () => void;
	readonly notices: Notices;
	/** This signal is aborted by `close`. */
	readonly closed: AbortSignal;
	close(): void;
}

export interface WriteScope {
	tables: readonly TableName[];
	/** `strict`: what is committed is on the disk. `relaxed`: the operating system has it, and will write it later. */
	durability: 'strict' | 'relaxed';
}

export function createConnection(options: DatabaseOptions): Connection {
	const closing = new AbortController();
	const notices = createNotices(options.name);
	const listeners = new Set<(error: StoreError) => void>();
	let database: Promise<IDBPDatabase<Tables>> | null = null;
	/** Set as long as an upgrade waits for another window. */
	let waiting: StoreError | null = null;
	/** Set for good when a newer version has taken over, or when this connection was closed. */
	let end: StoreError | null = null;

	function open(): Promise<IDBPDatabase<Tables>> {
		const opening = openDatabase(options, {
			onBlocked() {
				waiting = new StoreError('blocked');
				refuse(waiting);
			},
			onSuperseded() {
				end ??= new StoreError('blocked');
				refuse(end);
			},
			onLost() {
				forget(opening);
				notices.tellHere(null);
			},
		});
		const stopWaiting = () => {
			waiting = null;
		};
		// A failed opening is tried again by the next call: a full disk may have room again.
		opening.then(stopWaiting, () => forget(opening)).then(stopWaiting);
		return opening;
	}

	function forget(opened: Promise<IDBPDatabase<Tables>>): void {
		if (database === opened) database = null;
	}

	function refuse(error: StoreError): void {
		for (const listener of [...listeners]) listener(error);
	}

	function onBlocked(listener: (error: StoreError) => void): () => void {
		listeners.add(listener);
		return () => listeners.delete(listener);
	}

	async function begin<Mode extends 'readonly' | 'readwrite'>(
		mode: Mode,
		{ tables, durability }: WriteScope,
		mayTryAgain = true,
	): Promise<Transaction<Mode>> {
		const refusal = end ?? waiting;
		if (refusal) throw refusal;
		database ??= open();
		const opening = database;
		const opened = await opening;
		if (end) throw end;
		try {
			return opened.transaction([...tables], mode, { durability });
		} catch (error) {
			// The browser has closed the database, and its event comes only later.
			if (!mayTryAgain || !isClosedError(error)) throw error;
			forget(opening);
			return begin(mode, { tables, durability }, false);
		}
	}

	/**
	 * Ends the wait for work that a blocked upgrade holds up, with an error. The work may still be done once nothing
	 * blocks it.
	 */
	function call<T>(work: () => Promise<T>): Promise<T> {
		return new Promise((resolve, reject) => {
			const stopListening = onBlocked(reject);
			work()
				.then(resolve, (error: unknown) => reject(toStoreError(error)))
				.then(stopListening);
		});
	}

	return {
		notices,
		onBlocked,
		closed: closing.signal,
		read: (tables, work) =>
			call(async () => {
				const transaction = await begin('readonly', { tables, durability: 'relaxed' });
				return allOrNothing(transaction, () => work(createReading(transaction)));
			}),
		write: (scope, work) =>
			call(async () => {
				const transaction = await begin('readwrite', scope);
				const { writing, changes } = createWriting(transaction);
				const result = await allOrNothing(transaction, async () => {
					const written = await work(writing);
					// Requests that succeeded can still fail together, as when the disk is full.
					await transaction.done;
					return written;
				});
				if (changes.chats.size > 0 || changes.nodes.size > 0) notices.tell(changes);
				return result;
			}),
		close() {
			end = new StoreError('unavailable');
			closing.abort();
			notices.close();
			database?.then(
				(opened) => opened.close(),
				() => undefined,
			);
		},
	};
}
