import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ask, hasEnded, texts, until } from './session-states.ts';
import { createTestWorld, type TestWorld } from './test-world.ts';

let world: TestWorld;

beforeEach(async () => {
	world = await createTestWorld();
});
afterEach(() => world.close());

const rowOf = async (answerId: string) => (await world.store.getMessages([answerId])).get(answerId);

describe('a command', () => {
	it('is not sent again for a chat that the window has turned away from: case 59', async () => {
		const model = world.provider.script('left', [{ token: 'x' }, { done: true }]);
		const window = world.openWindow();
		const { answerId } = ask(window, model);
		window.session.startNew();
		window.client.attach('another');
		await vi.waitFor(async () => expect((await rowOf(answerId))?.status).toBe('done'));
		world.killBackground();
		// A window with nothing to wait for does not wake the background.
		await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
		expect(world.starts()).toBe(1);
		expect(world.provider.requests).toHaveLength(1);
	});

	it('to answer a question that is gone ends, with nothing asked', async () => {
		const model = world.provider.script('gone', [{ token: 'x' }, { done: true }]);
		const window = world.openWindow();
		const { answerId } = ask(window, model);
		await until(window, hasEnded);
		await vi.waitFor(async () => expect((await rowOf(answerId))?.status).toBe('done'));
		const chatId = window.session.getState().chat?.id ?? '';
		window.client.answer({ chatId, questionId: 'no such question', answerId: 'never' });
		const { runs } = await until(window, (state) => state.runs.get('never')?.hasEnded === true);
		expect(runs.get('never')?.message.status).toBe('stopped');
		expect(world.provider.requests).toHaveLength(1);
	});

	it('to go on with an answer that is whole by now asks for nothing more', async () => {
		const model = world.provider.script('whole', [{ token: 'x' }, { done: true }]);
		const window = world.openWindow();
		const { answerId } = ask(window, model);
		await until(window, hasEnded);
		await vi.waitFor(async () => expect((await rowOf(answerId))?.status).toBe('done'));
		world.killBackground();
		window.session.continueAnswer(answerId);
		await vi.waitFor(() => expect(world.starts()).toBe(2));
		expect(texts(await until(window, hasEnded))).toEqual(['Hi?', 'x']);
		await vi.waitFor(async () => expect((await rowOf(answerId))?.status).toBe('done'));
		expect(world.provider.requests).toHaveLength(1);
	});

	it('that is refused is answered: who waits for it is told', async () => {
		vi.spyOn(console, 'error').mockImplementation(() => undefined);
		const { client } = world.openWindow();
		const endpoint = { ...world.endpoint, name: 'x'.repeat(20_000) };
		expect(await client.check(endpoint, 'demo-fast')).toMatchObject({ ok: false });
	});
});
