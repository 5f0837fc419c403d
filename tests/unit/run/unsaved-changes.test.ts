import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Message } from '../../../utils/chat/schema.ts';
import { contentOf } from '../flat-message.ts';
import { type FullDatabase, openFullDatabase } from './full-database.ts';
import { ask, hasEnded, isOver, texts, until, untilText } from './session-states.ts';
import { TARGET, type TestWindow, type TestWorld } from './test-world.ts';

let world: TestWorld;
let database: FullDatabase;

beforeEach(async () => {
	database = await openFullDatabase();
	world = database.world;
});
afterEach(() => world.close());

async function answered(window: TestWindow, question: string, text: string): Promise<string> {
	const model = world.provider.script(`says-${text}`, [{ token: text }, { done: true }]);
	const { answerId } = ask(window, model, question);
	await until(window, (now) => isOver(now, answerId));
	return answerId;
}

const chatIdOf = (window: TestWindow) => window.session.getState().chatId ?? '';
const refusedIds = async (window: TestWindow) =>
	(await window.client.getUnsaved()).flatMap(({ messages }) => messages.map(({ id }) => id));

/** A window that opens the chat after the first one has closed: it sees what is remembered, and nothing else. */
async function reopen(window: TestWindow, isThere: (shown: string[]) => boolean) {
	const chatId = chatIdOf(window);
	window.session.close();
	const second = world.openWindow();
	second.session.open(chatId);
	await until(second, (state) => isThere(texts(state)));
	return second;
}

describe('in a chat that the database refused', () => {
	it('a message that is deleted is gone, also for a window that opens later and a background that starts anew', async () => {
		const window = world.openWindow();
		await answered(window, 'Hi?', 'one');
		await answered(window, 'And?', 'two');
		window.session.deleteMessage(window.session.getState().path[2]?.id ?? '');
		expect(texts(window.session.getState())).toEqual(['Hi?', 'one']);
		await vi.waitFor(async () => expect(await refusedIds(window)).toHaveLength(2));
		world.killBackground();
		const second = await reopen(window, (shown) => shown.length === 2);
		expect(texts(second.session.getState())).toEqual(['Hi?', 'one']);
		expect(second.session.getState().path.map(({ versions }) => versions.length)).toEqual([1, 1]);
	});

	it('a message that is deleted in one window is gone in the other', async () => {
		const first = world.openWindow();
		await answered(first, 'Hi?', 'one');
		await answered(first, 'And?', 'two');
		const second = world.openWindow();
		second.session.open(chatIdOf(first));
		await until(second, (state) => texts(state).length === 4);
		first.session.deleteMessage(first.session.getState().path[2]?.id ?? '');
		expect(texts(await until(second, (state) => texts(state).length === 2))).toEqual(['Hi?', 'one']);
	});

	it('a version that is deleted leaves the other one', async () => {
		const window = world.openWindow();
		const first = await answered(window, 'Hi?', 'one');
		world.provider.script('says-one', [{ token: 'again' }, { done: true }]);
		window.session.retry(first);
		const second = (await until(window, (state) => hasEnded(state) && texts(state)[1] === 'again')).path[1]
			?.id;
		window.session.deleteMessage(second ?? '');
		const state = window.session.getState();
		expect(texts(state)).toEqual(['Hi?', 'one']);
		await until(window, ({ path }) => path[1]?.versions.length === 1);
	});

	it('an answer that is deleted while it runs is stopped, and does not come back at its end', async () => {
		const window = world.openWindow();
		await answered(window, 'Hi?', 'one');
		const model = world.provider.script('runs', [{ token: 'two' }, { stall: true }]);
		const { answerId } = ask(window, model, 'And?');
		await untilText(window, answerId, 'two');
		window.session.deleteMessage(window.session.getState().path[2]?.id ?? '');
		await vi.waitFor(async () => expect(await refusedIds(window)).toHaveLength(2));
		await vi.waitFor(() => expect(world.provider.requests.at(-1)?.abortedAt).not.toBeNull());
		expect(texts(window.session.getState())).toEqual(['Hi?', 'one']);
		expect(await refusedIds(window)).not.toContain(answerId);
	});

	it('what follows a stored message goes with it', async () => {
		database.makeRoom();
		const window = world.openWindow();
		const stored = await answered(window, 'Hi?', 'one');
		await until(window, ({ messages }) => messages.get(stored)?.status === 'done');
		await vi.waitFor(async () =>
			expect((await world.store.getMessages([stored])).get(stored)?.status).toBe('done'),
		);
		database.fillUp();
		await answered(window, 'And?', 'two');
		window.session.deleteMessage(stored);
		await until(window, (state) => texts(state).join() === 'Hi?');
		await vi.waitFor(async () => expect(await refusedIds(window)).toEqual([]));
		expect((await world.store.getMessages([stored])).size).toBe(0);
	});

	it('nothing is left to save when all of it was deleted', async () => {
		const window = world.openWindow();
		await answered(window, 'Hi?', 'one');
		window.session.deleteMessage(window.session.getState().path[0]?.id ?? '');
		await until(window, ({ path }) => path.length === 0);
		await vi.waitFor(async () => expect(await window.client.getUnsaved()).toEqual([]));
	});

	it('the version that was chosen is shown in a window that opens later', async () => {
		const window = world.openWindow();
		const first = await answered(window, 'Hi?', 'one');
		world.provider.script('says-one', [{ token: 'again' }, { done: true }]);
		window.session.retry(first);
		await until(window, (state) => hasEnded(state) && texts(state)[1] === 'again');
		window.session.showVersion(first);
		await vi.waitFor(async () => expect((await window.client.getUnsaved())[0]?.chat.leafId).toBe(first));
		const second = await reopen(window, (shown) => shown.length === 2);
		expect(texts(second.session.getState())).toEqual(['Hi?', 'one']);
	});

	it('the model that was chosen answers, and parameters that the choice leaves out are unset', async () => {
		const window = world.openWindow();
		const model = world.provider.script('first', [{ token: 'one' }, { done: true }]);
		window.session.ask('Hi?', { ...TARGET, model, systemPrompt: 'Be brief.' });
		const { path } = await until(window, hasEnded);
		const other = world.provider.script('other', [{ token: 'two' }, { done: true }]);
		window.session.setTarget({ ...TARGET, model: other });
		expect(window.session.getState().chat).not.toHaveProperty('systemPrompt');
		window.session.retry(path[1]?.id ?? '');
		await until(window, (state) => hasEnded(state) && texts(state)[1] === 'two');
		expect(world.provider.requests.at(-1)?.messages.map(({ content }) => content)).toEqual(['Hi?']);
	});

	it('everything is told to who exports, with running answers as far as they have come', async () => {
		const window = world.openWindow();
		await answered(window, 'Hi?', 'one');
		const model = world.provider.script('runs', [{ token: 'two' }, { stall: true }]);
		const { answerId } = ask(window, model, 'And?');
		await untilText(window, answerId, 'two');
		const [unsaved] = await window.client.getUnsaved();
		expect(unsaved?.chat.id).toBe(chatIdOf(window));
		expect(unsaved?.messages.map(contentOf)).toEqual(['Hi?', 'one', 'And?', 'two']);
		const { file } = await world.store.exportChats(undefined, await window.client.getUnsaved());
		const { chats } = JSON.parse(await file.text());
		expect(
			new Map(chats[0].messages.map((message: Message) => [contentOf(message), message.status])),
		).toEqual(
			new Map([
				['Hi?', 'done'],
				['one', 'done'],
				['And?', 'done'],
				['two', 'interrupted'],
			]),
		);
	});
});

