import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { generous } from '../../../utils/chat/schema.ts';
import { migrations } from '../../../utils/store/database/migrations.ts';
import { answer, chat, createDisk, createTestStore, observe, question } from './fixtures.ts';
import { readTables } from './read-tables.ts';
import { resultOf, writeVersion1 } from './version-1.ts';

async function createVersion1Disk() {
	const disk = createDisk();
	await writeVersion1(disk.name);
	return disk;
}

describe('data of version 1', () => {
	it('is read whole, and an answer that ran then can be ended', async () => {
		const disk = await createVersion1Disk();
		const store = createTestStore(disk);
		const chats = observe((listener, onError) => store.watchChats({ limit: 9 }, listener, onError));
		expect(await chats.next()).toMatchObject([{ id: 'c1', isPinned: true, temperature: 0.5, leafId: 'a1' }]);
		const [answer] = await store.interruptOrphans(new Set());
		expect(answer).toMatchObject({
			status: 'interrupted',
			parts: [
				{ type: 'reasoning', text: 'Hm. Yes.' },
				{ type: 'text', text: 'The sky.' },
			],
		});
		expect(await store.getPath('c1', 'a1')).toMatchObject([
			{
				parts: [
					{ type: 'quote', text: 'blue', title: 'Sky', url: 'https://example.org' },
					{ type: 'text', text: 'Why is the sky blue?' },
				],
			},
			{ usage: { totalTokens: 3 } },
		]);
		const { chats: chatRows, nodes, messages } = await readTables(disk);
		const needRepair = [
			...chatRows.filter((row) => !v.is(generous.chat, row)),
			...nodes.filter((row) => !v.is(generous.node, row)),
			...messages.filter((row) => !v.is(generous.message, row)),
		];
		expect(needRepair).toEqual([]);
	});

	it('goes through an upgrade to the next version', async () => {
		const store = createTestStore({
			...(await createVersion1Disk()),
			migrations: [
				...migrations,
				{
					version: migrations.length + 1,
					upgrade: async (database, transaction) => {
						database.createObjectStore('extras', { keyPath: 'id' });
						for await (const cursor of transaction.objectStore('chats')) {
							await cursor.update({ ...cursor.value, title: 'Upgraded' });
						}
					},
				},
			],
		});
		expect((await store.getChat('c1'))?.title).toBe('Upgraded');
		expect(await store.getPath('c1', 'a1')).toHaveLength(2);
	});
});

it('the migrations are numbered from one, with none left out', () => {
	expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
});

/** A database as it stands: its version, and each table with the path of its keys and its indexes. */
async function readSchema({ name }: { name: string }) {
	const opening = indexedDB.open(name);
	await resultOf(opening);
	const database = opening.result;
	const transaction = database.transaction([...database.objectStoreNames]);
	const tables = [...database.objectStoreNames].map((table) => {
		const { keyPath, autoIncrement, indexNames } = transaction.objectStore(table);
		const indexes = [...indexNames].map((index) => {
			const { keyPath: path, unique, multiEntry } = transaction.objectStore(table).index(index);
			return [index, path, { unique, multiEntry }];
		});
		return [table, keyPath, { autoIncrement }, ...indexes];
	});
	database.close();
	return { version: database.version, tables };
}

/** What Dexie 4 made of the first two versions, read from databases that it had made. Users have these. */
const PLAIN = { unique: false, multiEntry: false };
const MADE_BY_DEXIE = {
	version: 20,
	tables: [
		['chats', 'id', { autoIncrement: false }, ['order', 'order', PLAIN]],
		['checkpoints', ['answerId', 'seq'], { autoIncrement: false }],
		['messages', 'id', { autoIncrement: false }, ['chatId', 'chatId', PLAIN], ['open', 'open', PLAIN]],
		['nodes', ['chatId', 'id'], { autoIncrement: false }],
	],
};

describe('a database of version 2', () => {
	it.each([
		['that is new', createDisk],
		['that was of version 1', createVersion1Disk],
	])('%s is the one that Dexie made', async (_, create) => {
		const disk = await create();
		// A store of today refuses it, as it lacks a table; it is made all the same.
		await createTestStore({ ...disk, migrations: migrations.slice(0, 2) })
			.getChat('c1')
			.catch(() => null);
		expect(await readSchema(disk)).toEqual(MADE_BY_DEXIE);
	});
});

describe('an upgrade that fails', () => {
	it('says why, changes nothing, and is tried again', async () => {
		const disk = await createVersion1Disk();
		let failure: Error | null = new DOMException('The disk is full', 'QuotaExceededError');
		const store = createTestStore({
			...disk,
			migrations: [
				...migrations,
				{
					version: migrations.length + 1,
					async upgrade(_, transaction) {
						await transaction.objectStore('chats').clear();
						if (failure) throw failure;
					},
				},
			],
		});
		await expect(store.getChat('c1')).rejects.toMatchObject({ code: 'full', cause: failure });
		expect(await readSchema(disk)).toMatchObject({ version: 10 });
		failure = null;
		expect(await store.getChat('c1')).toBeNull();
		expect(await store.saveQuestion({ chat: chat(), question: question('q'), answer: answer('a') })).toBe(
			'saved',
		);
	});
});

it('a database without the tables is refused, and is told as such', async () => {
	const disk = createDisk();
	const opening = indexedDB.open(disk.name, migrations.length * 10);
	await resultOf(opening);
	opening.result.close();
	await expect(createTestStore(disk).getChat('c1')).rejects.toMatchObject({
		name: 'StoreError',
		code: 'failed',
	});
});

it('a database of a newer version is left to that version', async () => {
	const disk = createDisk();
	const opening = indexedDB.open(disk.name, migrations.length * 10 + 10);
	await resultOf(opening);
	opening.result.close();
	await expect(createTestStore(disk).getChat('c1')).rejects.toMatchObject({ code: 'blocked' });
});
