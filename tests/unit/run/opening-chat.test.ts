import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChatState } from '../../../utils/run/session/chat-state.ts';
import { untilLoaded } from '../../../utils/run/session/until-loaded.ts';
import { StoreError } from '../../../utils/store/database/store-error.ts';
import type { OnStoreError, Store } from '../../../utils/store/store.ts';
import { latch } from '../lockchat/latch.ts';
import { ask, hasEnded, texts, until } from './session-states.ts';
import { createTestWorld, TARGET, type TestWindow, type TestWorld } from './test-world.ts';

let world: TestWorld;

beforeEach(async () => {
	world = await createTestWorld();
});
afterEach(() => world.close());

/** A chat of one question and its answer, stored, that no window shows. */
async function storedChat(question: string, answer: string): Promise<string> {
	const model = world.provider.script(`says ${answer}`, [{ token: answer }, { done: true }]);
	const window = world.openWindow();
	const { answerId } = ask(window, model, question);
	const { chat } = await until(window, ({ messages }) => messages.get(answerId)?.status === 'done');
	window.session.close();
	return chat?.id ?? '';
}

/** A window whose database answers only when the test lets it. */
function lateWindow() {
	const { promise, resolve } = latch<void>();
	const window = world.openWindow((store) => promise.then(() => store));
	return { window, answer: () => resolve() };
}

/** A window whose database refuses to read chats, and gives them once it is told to. */
function refusedWindow() {
	let give = (): void => undefined;
	const watchChat = (store: Store, chatId: string, listener: () => void, onError: OnStoreError) => {
		give = () => void store.watchChat(chatId, listener, onError);
		queueMicrotask(() => onError(new StoreError('unavailable')));
		return () => undefined;
	};
	const window = world.openWindow(
		(store) =>
			new Proxy(store, {
				get: (real, name) =>
					name === 'watchChat' ? watchChat.bind(undefined, store) : Reflect.get(real, name),
			}),
	);
	vi.spyOn(console, 'error').mockImplementation(() => undefined);
	return { window, give: () => give() };
}

const chatIds = ({ session }: TestWindow): (string | null)[] => {
	const seen: ChatState['chatId'][] = [];
	session.subscribe(() => seen.push(session.getState().chatId));
	return seen;
};

