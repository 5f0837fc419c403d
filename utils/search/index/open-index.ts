import type { Database, SAHPoolUtil, Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import wasmUrl from '@sqlite.org/sqlite-wasm/sqlite3.wasm?url';
import { FOLDER } from '../protocol.ts';
import { createWordIndex, isCurrent, type WordIndex } from './word-index.ts';

export interface OpenedIndex {
	index: WordIndex;
	/** False where it is in this worker's memory, as the browser keeps no files here. */
	isKept: boolean;
	/** Throws the index away, with its file. It is closed before. */
	discard(): Promise<void>;
}

const FILE = '/index';
/** The files of the pool: the index, its journal, and one or two that SQLite asks for. */
const CAPACITY = 6;

/** Opens the index that is on the disk, or makes an empty one. One of another version, or a damaged one, is thrown away. */
export async function openIndex(): Promise<OpenedIndex> {
	const sqlite = await loadSqlite();
	const pool = await openPool(sqlite);
	if (!pool) return openInMemory(sqlite);
	const index = openFile(pool) ?? (await openAnew(pool));
	return {
		index,
		isKept: true,
		async discard() {
			index.close();
			await pool.wipeFiles();
		},
	};
}

/** The index in the file; null where that is of another version, or damaged. */
function openFile(pool: SAHPoolUtil): WordIndex | null {
	const database = new pool.OpfsSAHPoolDb(FILE);
	try {
		if (isEmpty(database) || isCurrent(database)) return createWordIndex(database);
	} catch (error) {
		console.error('The index of the search cannot be read, and is made anew.', error);
	}
	database.close();
	return null;
}

async function openAnew(pool: SAHPoolUtil): Promise<WordIndex> {
	await pool.wipeFiles();
	return createWordIndex(new pool.OpfsSAHPoolDb(FILE));
}

/** An index that is gone with this worker. */
export async function openIndexInMemory(): Promise<OpenedIndex> {
	return openInMemory(await loadSqlite());
}

function openInMemory(sqlite: Sqlite3Static): OpenedIndex {
	const index = createWordIndex(new sqlite.oo1.DB(':memory:'));
	return { index, isKept: false, discard: async () => index.close() };
}

let loading: Promise<Sqlite3Static> | undefined;

/** Loads SQLite, which is a file of its own. Only the VFS over the pool is wanted of those that it brings along. */
function loadSqlite(): Promise<Sqlite3Static> {
	loading ??= load();
	return loading;
}

async function load(): Promise<Sqlite3Static> {
	Object.assign(globalThis, {
		sqlite3ApiConfig: { disable: { vfs: { opfs: true, 'opfs-vfs': true, 'opfs-wl': true, kvvfs: true } } },
	});
	const { default: init } = await import('@sqlite.org/sqlite-wasm');
	// Its types leave out the options that its documentation has.
	const start: (options: { locateFile: () => string }) => Promise<Sqlite3Static> = init;
	return start({ locateFile: () => wasmUrl });
}

/** How often, and after how many milliseconds, files are asked for that a worker which has just died still holds. */
const TRIES = 40;
const RETRY_MS = 50;

async function openPool(sqlite: Sqlite3Static): Promise<SAHPoolUtil | null> {
	for (let attempt = 1; ; attempt += 1) {
		try {
			const options = {
				name: 'lockchat-search',
				directory: FOLDER,
				initialCapacity: CAPACITY,
				// Its types leave this out. Without it the first refusal would be given again and again.
				forceReinitIfPreviouslyFailed: true,
				// Without this, a refusal would delete the index that another worker still holds.
				preserveOnInitFailure: true,
			};
			return await sqlite.installOpfsSAHPoolVfs(options);
		} catch (error) {
			const isHeld = error instanceof DOMException && error.name === 'NoModificationAllowedError';
			if (isHeld && attempt < TRIES) await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
			else {
				console.error('The index of the search cannot be kept here.', error);
				return null;
			}
		}
	}
}

function isEmpty(database: Database): boolean {
	return database.selectValue('SELECT count(*) FROM sqlite_schema') === 0;
}
