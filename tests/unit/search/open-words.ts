import init, { type Database } from '@sqlite.org/sqlite-wasm';

const sqlite = init();

/** An empty SQLite database in memory, of the build that is shipped. */
export async function openDatabase(): Promise<Database> {
	return new (await sqlite).oo1.DB(':memory:');
}

const { capi } = await sqlite;

export function isInTransaction(database: Database): boolean {
	return capi.sqlite3_get_autocommit(database) === 0;
}

/** All bytes of the tables behind the index, as letters: what can be read in its file. */
export function bytesOf(database: Database): string {
	const rows = ['words', 'titles'].flatMap((table) =>
		database.selectArrays(`SELECT block FROM ${table}_data`),
	);
	return rows
		.map(([block]) => (block instanceof Uint8Array ? Buffer.from(block).toString('utf8') : ''))
		.join();
}