describe('a window in which a chat is opened', () => {
	it('belongs to it at once, before anything of it is read, and to nothing in between', async () => {
		const first = await storedChat('Hi?', 'one');
		const { window, answer } = lateWindow();
		const seen = chatIds(window);
		window.session.open(first);
		expect(window.session.getState()).toMatchObject({ chatId: first, chat: null, isLoading: true });
		answer();
		await until(window, ({ chat }) => chat !== null);
		expect(new Set(seen)).toEqual(new Set([first]));
	});

	it('asks in it, under its last message, as soon as it is there', async () => {
		const chatId = await storedChat('Hi?', 'one');
		const model = world.provider.script('goes on', [{ token: 'two' }, { done: true }]);
		const { window, answer } = lateWindow();
		window.session.open(chatId);
		const asked = untilLoaded(window.session).then(() => ask(window, model, 'And?'));
		answer();
		await asked;
		const state = await until(window, hasEnded);
		expect(texts(state)).toEqual(['Hi?', 'one', 'And?', 'two']);
		expect(state.chat?.id).toBe(chatId);
		expect(world.provider.requests.at(-1)?.messages.map(({ content }) => content)).toEqual([
			'Hi?',
			'one',
			'And?',
		]);
	});

	it('asks nothing before, and not in a new chat instead', async () => {
		const chatId = await storedChat('Hi?', 'one');
		const { window, answer } = lateWindow();
		window.session.open(chatId);
		window.session.ask('Too early', TARGET);
		expect(window.session.getState()).toMatchObject({ chatId, chat: null, path: [] });
		answer();
		expect(texts(await until(window, ({ isLoading }) => !isLoading))).toHaveLength(2);
		expect(world.provider.requests).toHaveLength(1);
	});

	it('shows the one clicked last, however late the others come', async () => {
		const [first, second] = [await storedChat('Hi?', 'one'), await storedChat('Ho?', 'two')];
		const { window, answer } = lateWindow();
		const seen = chatIds(window);
		window.session.open(first);
		const loaded = untilLoaded(window.session).then(() => window.session.getState().chat?.id);
		window.session.open(second);
		answer();
		expect(await loaded).toBe(second);
		await until(window, (state) => texts(state).join() === 'Ho?,two');
		expect(seen.lastIndexOf(first)).toBeLessThan(seen.indexOf(second));
	});

	it('stays in the new chat that was begun meanwhile', async () => {
		const chatId = await storedChat('Hi?', 'one');
		const { window, answer } = lateWindow();
		window.session.open(chatId);
		window.session.startNew();
		await untilLoaded(window.session);
		const model = world.provider.script('new', [{ token: 'works' }, { done: true }]);
		ask(window, model, 'Something else?');
		answer();
		const state = await until(window, hasEnded);
		expect(texts(state)).toEqual(['Something else?', 'works']);
		expect(state.chatId).not.toBe(chatId);
	});

	it('shows a new one in its place when it was deleted, and says so until another is chosen', async () => {
		const other = await storedChat('Hi?', 'one');
		const { window, answer } = lateWindow();
		window.session.open('deleted');
		answer();
		await untilLoaded(window.session);
		expect(window.session.getState()).toMatchObject({ chatId: null, goneChatId: 'deleted', chat: null });
		window.session.open(other);
		expect(window.session.getState()).toMatchObject({ chatId: other, goneChatId: null });
	});

	it('shows a new one in its place also when another window deletes it later', async () => {
		const chatId = await storedChat('Hi?', 'one');
		const window = world.openWindow();
		window.session.open(chatId);
		await until(window, ({ chat }) => chat !== null);
		await world.openWindow().client.deleteChat(chatId);
		const state = await until(window, ({ chat }) => chat === null);
		expect(state).toMatchObject({ chatId: null, goneChatId: chatId, path: [] });
	});

	it('stays with it when the database refuses, asks nowhere, and shows it when it is given', async () => {
		const chatId = await storedChat('Hi?', 'one');
		const { window, give } = refusedWindow();
		window.session.open(chatId);
		await untilLoaded(window.session);
		expect(window.session.getState()).toMatchObject({ chatId, chat: null, isStoreFailing: true });
		window.session.ask('Where?', TARGET);
		expect(window.session.getState()).toMatchObject({ chatId, path: [] });
		give();
		const state = await until(window, (now) => texts(now).join() === 'Hi?,one');
		expect(state.isStoreFailing).toBe(false);
	});

	it('loads the next chat, though the database has refused the one before', async () => {
		const chatId = await storedChat('Hi?', 'one');
		const { window } = refusedWindow();
		window.session.open('refused');
		await until(window, ({ isStoreFailing }) => isStoreFailing);
		window.session.open(chatId);
		expect(window.session.getState().isLoading).toBe(true);
	});
});

describe('a chat that only the background’s memory has', () => {
	it('is waited for when the window’s database refuses, and asked in', async () => {
		await world.close();
		const full = () => Promise.reject(new StoreError('full'));
		world = await createTestWorld({
			wrapStore: (store) =>
				new Proxy(store, {
					get: (real, name) =>
						typeof name === 'string' && /^(save|append|interrupt)/.test(name)
							? full
							: Reflect.get(real, name),
				}),
		});
		vi.spyOn(console, 'error').mockImplementation(() => undefined);
		const model = world.provider.script('unsaved', [{ token: 'one' }, { done: true }]);
		const first = world.openWindow();
		ask(first, model);
		const { chatId } = await until(first, hasEnded);
		first.session.close();

		const { window } = refusedWindow();
		window.session.open(chatId ?? '');
		await until(window, ({ isStoreFailing }) => isStoreFailing);
		await untilLoaded(window.session);
		ask(window, model, 'And?');
		expect(texts(await until(window, hasEnded))).toEqual(['Hi?', 'one', 'And?', 'one']);
	});
});
