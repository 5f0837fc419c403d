import { describe, expect, it } from 'vitest';
import type { Chat, MessageNode } from '../../../utils/chat/schema.ts';
import { createMessageCache } from '../../../utils/store/message-cache.ts';
import type { Store } from '../../../utils/store/store.ts';
import { grown } from '../flat-message.ts';
import { answer, chat, createClock, createDisk, createTestStore, observe, question } from './fixtures.ts';

const watchNodes = (store: Store, chatId = 'c1') =>
	observe<MessageNode[]>((listener, onError) => store.watchNodes(chatId, listener, onError));

const watchChats = (store: Store, limit: number) =>
	observe<Chat[]>((listener, onError) => store.watchChats({ limit }, listener, onError));

async function ask(store: Store, id: string, changes: Partial<Chat> = {}) {
	await store.saveQuestion({
		chat: chat({ id, ...changes }),
		question: question(`q-${id}`, { chatId: id }),
		answer: answer(`a-${id}`, { chatId: id, parentId: `q-${id}` }),
	});
}

describe('the watched nodes of a chat', () => {
	it('come at once, and again with each message, oldest first', async () => {
		const store = createTestStore();
		const watched = watchNodes(store);
		expect(await watched.next()).toEqual([]);
		await store.saveQuestion({
			chat: chat(),
			question: question('q9'),
			answer: answer('a1', { parentId: 'q9' }),
		});
		expect(await watched.next()).toEqual([
			{ id: 'q9', parentId: null, role: 'user', createdAt: 10, updatedAt: 1000 },
			{ id: 'a1', parentId: 'q9', role: 'assistant', createdAt: 11, updatedAt: 1000 },
		]);
	});

	it('have a later stamp after each write, in one millisecond and when the clock goes back', async () => {
		const clock = createClock();
		const store = createTestStore({ now: clock.now });
		await ask(store, 'c1');
		const watched = watchNodes(store);
		const stamp = async () => (await watched.next()).find(({ role }) => role === 'assistant')?.updatedAt;
		const stamps = [await stamp()];
		for (const time of [1000, 500, 3000]) {
			clock.time = time;
			await store.saveAnswer(answer('a-c1', { parentId: 'q-c1', content: `at ${time}`, status: 'done' }));
			stamps.push(await stamp());
		}
		expect(stamps).toEqual([1000, 1001, 1002, 3000]);
	});

	it('do not come for checkpoints, other chats, or the chat’s own settings', async () => {
		const store = createTestStore();
		await ask(store, 'c1');
		const watched = watchNodes(store);
		await watched.next();
		await store.appendCheckpoint({ answerId: 'a-c1', seq: 1, growth: grown('x') });
		await ask(store, 'c2');
		await store.renameChat('c1', 'New');
		await store.deleteChat('c2');
		await store.cutMessages('a-c1');
		expect((await watched.next()).map(({ id }) => id)).toEqual(['q-c1']);
		expect(watched.pending).toEqual([]);
	});

	it('come when another window, or the worker, writes', async () => {
		const disk = createDisk();
		const [window, worker] = [createTestStore(disk), createTestStore(disk)];
		const watched = watchNodes(window);
		await watched.next();
		await ask(worker, 'c1');
		expect(await watched.next()).toHaveLength(2);
		await worker.deleteChat('c1');
		expect(await watched.next()).toEqual([]);
	});

	it('come no more once they are not watched', async () => {
		const store = createTestStore();
		const [left, stays] = [watchNodes(store), watchNodes(store)];
		await left.next();
		await stays.next();
		left.unwatch();
		await ask(store, 'c1');
		await stays.next();
		expect(left.pending).toEqual([]);
	});
});