describe('a chat that the database takes after all', () => {
	it('is no longer said to be unsaved, and is shown as before all along', async () => {
		const window = world.openWindow();
		const first = await answered(window, 'Hi?', 'one');
		const seen = new Set<string>();
		window.session.subscribe(() => seen.add(texts(window.session.getState()).slice(0, 2).join()));
		database.makeRoom();
		await answered(window, 'And?', 'two');
		await until(window, ({ runs }) => !runs.has(first));
		expect(window.client.getHeard(chatIdOf(window)).unsaved).toBeNull();
		expect(await window.client.getUnsaved()).toEqual([]);
		expect([...seen]).toEqual(['Hi?,one']);
	});
});

describe('a chat that is stored', () => {
	it('has the parameters unset that a chosen target leaves out, in the window as in the database', async () => {
		database.makeRoom();
		const window = world.openWindow();
		const model = world.provider.script('stored', [{ token: 'one' }, { done: true }]);
		window.session.ask('Hi?', { ...TARGET, model, temperature: 0.5, systemPrompt: 'Be brief.' });
		const { path } = await until(window, hasEnded);
		await until(window, ({ messages }) => messages.get(path[1]?.id ?? '')?.status === 'done');
		window.session.setTarget({ ...TARGET, model });
		const shown = window.session.getState().chat;
		expect(Object.keys(shown ?? {})).not.toContain('temperature');
		await vi.waitFor(async () => {
			const stored = await world.store.getChat(chatIdOf(window));
			expect(stored).not.toBeNull();
			expect(stored).not.toHaveProperty('temperature');
			expect(stored).not.toHaveProperty('systemPrompt');
		});
	});

	it('that is deleted, and brought back by an import, can be opened in the same window', async () => {
		database.makeRoom();
		const window = world.openWindow();
		const answerId = await answered(window, 'Hi?', 'one');
		const chatId = chatIdOf(window);
		await until(window, ({ messages }) => messages.get(answerId)?.status === 'done');
		const { file } = await world.store.exportChats();
		await window.client.deleteChat(chatId);
		await until(window, (state) => state.goneChatId === chatId);
		await world.store.importChats(file);
		window.session.open(chatId);
		const state = await until(window, ({ path, isLoading }) => !isLoading && path.length === 2);
		expect(texts(await until(window, (now) => now.messages.has(answerId)))).toEqual(['Hi?', 'one']);
		expect(state.chatId).toBe(chatId);
	});

	it('that is deleted in another window is gone before the database has told of it', async () => {
		database.makeRoom();
		const window = world.openWindow(
			(store) =>
				// This window's database never tells of the chat.
				new Proxy(store, {
					get: (real, name) => (name === 'watchChat' ? () => () => undefined : Reflect.get(real, name)),
				}),
		);
		await answered(window, 'Hi?', 'one');
		const chatId = chatIdOf(window);
		await world.openWindow().client.deleteChat(chatId);
		await until(window, (state) => state.goneChatId === chatId);
	});
});
