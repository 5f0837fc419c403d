import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ask, hasEnded, texts, until, untilText } from './session-states.ts';
import { createTestWorld, type TestWorld } from './test-world.ts';

let world: TestWorld;

beforeEach(async () => {
	world = await createTestWorld();
});
afterEach(() => world.close());

describe('a window’s session', () => {
	it('shows the question and a running answer at once, before anything is stored', () => {
		const window = world.openWindow();
		ask(window, 'demo-fast');
		const { path, chat, runningAnswerId } = window.session.getState();
		expect(path.map(({ role }) => role)).toEqual(['user', 'assistant']);
		expect(chat?.title).toBe('Hi?');
		expect(runningAnswerId).toBe(path[1]?.id);
	});

	it('ends with the stored answer being what was sent', async () => {
		const model = world.provider.script('whole', [{ token: 'Hel' }, { token: 'lo' }, { done: true }]);
		const window = world.openWindow();
		const { answerId } = ask(window, model);
		const state = await until(window, hasEnded);
		expect(texts(state)).toEqual(['Hi?', 'Hello']);
		expect(state.runningAnswerId).toBeNull();
		const stored = await world.store.getMessages([answerId]);
		expect(stored.get(answerId)).toMatchObject({
			parts: [{ type: 'text', text: 'Hello' }],
			status: 'done',
			finishReason: 'stop',
		});
	});

	it('has the question saved before the request is made', async () => {
		const model = world.provider.script('held', [{ hold: 'go' }, { done: true }]);
		const window = world.openWindow();
		const { answerId } = ask(window, model);
		await world.provider.waitForRequest((request) => request.model === model);
		const stored = await world.store.getMessages([answerId]);
		expect(stored.get(answerId)?.status).toBe('waiting');
		world.provider.release('go');
		await until(window, hasEnded);
	});

	it('goes on when its window closes: case 55', async () => {
		const model = world.provider.script('closed', [
			{ token: 'one ' },
			{ hold: 'go' },
			{ token: 'two' },
			{ done: true },
		]);
		const first = world.openWindow();
		const { answerId } = ask(first, model);
		await untilText(first, answerId, 'one ');
		const chatId = first.session.getState().chat?.id ?? '';
		first.session.close();
		world.provider.release('go');
		const second = world.openWindow();
		second.session.open(chatId);
		await until(second, (state) => texts(state).join() === 'Hi?,one two');
	});

	it('stops on Stop, and the server sees it: case 58', async () => {
		const model = world.provider.script('stopped', [{ token: 'one' }, { stall: true }]);
		const window = world.openWindow();
		const { answerId } = ask(window, model);
		await untilText(window, answerId, 'one');
		window.session.stop(answerId);
		const state = await until(window, hasEnded);
		expect(state.runs.get(answerId)?.message).toMatchObject({
			status: 'stopped',
			parts: [{ type: 'text', text: 'one' }],
		});
		await vi.waitFor(() => expect(world.provider.requests[0]?.abortedAt).not.toBeNull());
	});

	it('makes one request of a question that is sent twice: case 60', async () => {
		const model = world.provider.script('once', [{ hold: 'go' }, { token: 'x' }, { done: true }]);
		const window = world.openWindow();
		const { answerId } = ask(window, model);
		const { chat, messages, path } = window.session.getState();
		const question = messages.get(path[0]?.id ?? '');
		if (!chat || !question) throw new Error('nothing was asked');
		window.client.ask(chat, { ...question, role: 'user', status: 'done' }, answerId);
		await world.provider.waitForRequest((request) => request.model === model);
		world.provider.release('go');
		await until(window, hasEnded);
		expect(world.provider.requests).toHaveLength(1);
		window.client.ask(chat, { ...question, role: 'user', status: 'done' }, answerId);
		await until(window, (state) => state.runs.get(answerId)?.message.status === 'done');
		expect(world.provider.requests).toHaveLength(1);
	});

	it('goes on from the partial text on Continue, in the same message and without a seam', async () => {
		const cut = world.provider.script('cut', [{ token: 'Once upon' }, { hold: 'cut' }, { reset: true }]);
		const window = world.openWindow();
		const { answerId } = ask(window, cut);
		await untilText(window, answerId, 'Once upon');
		world.provider.release('cut');
		const state = await until(window, hasEnded);
		expect(state.runs.get(answerId)?.message.status).toBe('interrupted');
		world.provider.script('cut', [{ token: 'Once upon' }, { token: ' a time.' }, { done: true }]);
		window.session.continueAnswer(answerId);
		const ended = await until(window, ({ runs }) => runs.get(answerId)?.message.status === 'done');
		expect(texts(ended)).toEqual(['Hi?', 'Once upon a time.']);
		expect(world.provider.requests[1]?.messages.at(-1)).toEqual({ role: 'assistant', content: 'Once upon' });
	});

	it('adds a version on Retry and on Edit, and switches between them', async () => {
		const model = world.provider.script('v', [{ token: 'first' }, { done: true }]);
		const window = world.openWindow();
		const { answerId } = ask(window, model);
		await until(window, hasEnded);
		world.provider.script('v', [{ token: 'second' }, { done: true }]);
		await until(window, ({ chat, messages }) => chat !== null && messages.get(answerId)?.status === 'done');
		window.session.retry(answerId);
		const retried = await until(window, (state) => hasEnded(state) && texts(state)[1] === 'second');
		expect(retried.path[1]?.versions).toHaveLength(2);
		window.session.showVersion(answerId);
		expect(texts(await until(window, (state) => state.path[1]?.id === answerId))[1]).toBe('first');
		world.provider.script('v', [{ token: 'third' }, { done: true }]);
		window.session.edit(retried.path[0]?.id ?? '', 'Hi again?');
		const edited = await until(window, (state) => hasEnded(state) && texts(state)[1] === 'third');
		expect(texts(edited)).toEqual(['Hi again?', 'third']);
		expect(edited.path[0]?.versions).toHaveLength(2);
	});

	it('aborts the run of a chat that is deleted, and nothing of it comes back', async () => {
		const model = world.provider.script('deleted', [{ token: 'one' }, { stall: true }]);
		const window = world.openWindow();
		const { answerId } = ask(window, model);
		await untilText(window, answerId, 'one');
		await until(window, ({ messages }) => messages.get(answerId)?.model === model);
		window.client.deleteChat(window.session.getState().chat?.id ?? '');
		const state = await until(window, ({ chat }) => chat === null);
		expect(state.path).toEqual([]);
		await vi.waitFor(() => expect(world.provider.requests[0]?.abortedAt).not.toBeNull());
		expect((await world.store.getMessages([answerId])).size).toBe(0);
	});

	it('shows a new chat instead of one that was deleted before it was opened', async () => {
		const window = world.openWindow();
		window.session.open('deleted-long-ago');
		expect(window.session.getState().isLoading).toBe(true);
		const state = await until(window, ({ isLoading }) => !isLoading);
		expect(state).toMatchObject({ chat: null, path: [] });
		const model = world.provider.script('after', [{ token: 'works' }, { done: true }]);
		ask(window, model);
		expect(texts(await until(window, hasEnded))).toEqual(['Hi?', 'works']);
	});

	it('fails in its message when the endpoint was removed', async () => {
		const window = world.openWindow();
		window.session.ask('Hi?', { endpointId: 'gone', model: 'm' });
		const state = await until(window, hasEnded);
		const last = state.path.at(-1)?.id ?? '';
		expect(state.runs.get(last)?.message).toMatchObject({
			status: 'failed',
			failure: { code: 'endpoint-missing' },
		});
	});
});