describe('the watched list of chats', () => {
	it('has pinned chats first, then the most recently used, up to its limit', async () => {
		const clock = createClock();
		const store = createTestStore({ now: clock.now });
		for (const [index, id] of ['old', 'pin', 'mid', 'new'].entries()) {
			clock.time = 1000 + index;
			await ask(store, id);
		}
		await store.setPinned('pin', true);
		const watched = watchChats(store, 3);
		const ids = async () => (await watched.next()).map(({ id }) => id);
		expect(await ids()).toEqual(['pin', 'new', 'mid']);
		clock.time = 2000;
		await store.saveAnswerStart(answer('a2', { chatId: 'old', parentId: 'q-old' }));
		expect(await ids()).toEqual(['pin', 'old', 'new']);
		await store.setPinned('pin', false);
		expect(await ids()).toEqual(['old', 'new', 'mid']);
		await store.deleteChat('new');
		expect(await ids()).toEqual(['old', 'mid', 'pin']);
	});
});

describe('a watched chat', () => {
	it('is null until it is there, follows its changes, and is null again when deleted', async () => {
		const store = createTestStore();
		const watched = observe<{ chat: Chat | null }>((listener, onError) =>
			store.watchChat('c1', (found) => listener({ chat: found }), onError),
		);
		expect(await watched.next()).toEqual({ chat: null });
		await ask(store, 'c1');
		expect((await watched.next()).chat?.leafId).toBe('a-c1');
		await store.renameChat('c1', 'New');
		expect((await watched.next()).chat?.title).toBe('New');
		await store.deleteChat('c1');
		expect(await watched.next()).toEqual({ chat: null });
	});
});

describe('a message cache', () => {
	const node = (id: string, updatedAt: number): MessageNode => ({
		id,
		parentId: null,
		role: 'user',
		createdAt: 1,
		updatedAt,
	});

	function createCache() {
		const reads: string[][] = [];
		const gone = new Set(['gone']);
		const cache = createMessageCache({
			getMessages: async (ids) => {
				reads.push([...ids]);
				return new Map(ids.filter((id) => !gone.has(id)).map((id) => [id, question(id)]));
			},
		});
		return { cache, reads, gone };
	}

	it('gives an unchanged message as the same object, and reads only what changed', async () => {
		const { cache, reads } = createCache();
		const before = await cache.read([node('a', 1), node('b', 1)]);
		const after = await cache.read([node('a', 1), node('b', 2)]);
		expect(reads).toEqual([['a', 'b'], ['b']]);
		expect(after.get('a')).toMatchObject({ id: 'a' });
		expect(after.get('a')).toBe(before.get('a'));
		expect(after.get('b')).not.toBe(before.get('b'));
		await cache.read([node('a', 1), node('b', 2)]);
		expect(reads).toHaveLength(2);
	});

	it('gives one object to two reads at once', async () => {
		const { cache } = createCache();
		const [one, two] = await Promise.all([cache.read([node('a', 1)]), cache.read([node('a', 1)])]);
		expect(one.get('a')).toMatchObject({ id: 'a' });
		expect(one.get('a')).toBe(two.get('a'));
	});

	it('leaves out what is gone, and forgets what is not kept', async () => {
		const { cache, reads } = createCache();
		expect([...(await cache.read([node('gone', 1), node('a', 1)])).keys()]).toEqual(['a']);
		cache.keep([]);
		await cache.read([node('a', 1)]);
		expect(reads.slice(1)).toEqual([['a']]);
	});

	it('forgets nothing of what is kept', async () => {
		const { cache, reads } = createCache();
		const before = await cache.read([node('a', 1), node('b', 1)]);
		cache.keep([node('a', 1)]);
		const after = await cache.read([node('a', 1), node('b', 1)]);
		expect(reads.slice(1)).toEqual([['b']]);
		expect(after.get('a')).toBe(before.get('a'));
	});

	it('leaves out what was there before and is gone now', async () => {
		const { cache, gone } = createCache();
		await cache.read([node('a', 1)]);
		gone.add('a');
		expect([...(await cache.read([node('a', 2)])).keys()]).toEqual([]);
	});
});
