import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Chat, MessageNode } from '../../../utils/chat/schema.ts';
import { createRunStore } from '../../../utils/store/create-run-store.ts';
import { createStoreContext, type StoreContext } from '../../../utils/store/database/context.ts';
import { createWatches } from '../../../utils/store/watch.ts';
import { grown } from '../flat-message.ts';
import { answer, chat, createDisk, createTestStore, observe, question } from './fixtures.ts';
import { putRaw, resultOf } from './version-1.ts';

const asked = (id = 'c1') => ({
	chat: chat({ id }),
	question: question(`q-${id}`, { chatId: id }),
	answer: answer(`a-${id}`, { chatId: id, parentId: `q-${id}` }),
});

/** The watches of a window, and the notices that it hears. */
function createWindow(disk: { name: string }) {
	const context = createStoreContext({ ...disk, retryMs: 5 });
	const watches = createWatches(context);
	return {
		context,
		nodes: (chatId = 'c1') =>
			observe<MessageNode[]>((listener, onError) => watches.watchNodes(chatId, listener, onError)),
		chats: () => observe<Chat[]>((listener, onError) => watches.watchChats({ limit: 9 }, listener, onError)),
	};
}

/** Resolves when a window of this context hears of the next change, in which chats and of what. */
function nextNotice({ connection }: StoreContext) {
	return new Promise((resolve) => {
		const stop = connection.notices.listen((changes) => {
			stop();
			resolve(changes && { chats: [...changes.chats], nodes: [...changes.nodes] });
		});
	});
}

/** How often a table, or an index of it, was read as a watch does. */
function countReads(table: 'nodes') {
	const getAll = vi.spyOn(IDBObjectStore.prototype, 'getAll');
	return () =>
		getAll.mock.contexts.filter((store) => store instanceof IDBObjectStore && store.name === table).length;
}

/** Keeps every read waiting, as a long write of another window would. */
async function holdTable(disk: { name: string }, name: string): Promise<() => void> {
	const opening = indexedDB.open(disk.name);
	await resultOf(opening);
	const table = opening.result.transaction(name, 'readwrite').objectStore(name);
	let isHeld = true;
	const hold = () => {
		if (isHeld) table.count().onsuccess = hold;
		else opening.result.close();
	};
	hold();
	return () => {
		isHeld = false;
	};
}

let disk: { name: string };

beforeEach(() => {
	disk = createDisk();
});
afterEach(() => vi.unstubAllGlobals());

describe('what a write tells', () => {
	it.each<[string, (store: ReturnType<typeof createTestStore>) => Promise<unknown>, object]>([
		['a question', (store) => store.saveQuestion(asked('c2')), { chats: ['c2'], nodes: ['c2'] }],
		[
			'one more answer',
			(store) => store.saveAnswerStart(answer('a2', { parentId: 'q-c1' })),
			{ chats: ['c1'], nodes: ['c1'] },
		],
		[
			'an answer that ends',
			(store) => store.saveAnswer(answer('a-c1', { parentId: 'q-c1' })),
			{ chats: [], nodes: ['c1'] },
		],
		[
			'an answer that a dead worker left',
			(store) => store.interruptOrphans(new Set()),
			{ chats: [], nodes: ['c1'] },
		],
		['a new title', (store) => store.renameChat('c1', 'New'), { chats: ['c1'], nodes: [] }],
		['a deleted message', (store) => store.cutMessages('a-c1'), { chats: ['c1'], nodes: ['c1'] }],
		['a deleted chat', (store) => store.deleteChat('c1'), { chats: ['c1'], nodes: ['c1'] }],
	])('is for %s which chats, and what of them', async (_, write, told) => {
		const store = createTestStore(disk);
		await store.saveQuestion(asked());
		const { context } = createWindow(disk);
		const notice = nextNotice(context);
		await write(store);
		expect(await notice).toEqual(told);
	});

	it('is nothing for a checkpoint, nor for a write that finds nothing to change', async () => {
		const store = createTestStore(disk);
		await store.saveQuestion(asked());
		const { context } = createWindow(disk);
		const notice = nextNotice(context);
		await store.appendCheckpoint({ answerId: 'a-c1', seq: 1, growth: grown('x') });
		await store.renameChat('gone', 'x');
		await store.cutMessages('gone');
		await store.saveQuestion(asked());
		await store.setPinned('c1', true);
		expect(await notice).toEqual({ chats: ['c1'], nodes: [] });
	});

	it('is nothing when it is undone: no watch sees a part of it', async () => {
		const store = createTestStore(disk);
		await store.saveQuestion(asked());
		const window = createWindow(disk);
		const watched = window.nodes();
		expect(await watched.next()).toHaveLength(2);
		const notice = nextNotice(window.context);
		const { put } = IDBObjectStore.prototype;
		vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, row) {
			if (this.name === 'messages') throw new DOMException('cannot be cloned', 'DataCloneError');
			return put.call(this, row);
		});
		await expect(store.saveAnswerStart(answer('a2', { parentId: 'q-c1' }))).rejects.toMatchObject({
			code: 'failed',
		});
		vi.restoreAllMocks();
		await store.cutMessages('a-c1');
		expect(await notice).toEqual({ chats: ['c1'], nodes: ['c1'] });
		expect(await watched.next()).toHaveLength(1);
		expect((await store.getChat('c1'))?.leafId).toBe('q-c1');
		expect(watched.pending).toEqual([]);
	});

	it('is that anything may have changed when a worker starts: a killed one could tell no more', async () => {
		const store = createTestStore(disk);
		await store.saveQuestion(asked());
		const watched = createWindow(disk).chats();
		expect(await watched.next()).toMatchObject([{ title: 'Sky' }]);
		await putRaw(disk, 'chats', { ...chat({ title: 'Untold' }), order: [1, 0] });
		createRunStore(disk);
		expect(await watched.next()).toMatchObject([{ title: 'Untold' }]);
	});
});

