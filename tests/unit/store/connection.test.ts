import { IDBDatabase, IDBFactory } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Migration, migrations } from '../../../utils/store/database/migrations.ts';
import { StoreError } from '../../../utils/store/database/store-error.ts';
import { grown } from '../flat-message.ts';
import { answer, chat, createDisk, createTestStore, observe, question } from './fixtures.ts';
import { resultOf } from './version-1.ts';

const asked = () => ({ chat: chat(), question: question(), answer: answer() });

const nextVersion: Migration[] = [
	...migrations,
	{
		version: migrations.length + 1,
		upgrade: (database) => void database.createObjectStore('extras', { keyPath: 'id' }),
	},
];

describe('a store that is made', () => {
	afterEach(() => vi.unstubAllGlobals());

	it('opens nothing until it is used', async () => {
		vi.stubGlobal('indexedDB', new IDBFactory());
		const disk = createDisk();
		const store = createTestStore(disk);
		expect(await indexedDB.databases()).toEqual([]);
		await store.getChat('c1');
		expect(await indexedDB.databases()).toHaveLength(1);
	});

	it('refuses every call and ends every watch once it is closed', async () => {
		const disk = createDisk();
		const store = createTestStore(disk);
		await store.saveQuestion(asked());
		const watched = observe((listener, onError) => store.watchNodes('c1', listener, onError));
		await watched.next();
		store.close();
		const other = createTestStore(disk);
		const seen = observe((listener, onError) => other.watchNodes('c1', listener, onError));
		await seen.next();
		await other.deleteChat('c1');
		await seen.next();
		expect(watched.pending).toEqual([]);
		await expect(store.getChat('c1')).rejects.toMatchObject({ code: 'unavailable' });
		await expect(store.saveAnswer(answer())).rejects.toMatchObject({ code: 'unavailable' });
	});
});

describe('the durability of a write', () => {
	afterEach(() => vi.restoreAllMocks());

	it('is strict for what must not be lost, relaxed for checkpoints and settings of a chat', async () => {
		const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
		const store = createTestStore();
		await store.saveQuestion(asked());
		await store.setPinned('c1', true);
		transaction.mockClear();
		const durabilityOf = async (write: Promise<unknown>) => {
			await write;
			const modes = transaction.mock.calls.map(([, mode, options]) => `${mode} ${options?.durability}`);
			transaction.mockClear();
			return modes;
		};
		const next = { ...asked(), question: question('q2', { parentId: 'a1' }) };
		const saving = store.saveQuestion({ ...next, answer: answer('a3', { parentId: 'q2' }) });
		expect(await durabilityOf(saving)).toEqual(['readwrite strict']);
		expect(await durabilityOf(store.saveAnswerStart(answer('a2')))).toEqual(['readwrite strict']);
		expect(
			await durabilityOf(store.appendCheckpoint({ answerId: 'a2', seq: 1, growth: grown('x') })),
		).toEqual(['readwrite relaxed']);
		expect(await durabilityOf(store.interruptOrphans(new Set()))).toEqual(['readwrite strict']);
		expect(await durabilityOf(store.saveAnswer(answer()))).toEqual(['readwrite strict']);
		expect(await durabilityOf(store.renameChat('c1', 'x'))).toEqual(['readwrite relaxed']);
		expect(await durabilityOf(store.cutMessages('a1'))).toEqual(['readwrite strict']);
		expect(await durabilityOf(store.deleteChat('c1'))).toEqual(['readwrite strict']);
	});
});

describe('a newer version in another window', () => {
	it('gets its way: this one closes, says so, and refuses what comes after', async () => {
		const disk = createDisk();
		const old = createTestStore(disk);
		await old.saveQuestion(asked());
		const watched = observe((listener, onError) => old.watchNodes('c1', listener, onError));
		await watched.next();

		const upgraded = createTestStore({ ...disk, migrations: nextVersion });
		expect((await upgraded.getChat('c1'))?.leafId).toBe('a1');
		expect(await watched.nextError()).toMatchObject({ name: 'StoreError', code: 'blocked' });
		await expect(old.saveAnswer(answer())).rejects.toMatchObject({ code: 'blocked' });
		await expect(old.getChat('c1')).rejects.toBeInstanceOf(StoreError);
	});
});

describe('an older window that does not close', () => {
	it('is reported instead of being waited for, until it has gone', async () => {
		const disk = createDisk();
		const old = createTestStore(disk);
		await old.saveQuestion(asked());
		old.close();
		const opening = indexedDB.open(disk.name);
		await resultOf(opening);

		const store = createTestStore({ ...disk, migrations: nextVersion });
		await expect(store.getChat('c1')).rejects.toMatchObject({ code: 'blocked' });
		await expect(store.getChat('c1')).rejects.toMatchObject({ code: 'blocked' });
		const watched = observe((listener, onError) => store.watchNodes('c1', listener, onError));
		expect(await watched.nextError()).toMatchObject({ code: 'blocked' });
		opening.result.close();
		expect(await watched.next()).toHaveLength(2);
		expect((await store.getChat('c1'))?.leafId).toBe('a1');
	});
});

it('a database that the user deletes comes back empty', async () => {
	const disk = createDisk();
	const store = createTestStore(disk);
	await store.saveQuestion(asked());
	await resultOf(indexedDB.deleteDatabase(disk.name));
	expect(await store.getChat('c1')).toBeNull();
	expect(await store.saveQuestion(asked())).toBe('saved');
});
