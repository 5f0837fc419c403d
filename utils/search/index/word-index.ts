import type { Database } from '@sqlite.org/sqlite-wasm';
import { asStem } from '../words/query.ts';
import { stemOf } from '../words/stem-of.ts';
import { wordsOf } from '../words/words-of.ts';
import type { KnownMessage } from './plan.ts';

/** Raise it with every change of the tables, of the folding or of the stems: an index of another version is made anew. */
const VERSION = 3;

/**
 * `words` and `titles` keep no text, only where which word is: snippets are made of the rows of the database of chats.
 * `stems` has the stem of each word that is not its own, once for a message.
 *
 * Words have been cut and folded before, so the tokenizer has nothing to do but to see the spaces.
 */
const SCHEMA = `
	CREATE TABLE chats (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL);
	CREATE TABLE messages (n INTEGER PRIMARY KEY, chat INTEGER NOT NULL, id TEXT NOT NULL, updated_at INTEGER NOT NULL);
	CREATE INDEX messages_of_chat ON messages (chat);
	CREATE TABLE marks (name TEXT PRIMARY KEY) WITHOUT ROWID;
	CREATE VIRTUAL TABLE words USING fts5 (body, stems, content='', contentless_delete=1, prefix='2 3', tokenize='ascii');
	CREATE VIRTUAL TABLE titles USING fts5 (body, stems, content='', contentless_delete=1, prefix='2 3', tokenize='ascii');
	PRAGMA user_version = ${VERSION};
`;

/** Rows of one second. More of them take the numbers behind it. */
const PER_SECOND = 8;

export interface NewMessage {
	chatId: string;
	messageId: string;
	updatedAt: number;
	createdAt: number;
	text: string;
}

/** A message that may be what was searched for. */
export interface Candidate {
	row: number;
	chatId: string;
	messageId: string;
}

/** What is remembered between two leaders: that the index was complete once, and that deleted words may still be in it. */
type Mark = 'complete' | 'purge';

/** The index: which words are in which message. All of it is synchronous. It throws what SQLite throws. */
export interface WordIndex {
	chatIds(): string[];
	known(chatId: string): KnownMessage[];
	/** Puts a chat in the index, or gives it its new title. Returns whether that changed anything. */
	putChat(chatId: string, title: string): boolean;
	/** Takes a chat out, with all its messages. */
	removeChat(chatId: string): void;
	removeMessages(rows: readonly number[]): void;
	/** Adds a message to a chat that is in the index. Many are added quickest in the order of their age. */
	addMessage(message: NewMessage): void;
	/** The newest first, of those before this row. */
	search(match: string, options: { before: number; limit: number }): Candidate[];
	/** Empty for a chat that is not in the index. */
	titleOf(chatId: string): string;
	/** The chats whose titles may be what was searched for. */
	searchTitles(match: string, limit: number): { chatId: string; title: string }[];
	has(mark: Mark): boolean;
	set(mark: Mark, isSet: boolean): void;
	/**
	 * Deleted words stay in the file until the parts of the index that they are in are written anew. This does a
	 * little of it, and returns whether there is more to do.
	 */
	purgeSome(isFirst: boolean): boolean;
	begin(): void;
	commit(): void;
	close(): void;
}

/** Whether a database has an index of this version. False for an empty one, and for one that is damaged. */
export function isCurrent(database: Database): boolean {
	try {
		return database.selectValue('PRAGMA user_version') === VERSION;
	} catch {
		return false;
	}
}

