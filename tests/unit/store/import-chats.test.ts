import { IDBObjectStore } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Store } from '../../../utils/store/store.ts';
import { contentOf, grown } from '../flat-message.ts';
import { answer, chat, createDisk, createTestStore, question } from './fixtures.ts';
import { flawsOf, readTables } from './read-tables.ts';

let disk = createDisk();
let store: Store;

beforeEach(() => {
	disk = createDisk();
	store = createTestStore(disk);
});

const asFile = (document: unknown) => new Blob([JSON.stringify(document)]);
const fileOf = (...chats: unknown[]) => asFile({ format: 'lockchat-chats', version: 1, chats });
const done = (id: string, changes = {}) =>
	answer(id, { content: `text of ${id}`, status: 'done', ...changes });
/** A chat of the file with a question and its answer. */
const exported = (changes = {}, messages: unknown[] = [question(), done('a1')]) => ({
	...chat({ leafId: 'a1', ...changes }),
	messages,
});
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

it('a file of version 1, whose messages had one text each, is read', async () => {
	const quote = { type: 'quote', text: 'blue', title: 'Sky', url: 'https://a.example/' };
	const common = { chatId: 'c1', status: 'done', createdAt: 1 };
	const messages = [
		{ ...common, id: 'q1', parentId: null, role: 'user', content: 'Why?', attachments: [quote] },
		{ ...common, id: 'a1', parentId: 'q1', role: 'assistant', content: 'So.', reasoning: 'Hm.' },
		{ ...common, id: 'a2', parentId: 'q1', role: 'assistant', content: '', refusal: 'No.', hue: 7 },
	];
	const file = asFile({ format: 'lockchat-chats', version: 1, chats: [{ ...chat(), messages }] });
	expect(await store.importChats(file)).toMatchObject({ added: 1, kept: 0, skipped: 0 });
	const stored = await store.getMessages(['q1', 'a1', 'a2']);
	expect([...stored.values()].map(({ parts }) => parts)).toEqual([
		[quote, { type: 'text', text: 'Why?' }],
		[
			{ type: 'reasoning', text: 'Hm.' },
			{ type: 'text', text: 'So.' },
		],
		[{ type: 'refusal', text: 'No.' }],
	]);
	expect(stored.get('a2')).not.toHaveProperty('content');
	expect(stored.get('a2')).toHaveProperty('hue', 7);
});

describe('a file that is not one of ours', () => {
	it.each<[string, Blob, string]>([
		['an empty file', new Blob([]), 'not-json'],
		['a picture', new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0xff])]), 'not-json'],
		['a file that was cut off', new Blob(['{"format":"lockchat-chats","version":1,"chats":[']), 'not-json'],
		['brackets without end', new Blob(['['.repeat(100_000)]), 'not-json'],
		['null', asFile(null), 'not-chats'],
		['a list', asFile([]), 'not-chats'],
		['another format', asFile({ format: 'other', version: 1, chats: [] }), 'not-chats'],
		['no version', asFile({ format: 'lockchat-chats', chats: [] }), 'not-chats'],
		['version 0', asFile({ format: 'lockchat-chats', version: 0, chats: [] }), 'not-chats'],
		['no chats', asFile({ format: 'lockchat-chats', version: 1 }), 'not-chats'],
		['a newer version', asFile({ format: 'lockchat-chats', version: 3, chats: [] }), 'newer-version'],
		['a newer version of another shape', asFile({ format: 'lockchat-chats', version: 4 }), 'newer-version'],
	])('%s is refused', async (_, file, code) => {
		await expect(store.importChats(file)).rejects.toMatchObject({ name: 'ImportError', code });
	});

	it('is told apart from one that the browser cannot read', async () => {
		const file = new Blob(['{}']);
		vi.spyOn(file, 'stream').mockImplementation(
			() =>
				new ReadableStream({
					start: (controller) => controller.error(new DOMException('gone', 'NotReadableError')),
				}),
		);
		await expect(store.importChats(file)).rejects.toMatchObject({ code: 'unreadable' });
	});
});

