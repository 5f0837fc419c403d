import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Store } from '../../../utils/store/store.ts';
import { contentOf, textIn } from '../flat-message.ts';
import { latch } from '../lockchat/latch.ts';
import { ask, hasEnded, texts, until, untilText } from './session-states.ts';
import { createTestWorld, type TestWindow, type TestWorld } from './test-world.ts';

let world: TestWorld;
/** The store's methods that wait for `gate`. */
let held: string[];
let gate: ReturnType<typeof latch<void>>;

const wrapStore = (store: Store) =>
	new Proxy(store, {
		get(real, name) {
			const method = Reflect.get(real, name);
			if (typeof name !== 'string' || !held.includes(name)) return method;
			return async (...args: unknown[]) => {
				await gate.promise;
				return method(...args);
			};
		},
	});

beforeEach(async () => {
	held = [];
	gate = latch();
	world = await createTestWorld({ wrapStore });
});
afterEach(() => world.close());

const chatIdOf = (window: TestWindow) => window.session.getState().chatId ?? '';
const snapshotsOf = (window: TestWindow) => window.client.getHeard(chatIdOf(window)).snapshotCount;
/** Whether the window's background still prepares an answer. */
const isPreparing = (window: TestWindow, answerId: string) =>
	window.client.getHeard(chatIdOf(window)).preparing.has(answerId);

/** A window with an answer that was cut off after its first words. */
async function cutOff() {
	const model = world.server.script('story', [{ token: 'Once upon' }, { hold: 'cut' }, { reset: true }]);
	const window = world.openWindow();
	const { answerId } = ask(window, model);
	await untilText(window, answerId, 'Once upon');
	world.server.release('cut');
	await until(window, hasEnded);
	await vi.waitFor(async () =>
		expect((await world.store.getMessages([answerId])).get(answerId)?.status).toBe('interrupted'),
	);
	world.server.script('story', [{ token: ' a time.' }, { done: true }]);
	return { window, answerId };
}

/** All texts that the answer is shown with from now on; undefined while it is not read yet. */
function watchTexts(window: TestWindow): Set<string | undefined> {
	const seen = new Set<string | undefined>();
	const look = () => {
		const { path, runs, messages } = window.session.getState();
		const id = path[1]?.id ?? '';
		seen.add(textIn(runs.get(id)) ?? contentOf(messages.get(id)));
	};
	window.session.subscribe(look);
	return seen;
}

it('A second window that opens while Continue prepares shows the partial text, and then the whole', async () => {
	const { window, answerId } = await cutOff();
	held = ['readPartial'];
	window.session.continueAnswer(answerId);
	const second = world.openWindow();
	const seen = watchTexts(second);
	second.session.open(chatIdOf(window));
	await until(second, () => isPreparing(second, answerId));
	await until(second, (state) => texts(state).join() === 'Hi?,Once upon');
	gate.resolve();
	await until(second, (state) => texts(state).join() === 'Hi?,Once upon a time.');
	await until(window, hasEnded);
	expect(seen).not.toContain('');
});

it('The window that continues keeps the partial text when it attaches again meanwhile', async () => {
	const { window, answerId } = await cutOff();
	const seen = watchTexts(window);
	held = ['readPartial'];
	const before = snapshotsOf(window);
	window.session.continueAnswer(answerId);
	window.client.attach(chatIdOf(window));
	await until(window, () => snapshotsOf(window) > before && isPreparing(window, answerId));
	expect(texts(window.session.getState())).toEqual(['Hi?', 'Once upon']);
	gate.resolve();
	await until(window, (state) => texts(state).join() === 'Hi?,Once upon a time.');
	expect(seen).not.toContain('');
});

it('The background that wakes for Continue keeps the partial text on the screen', async () => {
	const { window, answerId } = await cutOff();
	world.killBackground();
	const seen = watchTexts(window);
	held = ['readPartial'];
	window.session.continueAnswer(answerId);
	window.client.attach(chatIdOf(window));
	await until(window, () => isPreparing(window, answerId));
	expect(world.starts()).toBe(2);
	expect(texts(window.session.getState())).toEqual(['Hi?', 'Once upon']);
	gate.resolve();
	await until(window, (state) => texts(state).join() === 'Hi?,Once upon a time.');
	expect(seen).not.toContain('');
});

it('A finished answer stays on the screen while its question, sent once more, is looked up', async () => {
	const model = world.server.script('whole', [{ token: 'x' }, { done: true }]);
	const window = world.openWindow();
	const { answerId } = ask(window, model);
	const { chat, messages, path } = await until(
		window,
		(state) => hasEnded(state) && state.messages.get(answerId)?.status === 'done',
	);
	const question = messages.get(path[0]?.id ?? '');
	if (!chat || !question) throw new Error('nothing was asked');
	await vi.waitFor(async () =>
		expect((await world.store.getMessages([answerId])).get(answerId)?.status).toBe('done'),
	);
	held = ['saveQuestion'];
	window.client.ask(chat, { ...question, role: 'user', status: 'done' }, answerId);
	const second = world.openWindow();
	const seen = watchTexts(second);
	second.session.open(chat.id);
	await until(second, () => isPreparing(second, answerId));
	await until(second, (state) => texts(state).join() === 'Hi?,x');
	expect(second.session.getState().runningAnswerId).toBeNull();
	gate.resolve();
	await until(second, hasEnded);
	expect(seen).not.toContain('');
	expect(world.server.requests).toHaveLength(1);
});

it('An answer being prepared for the first time is shown as running in every window', async () => {
	const model = world.server.script('first', [{ token: 'x' }, { done: true }]);
	const window = world.openWindow();
	ask(window, model);
	await until(window, hasEnded);
	const answered = await until(
		window,
		({ path, messages }) => messages.get(path[1]?.id ?? '')?.model === model,
	);
	held = ['getPath'];
	window.session.retry(answered.path[1]?.id ?? '');
	const againId = window.session.getState().path[1]?.id ?? '';
	const second = world.openWindow();
	second.session.open(chatIdOf(window));
	const state = await until(second, ({ runningAnswerId }) => runningAnswerId === againId);
	expect(state.path[1]?.versions).toHaveLength(2);
	gate.resolve();
	await until(second, (now) => hasEnded(now) && texts(now).join() === 'Hi?,x');
});

it('The words that a window has seen stay when the background dies, until what was saved is read', async () => {
	const model = world.server.script('killed', [{ token: 'seen' }, { stall: true }]);
	const window = world.openWindow();
	const { answerId } = ask(window, model);
	await untilText(window, answerId, 'seen');
	await vi.waitFor(async () => expect(contentOf(await world.store.readPartial(answerId))).toBe('seen'));
	const seen = watchTexts(window);
	held = ['settleOrphans'];
	world.killBackground();
	const state = await until(window, ({ messages }) => messages.get(answerId)?.status === 'interrupted');
	expect(texts(state)).toEqual(['Hi?', 'seen']);
	gate.resolve();
	await vi.waitFor(async () =>
		expect((await world.store.getMessages([answerId])).get(answerId)?.status).toBe('interrupted'),
	);
	expect(seen).not.toContain('');
});