describe('a watch', () => {
	it('reads only what concerns it', async () => {
		const store = createTestStore(disk);
		await store.saveQuestion(asked());
		const reads = countReads('nodes');
		const watched = createWindow(disk).nodes();
		await watched.next();
		expect(reads()).toBe(1);
		await store.saveQuestion(asked('c2'));
		await store.appendCheckpoint({ answerId: 'a-c1', seq: 1, growth: grown('x') });
		await store.renameChat('c1', 'New');
		await store.saveAnswer(answer('a-c1', { parentId: 'q-c1', status: 'done' }));
		await watched.next();
		expect(reads()).toBe(2);
	});

	it('reads once more for all that changes during a read', async () => {
		await createTestStore(disk).saveQuestion(asked());
		const window = createWindow(disk);
		const reads = countReads('nodes');
		const release = await holdTable(disk, 'nodes');
		const watched = window.nodes();
		const change = { chats: new Set<string>(), nodes: new Set(['c1']) };
		for (let count = 0; count < 3; count += 1) window.context.connection.notices.tellHere(change);
		release();
		await watched.next();
		await watched.next();
		await window.context.connection.read(['nodes'], async () => undefined);
		expect(watched.pending).toEqual([]);
		expect(reads()).toBe(2);
	});

	it('misses nothing that is committed while it begins', async () => {
		const store = createTestStore(disk);
		const saving = store.saveQuestion(asked());
		const watched = createWindow(disk).nodes();
		await saving;
		let seen = await watched.next();
		if (seen.length === 0) seen = await watched.next();
		expect(seen).toHaveLength(2);
	});

	it('looks again when its page comes back by the Back button, which no notice has reached', async () => {
		const page = new EventTarget();
		vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
		await createTestStore(disk).saveQuestion(asked());
		const watched = createWindow(disk).chats();
		await watched.next();
		page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
		await putRaw(disk, 'chats', { ...chat({ title: 'Meanwhile' }), order: [1, 0] });
		page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
		expect(await watched.next()).toMatchObject([{ title: 'Meanwhile' }]);
		expect(watched.pending).toEqual([]);
	});

	it('hears of its own window where there is no channel to others', async () => {
		vi.spyOn(console, 'error').mockImplementation(() => undefined);
		vi.stubGlobal(
			'BroadcastChannel',
			class {
				constructor() {
					throw new DOMException('denied', 'SecurityError');
				}
			},
		);
		createRunStore(disk);
		const store = createTestStore(disk);
		const watched = observe<Chat[]>((listener, onError) => store.watchChats({ limit: 9 }, listener, onError));
		await watched.next();
		expect(await store.saveQuestion(asked())).toBe('saved');
		expect(await watched.next()).toHaveLength(1);
	});
});