describe('what is broken in a file', () => {
	it.each<[string, unknown]>([
		['no object', 7],
		['without an id', exported({ id: undefined })],
		['with an empty id', exported({ id: '' })],
		['with an id as long as a book', exported({ id: 'x'.repeat(101) })],
		['without messages', chat({ id: 'c2' })],
		['named twice', exported()],
	])('a chat that is %s is left out, and the others are taken', async (_, broken) => {
		const last = exported({ id: 'last', leafId: null }, []);
		expect(await store.importChats(fileOf(exported(), broken, last))).toMatchObject({
			added: 2,
			kept: 0,
			skipped: 1,
		});
		expect(ids((await readTables(disk)).chats)).toEqual(['c1', 'last']);
	});

	it.each<[string, unknown[], string[]]>([
		['no message', [question(), null, 'x'], ['q1']],
		['of an unknown role', [question(), done('a1', { role: 'tool' })], ['q1']],
		['of another chat', [question(), done('a1', { chatId: 'c2' })], ['q1']],
		['without an id', [question(), done('')], ['q1']],
		['named twice', [question(), question('q1', { content: 'Second' })], ['q1']],
		['after a missing one', [question(), done('a1'), done('a2', { parentId: 'gone' })], ['a1', 'q1']],
		['after one left out', [question(), done('a1', { role: 1 }), done('a2', { parentId: 'a1' })], ['q1']],
		['after itself', [question(), done('a1', { parentId: 'a1' })], ['q1']],
		[
			'in a circle',
			[
				question(),
				done('a1', { parentId: 'a2' }),
				done('a2', { parentId: 'a3' }),
				done('a3', { parentId: 'a1' }),
			],
			['q1'],
		],
	])('a message that is %s is left out, and the others are taken', async (_, messages, taken) => {
		const skipped = messages.length - taken.length;
		expect(await store.importChats(fileOf(exported({}, messages)))).toMatchObject({
			added: 1,
			kept: 0,
			skipped,
		});
		const tables = await readTables(disk);
		expect(ids(tables.messages)).toEqual(taken);
		expect(contentOf(tables.messages.find(({ id }) => id === 'q1'))).toBe('text of q1');
		expect(flawsOf(tables)).toEqual([]);
	});

	it('is repaired where a row of the database would be', async () => {
		const broken = exported({ title: 7, updatedAt: 1e300 }, [question('q1', { content: null } as object)]);
		expect(await store.importChats(fileOf(broken))).toMatchObject({ added: 1, kept: 0, skipped: 0 });
		expect(await store.getChat('c1')).toMatchObject({ title: '', updatedAt: 0, leafId: 'q1' });
	});
});

describe('a chat of a file', () => {
	it.each([null, 'gone', 7])('whose leaf is %j shows its newest path', async (leafId) => {
		const messages = [
			question(),
			done('a2', { createdAt: 12 }),
			question('q2', { parentId: 'a2', createdAt: 13 }),
			done('a1'),
		];
		await store.importChats(fileOf(exported({ leafId }, messages)));
		expect((await store.getChat('c1'))?.leafId).toBe('q2');
	});

	it.each(['waiting', 'streaming'])('has no answer that is still %s', async (status) => {
		await store.importChats(fileOf(exported({}, [question(), done('a1', { status })])));
		expect((await readTables(disk)).messages).toContainEqual(done('a1', { status: 'interrupted' }));
		expect(await store.interruptOrphans(new Set())).toEqual([]);
	});

	it('takes up nothing that an answer left behind when it was deleted', async () => {
		await store.appendCheckpoint({ answerId: 'a1', seq: 1, growth: grown(' and more') });
		await store.appendCheckpoint({ answerId: 'other', seq: 1, growth: grown('x') });
		await store.importChats(fileOf(exported()));
		expect(contentOf(await store.readPartial('a1'))).toBe('text of a1');
		expect((await readTables(disk)).checkpoints).toHaveLength(1);
	});

	it('can name keys of a prototype without any harm', async () => {
		const file = JSON.stringify({
			format: 'lockchat-chats',
			version: 1,
			chats: [exported({ id: '__proto__' }, [question('constructor', { chatId: '__proto__' })])],
		}).replace('"title"', '"__proto__":{"isPolluted":true},"title"');
		expect(file).toContain('"__proto__":{');
		expect(await store.importChats(new Blob([file]))).toMatchObject({ added: 1, kept: 0, skipped: 0 });
		expect(Reflect.get({}, 'isPolluted')).toBeUndefined();
		const [row] = (await readTables(disk)).chats;
		expect(Object.keys(row ?? {})).not.toContain('__proto__');
		expect(row).not.toHaveProperty('isPolluted');
		expect(await store.getPath('__proto__', 'constructor')).toHaveLength(1);
	});
});

describe('a disk that is full', () => {
	it('ends the import, keeps the chats before, and leaves no half of the one that had no room', async () => {
		const add = IDBObjectStore.prototype.add;
		vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (
			this: IDBObjectStore,
			value: unknown,
			key?: IDBValidKey,
		) {
			if (Reflect.get(Object(value), 'id') === 'a2') throw new DOMException('full', 'QuotaExceededError');
			return key === undefined ? add.call(this, value) : add.call(this, value, key);
		});
		const second = exported({ id: 'c2' }, [
			question('q2', { chatId: 'c2' }),
			done('a2', { chatId: 'c2', parentId: 'q2' }),
		]);
		const file = fileOf(exported(), second, exported({ id: 'c3', leafId: null }, []));
		await expect(store.importChats(file)).rejects.toMatchObject({
			name: 'ImportError',
			code: 'full',
			outcome: { added: 1, kept: 0, skipped: 0 },
		});
		const tables = await readTables(disk);
		expect(ids(tables.chats)).toEqual(['c1']);
		expect(ids(tables.messages)).toEqual(['a1', 'q1']);
		expect(flawsOf(tables)).toEqual([]);
		vi.restoreAllMocks();
		expect(await store.importChats(file)).toMatchObject({ added: 2, kept: 1, skipped: 0 });
	});
});
