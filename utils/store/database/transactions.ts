import type { IDBPIndex, IDBPObjectStore, IDBPTransaction, IndexNames, StoreKey, StoreValue } from 'idb';
import type { TableName, Tables } from './database.ts';
import type { Changes } from './notices.ts';

export type Transaction<Mode extends 'readonly' | 'readwrite'> = IDBPTransaction<Tables, TableName[], Mode>;

type ReadMethod = 'get' | 'getAll' | 'getAllKeys' | 'count';

/**
 * A transaction that reads. It ends as soon as none of its requests is awaited, so nothing else may be awaited
 * meanwhile.
 */
export interface Reading {
	table<Name extends TableName>(
		name: Name,
	): Pick<IDBPObjectStore<Tables, TableName[], Name, 'readonly'>, ReadMethod>;
	index<Name extends TableName, Index extends IndexNames<Tables, Name>>(
		name: Name,
		index: Index,
	): Pick<IDBPIndex<Tables, TableName[], Name, Index, 'readonly'>, ReadMethod>;
}

/** A transaction that also writes: all of it, or nothing. */
export interface Writing extends Reading {
	put<Name extends TableName>(name: Name, row: StoreValue<Tables, Name>): Promise<void>;
	/** Adds a row. Rejects when its key is there already. */
	add<Name extends TableName>(name: Name, row: StoreValue<Tables, Name>): Promise<void>;
	/** Deletes rows. A range of keys takes one request. */
	delete<Name extends TableName>(name: Name, keys: StoreKey<Tables, Name> | IDBKeyRange): Promise<void>;
}

export function createReading(transaction: Transaction<'readonly'> | Transaction<'readwrite'>): Reading {
	return {
		table: (name) => transaction.objectStore(name),
		index: (name, index) => transaction.objectStore(name).index(index),
	};
}

/** Makes a writing transaction that notes in `changes` what is written, so that no writer can forget to tell it. */
export function createWriting(transaction: Transaction<'readwrite'>): {
	writing: Writing;
	changes: Changes;
} {
	const changes = { chats: new Set<string>(), nodes: new Set<string>() };

	/** The key of a chat is its id, and that of a node begins with its chat's. */
	function note(name: TableName, key: IDBValidKey): void {
		if (name === 'chats' || name === 'nodes') changes[name].add(String(Array.isArray(key) ? key[0] : key));
	}

	const writing: Writing = {
		...createReading(transaction),
		put: async (name, row) => note(name, await transaction.objectStore(name).put(row)),
		add: async (name, row) => note(name, await transaction.objectStore(name).add(row)),
		async delete(name, keys) {
			await transaction.objectStore(name).delete(keys);
			note(name, keys instanceof IDBKeyRange ? keys.lower : keys);
		},
	};
	return { writing, changes };
}

/** Runs the work of a transaction. When it fails, nothing of it is written, and the promise rejects with the reason. */
export async function allOrNothing<T>(
	transaction: Pick<IDBPTransaction, 'abort' | 'done' | 'error'>,
	work: () => Promise<T>,
): Promise<T> {
	// A rejection must not count as unhandled here: whoever needs to know of it awaits the promise, too.
	transaction.done.catch(() => undefined);
	try {
		return await work();
	} catch (error) {
		// The error of a request that was under way when the transaction was aborted says only that it was aborted.
		const reason = transaction.error ?? error;
		try {
			transaction.abort();
		} catch {
			// The transaction was aborted already.
		}
		throw reason;
	}
}
