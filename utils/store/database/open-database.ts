import { type IDBPDatabase, openDB } from 'idb';
import { type Tables, tableNames } from './database.ts';
import { type Migration, migrations as released, type UpgradeTransaction } from './migrations.ts';
import { StoreError } from './store-error.ts';
import { allOrNothing } from './transactions.ts';

export interface DatabaseOptions {
	name: string;
	migrations?: readonly Migration[];
}

export interface DatabaseHandlers {
	/** Called when another window holds an older version open. The opening goes on when that window has closed. */
	onBlocked(): void;
	/** Called when a newer version is about to be opened. The database has been closed for it. */
	onSuperseded(): void;
	/** Called when the database was deleted, or the browser has closed it. It can be opened again. */
	onLost(): void;
}

/** The library that made the first databases multiplied their versions by ten, and those numbers are on the users' disks. */
const STEP = 10;

/** Opens the database, and makes it or brings it up to date before. Rejects with the browser's own error. */
export async function openDatabase(
	{ name, migrations = released }: DatabaseOptions,
	{ onBlocked, onSuperseded, onLost }: DatabaseHandlers,
): Promise<IDBPDatabase<Tables>> {
	if (typeof indexedDB === 'undefined') throw new StoreError('unavailable');
	const failures: unknown[] = [];
	const database: IDBPDatabase = await openDB(name, STEP * migrations.length, {
		blocked: onBlocked,
		async upgrade(opened, oldVersion, _newVersion, transaction) {
			const missing = migrations.filter(({ version }) => version * STEP > oldVersion);
			await upgradeBy(missing, opened, transaction).catch((error: unknown) => failures.push(error));
		},
		blocking(_currentVersion, newVersion) {
			database.close();
			if (newVersion === null) onLost();
			else onSuperseded();
		},
		terminated: onLost,
	}).catch((error: unknown) => {
		// After an upgrade that failed, the browser says no more than that it was aborted.
		throw failures[0] ?? error;
	});
	if (hasTables(database)) return database;
	database.close();
	throw new StoreError('failed');
}

/** Whether the database has all the tables and indexes that a query relies on. */
function hasTables(database: IDBPDatabase | IDBPDatabase<Tables>): database is IDBPDatabase<Tables> {
	return tableNames.every((name) => database.objectStoreNames.contains(name));
}

/** Upgrades the database. If it fails, it rejects with the reason, and nothing of the upgrade is written. */
function upgradeBy(
	missing: readonly Migration[],
	database: IDBPDatabase,
	transaction: UpgradeTransaction,
): Promise<void> {
	return allOrNothing(transaction, async () => {
		for (const migration of missing) await migration.upgrade(database, transaction);
	});
}
