import { IDBDatabase, IDBObjectStore } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Store } from '../../../utils/store/store.ts';
import { answer, chat, createDisk, createTestStore, observe, question } from './fixtures.ts';
import { putRaw, resultOf } from './version-1.ts';

const asked = () => ({ chat: chat(), question: question(), answer: answer() });

let disk: { name: string };
let store: Store;
/** Closes the connection as the browser does when its storage fails or is cleared. */
let browserCloses: () => void;
/** Tells of it, which comes later. */
let browserTells: () => void;

beforeEach(async () => {
	disk = createDisk();
	store = createTestStore(disk);
	const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
	const listen = vi.spyOn(IDBDatabase.prototype, 'addEventListener');
	await store.saveQuestion(asked());
	const [connection] = transaction.mock.contexts;
	const told = listen.mock.calls.flatMap(([type, listener]) => (type === 'close' ? [listener] : []));
	if (!(connection instanceof IDBDatabase)) throw new Error('Nothing was opened.');
	browserCloses = () => connection.close();
	browserTells = () => {
		for (const listener of told)
			if (typeof listener === 'function') listener.call(connection, new Event('close'));
	};
	vi.restoreAllMocks();
});

const watchChats = () => observe((listener, onError) => store.watchChats({ limit: 9 }, listener, onError));

describe('a connection that the browser has closed', () => {
	it('is opened again by the next call, also before the browser tells', async () => {
		browserCloses();
		const results = await Promise.all([store.getChat('c1'), store.saveAnswerStart(answer('a2'))]);
		expect(results).toMatchObject([{ id: 'c1' }, 'saved']);
		browserTells();
		expect((await store.getChat('c1'))?.leafId).toBe('a2');
	});

	it('is opened again by what is watched, which has heard of no change meanwhile', async () => {
		const watched = watchChats();
		expect(await watched.next()).toMatchObject([{ title: 'Sky' }]);
		browserCloses();
		await putRaw(disk, 'chats', { ...chat({ title: 'Meanwhile' }), order: [1, 0] });
		browserTells();
		expect(await watched.next()).toMatchObject([{ title: 'Meanwhile' }]);
	});
});

it('a database that the user deletes empties what is watched', async () => {
	const watched = watchChats();
	expect(await watched.next()).toHaveLength(1);
	await resultOf(indexedDB.deleteDatabase(disk.name));
	expect(await watched.next()).toEqual([]);
	await store.saveQuestion(asked());
	expect(await watched.next()).toHaveLength(1);
});

describe('a disk that is full only when all of a write is committed (case 62)', () => {
	/** Aborts a transaction as the browser does then: after its last request, with the quota as the reason. */
	function refuseCommits() {
		const { put } = IDBObjectStore.prototype;
		vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, row) {
			const request = put.call(this, row);
			const isLast = this.name === 'messages' && Reflect.get(row, 'role') === 'assistant';
			if (isLast) {
				request.addEventListener('success', () =>
					Reflect.get(this.transaction, '_abort').call(this.transaction, 'QuotaExceededError'),
				);
			}
			return request;
		});
	}

	it('refuses the write, and nothing of it is there', async () => {
		const watched = watchChats();
		await watched.next();
		refuseCommits();
		const saving = store.saveAnswerStart(answer('a2'));
		await expect(saving).rejects.toMatchObject({ name: 'StoreError', code: 'full' });
		vi.restoreAllMocks();
		expect((await store.getChat('c1'))?.leafId).toBe('a1');
		expect((await store.getMessages(['a2'])).size).toBe(0);
		expect(watched.pending).toEqual([]);
		expect(await store.saveAnswerStart(answer('a2'))).toBe('saved');
		expect(await watched.next()).toMatchObject([{ leafId: 'a2' }]);
	});
});

it('a full disk in the middle of a write is told as such, not as what it aborted', async () => {
	const { put } = IDBObjectStore.prototype;
	vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, row) {
		const request = put.call(this, row);
		if (this.name === 'nodes')
			Reflect.get(this.transaction, '_abort').call(this.transaction, 'QuotaExceededError');
		return request;
	});
	await expect(store.saveAnswerStart(answer('a2'))).rejects.toMatchObject({ code: 'full' });
});
