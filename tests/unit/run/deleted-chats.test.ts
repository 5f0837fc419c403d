import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readWaitingList } from '../../../utils/run/waiting-list.ts';
import { readTables } from '../store/read-tables.ts';
import { ask, isLastOver, texts, until, untilText } from './session-states.ts';
import { createTestWorld, type TestWindow, type TestWorld } from './test-world.ts';

let world: TestWorld;

beforeEach(async () => {
	world = await createTestWorld();
});
afterEach(() => world.close());

/** A window with a chat that has one answer. */
async function openAnswered(): Promise<{ window: TestWindow; chatId: string }> {
	const window = world.openWindow();
	ask(window, 'demo-fast', 'Why?');
	await until(window, isLastOver);
	return { window, chatId: window.session.getState().chatId ?? '' };
}

async function discard({ client }: TestWindow, chatId: string): Promise<readonly string[]> {
	const reply = await client.request({ type: 'discard-chats', chatIds: [chatId] });
	return reply?.type === 'discard-chats' ? reply.chatIds : [];
}

async function restore({ client }: TestWindow, chatId: string): Promise<readonly string[]> {
	const reply = await client.request({ type: 'restore-chats', chatIds: [chatId] });
	return reply?.type === 'restore-chats' ? reply.chatIds : [];
}

/** How many rows the database has, of anything. */
async function rowCount(): Promise<number> {
	const tables = await readTables(world.disk);
	return Object.values(tables).reduce((sum, rows) => sum + rows.length, 0);
}

const purge = ({ client }: TestWindow, chatId: string) =>
	client.request({ type: 'purge-chats', chatIds: [chatId] });

/** Lets a window speak to a background that begins more than a minute later. */
async function laterBackground(window: TestWindow): Promise<void> {
	const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 61_000);
	window.session.open('another');
	await untilGone();
	clock.mockRestore();
}

const untilGone = () => vi.waitFor(async () => expect(await rowCount()).toBe(0));

/** The titles of the list of chats, as a window is told of them. */
async function listed(): Promise<string[]> {
	return new Promise((resolve, reject) => {
		const unwatch = world.store.watchChats(
			{ limit: 10 },
			(chats) => {
				queueMicrotask(() => unwatch());
				resolve(chats.map(({ title }) => title));
			},
			reject,
		);
	});
}

describe('case 166: a chat that was deleted and can be brought back', () => {
	it('is gone at once for every window, in no list and in no export, and comes back as it was', async () => {
		const { window, chatId } = await openAnswered();
		const other = world.openWindow();
		other.session.open(chatId);
		await until(other, ({ path }) => path.length === 2);
		expect(await discard(window, chatId)).toEqual([chatId]);
		await until(other, (state) => state.goneChatId === chatId);
		expect(await listed()).toEqual([]);
		expect(await world.store.getChat(chatId)).toBeNull();
		const { file, count } = await world.store.exportChats();
		expect([count, (await file.text()).includes('Why?')]).toEqual([0, false]);

		expect(await restore(window, chatId)).toEqual([chatId]);
		expect(await listed()).toEqual(['Why?']);
		window.session.open(chatId);
		await until(window, ({ path }) => path.length === 2);
		await vi.waitFor(() => expect(texts(window.session.getState())).toEqual(['Why?', 'Hello']));
	});

	it('is deleted for good by its window, and cannot be brought back then', async () => {
		const { window, chatId } = await openAnswered();
		await discard(window, chatId);
		expect(await rowCount()).toBeGreaterThan(0);
		await purge(window, chatId);
		expect(await rowCount()).toBe(0);
		expect(await restore(window, chatId)).toEqual([]);
		expect(await listed()).toEqual([]);
	});

	it('is deleted for good when its window closes, and not when another one does', async () => {
		const { window, chatId } = await openAnswered();
		const other = world.openWindow();
		await other.client.getUnsaved();
		await discard(window, chatId);
		other.session.close();
		expect(await restore(window, chatId)).toEqual([chatId]);
		await discard(window, chatId);
		window.session.close();
		await untilGone();
	});

	it('loses the answer that ran in it, but not what had come of that', async () => {
		const model = world.provider.script('runs', [{ token: 'Half' }, { stall: true }]);
		const window = world.openWindow();
		const { answerId } = ask(window, model, 'Why?');
		await untilText(window, answerId, 'Half');
		const chatId = window.session.getState().chatId ?? '';
		await discard(window, chatId);
		expect(world.provider.requests[0]?.abortedAt).not.toBeNull();
		await restore(window, chatId);
		window.session.open(chatId);
		await until(window, ({ path }) => path.length === 2);
		await vi.waitFor(() => expect(texts(window.session.getState())).toEqual(['Why?', 'Half']));
	});

	it('is not seen again after the background has died, and is gone with the next one a minute later', async () => {
		const { window, chatId } = await openAnswered();
		await discard(window, chatId);
		world.killBackground();
		const now = Date.now();
		const clock = vi.spyOn(Date, 'now').mockReturnValue(now + 59_000);
		const later = world.openWindow();
		later.session.open('another');
		await later.client.getUnsaved();
		expect(await listed()).toEqual([]);
		expect(await rowCount()).toBeGreaterThan(0);
		clock.mockReturnValue(now + 61_000);
		world.killBackground();
		later.session.open('yet another');
		await untilGone();
		clock.mockRestore();
	});

	it.each([
		['its window purges it', (window: TestWindow, chatId: string) => purge(window, chatId)],
		['the next background does, a minute later', laterBackground],
	])('takes along what waited in it, though the background has died since, when %s', async (_, end) => {
		const model = world.provider.script('runs', [{ token: 'Half' }, { stall: true }]);
		const window = world.openWindow();
		const { answerId } = ask(window, model, 'Why?');
		await untilText(window, answerId, 'Half');
		const chatId = window.session.getState().chatId ?? '';
		window.session.askLater('Then?');
		await vi.waitFor(async () => expect((await readWaitingList(chatId))?.questions).toHaveLength(1));
		await discard(window, chatId);
		world.killBackground();
		await end(window, chatId);
		await vi.waitFor(async () => expect(await readWaitingList(chatId)).toBeNull());
	});

	it('is replaced by what is asked or imported under its id, and then cannot come back', async () => {
		const { window, chatId } = await openAnswered();
		const chat = await world.store.getChat(chatId);
		const { file } = await world.store.exportChats([chatId]);
		if (!chat) throw new Error('There is no chat.');
		await discard(window, chatId);
		const question = {
			id: 'late',
			chatId,
			parentId: chat.leafId,
			role: 'user',
			parts: [{ type: 'text', text: 'Late?' }],
			status: 'done',
			createdAt: Date.now(),
		} as const;
		window.client.ask(chat, { ...question, parts: [...question.parts] }, 'late-answer');
		await vi.waitFor(async () => expect((await world.store.getPath(chatId, 'late-answer')).length).toBe(2));
		expect(await restore(window, chatId)).toEqual([]);

		await discard(window, chatId);
		expect(await world.store.importChats(file)).toMatchObject({ added: 1 });
		expect(await world.store.getPath(chatId, chat.leafId ?? '')).toHaveLength(2);
		expect(await world.store.getPath(chatId, 'late-answer')).toEqual([]);
		await purge(window, chatId);
		expect(await listed()).toEqual(['Why?']);
	});
});