/** The index in this database, which is empty or has one of this version. */
export function createWordIndex(database: Database): WordIndex {
	// What is deleted is overwritten. A lost write costs an index that is made anew, so nothing waits for the disk.
	database.exec('PRAGMA secure_delete = ON; PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = NORMAL;');
	database.exec('PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000;');
	if (!isCurrent(database)) database.transaction(() => database.exec(SCHEMA));

	const run = (sql: string, bind: (string | number)[]) => void database.exec({ sql, bind });
	const all = (sql: string, bind: (string | number)[]) => database.selectArrays(sql, bind);

	const isTaken = (row: number) =>
		database.selectValue('SELECT 1 FROM messages WHERE n = ?', [row]) !== undefined;

	/** The number of a row that is free, close to the time at which its message was made. */
	function freeRow(createdAt: number): number {
		const first = Math.floor(Math.min(Math.max(createdAt, 0), 8.64e15) / 1000) * PER_SECOND;
		if (!isTaken(first)) return first;
		// Thousands of messages may be of one second: the end of a row of taken numbers is found by halving.
		let taken = first;
		let free = first + 1;
		for (let leap = 2; isTaken(free); leap *= 2) [taken, free] = [free, first + leap];
		while (free - taken > 1) {
			const middle = Math.floor((taken + free) / 2);
			if (isTaken(middle)) taken = middle;
			else free = middle;
		}
		return free;
	}

	function chatRow(chatId: string): number | undefined {
		const row = database.selectValue('SELECT n FROM chats WHERE id = ?', [chatId]);
		return row === undefined ? undefined : Number(row);
	}

	function removeMessages(rows: readonly number[]): void {
		for (const row of rows) {
			run('DELETE FROM words WHERE rowid = ?', [row]);
			run('DELETE FROM messages WHERE n = ?', [row]);
		}
		if (rows.length > 0) set('purge', true);
	}

	function set(mark: Mark, isSet: boolean): void {
		run(isSet ? 'INSERT OR IGNORE INTO marks VALUES (?)' : 'DELETE FROM marks WHERE name = ?', [mark]);
	}

	function addWords(table: 'words' | 'titles', row: number, text: string): void {
		const { body, stems } = indexed(text);
		if (body !== '') run(`INSERT INTO ${table} (rowid, body, stems) VALUES (?, ?, ?)`, [row, body, stems]);
	}

	return {
		chatIds: () => all('SELECT id FROM chats', []).map(([id]) => String(id)),
		known(chatId) {
			const sql =
				'SELECT m.n, m.id, m.updated_at FROM messages m JOIN chats c ON c.n = m.chat WHERE c.id = ?';
			return all(sql, [chatId]).map(([row, id, updatedAt]) => ({
				row: Number(row),
				messageId: String(id),
				updatedAt: Number(updatedAt),
			}));
		},
		putChat(chatId, title) {
			const row = chatRow(chatId);
			if (row === undefined) {
				run('INSERT INTO chats (id, title) VALUES (?, ?)', [chatId, title]);
				addWords('titles', chatRow(chatId) ?? 0, title);
				return true;
			}
			if (database.selectValue('SELECT title FROM chats WHERE n = ?', [row]) === title) return false;
			run('UPDATE chats SET title = ? WHERE n = ?', [title, row]);
			run('DELETE FROM titles WHERE rowid = ?', [row]);
			addWords('titles', row, title);
			set('purge', true);
			return true;
		},
		removeChat(chatId) {
			const row = chatRow(chatId);
			if (row === undefined) return;
			removeMessages(all('SELECT n FROM messages WHERE chat = ?', [row]).map(([n]) => Number(n)));
			run('DELETE FROM titles WHERE rowid = ?', [row]);
			run('DELETE FROM chats WHERE n = ?', [row]);
			set('purge', true);
		},
		removeMessages,
		addMessage({ chatId, messageId, updatedAt, createdAt, text }) {
			const chat = chatRow(chatId);
			if (chat === undefined) return;
			const row = freeRow(createdAt);
			const sql = 'INSERT INTO messages (n, chat, id, updated_at) VALUES (?, ?, ?, ?)';
			run(sql, [row, chat, messageId, updatedAt]);
			addWords('words', row, text);
		},
		search(match, { before, limit }) {
			const sql = `SELECT m.n, c.id, m.id FROM words w JOIN messages m ON m.n = w.rowid JOIN chats c ON c.n = m.chat
				WHERE words MATCH ? AND w.rowid < ? ORDER BY w.rowid DESC LIMIT ?`;
			return all(sql, [match, before, limit]).map(([row, chatId, messageId]) => ({
				row: Number(row),
				chatId: String(chatId),
				messageId: String(messageId),
			}));
		},
		titleOf: (chatId) => String(database.selectValue('SELECT title FROM chats WHERE id = ?', [chatId]) ?? ''),
		searchTitles(match, limit) {
			const sql = `SELECT c.id, c.title FROM titles t JOIN chats c ON c.n = t.rowid
				WHERE titles MATCH ? ORDER BY t.rowid DESC LIMIT ?`;
			return all(sql, [match, limit]).map(([id, title]) => ({ chatId: String(id), title: String(title) }));
		},
		has: (mark) => database.selectValue('SELECT 1 FROM marks WHERE name = ?', [mark]) !== undefined,
		set,
		purgeSome(isFirst) {
			const changes = () => Number(database.selectValue('SELECT total_changes()'));
			const before = changes();
			for (const table of ['words', 'titles']) {
				// A negative number begins to join all parts of the index into one; see FTS5, “The 'merge' command”.
				run(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ?)`, [
					isFirst ? -PURGED_PAGES : PURGED_PAGES,
				]);
			}
			// Each of the two commands counts as one change when it has nothing to do.
			const hasMore = changes() - before > 2;
			if (!hasMore) set('purge', false);
			return hasMore;
		},
		begin: () => void database.exec('BEGIN IMMEDIATE'),
		commit: () => void database.exec('COMMIT'),
		close: () => database.close(),
	};
}

/** Pages that are written at a time, four kilobytes each: a few milliseconds' work. */
const PURGED_PAGES = 128;

function indexed(text: string): { body: string; stems: string } {
	const body: string[] = [];
	const stems = new Set<string>();
	for (const { word } of wordsOf(text)) {
		body.push(word);
		const stem = stemOf(word);
		if (stem !== word) stems.add(asStem(stem));
	}
	return { body: body.join(' '), stems: [...stems].join(' ') };
}
