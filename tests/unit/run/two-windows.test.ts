import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ask, hasEnded, texts, until, untilText } from './session-states.ts';
import { createTestWorld, type TestWorld } from './test-world.ts';

let world: TestWorld;

beforeEach(async () => {
	world = await createTestWorld();
});
afterEach(() => world.close());

describe('two windows on one chat', () => {
	it('shows the same text in a second window, from one request: case 56', async () => {
		const model = world.provider.script('two', [
			{ token: 'one ' },
			{ hold: 'go' },
			{ token: 'two' },
			{ done: true },
		]);
		const first = world.openWindow();
		const { answerId } = ask(first, model);
		await untilText(first, answerId, 'one ');
		const second = world.openWindow();
		second.session.open(first.session.getState().chat?.id ?? '');
		await untilText(second, answerId, 'one ');
		world.provider.release('go');
		await until(second, (state) => hasEnded(state) && texts(state).join() === 'Hi?,one two');
		expect(texts(await until(first, hasEnded))).toEqual(['Hi?', 'one two']);
		expect(world.provider.requests).toHaveLength(1);
	});

	it('follows the other windows also after it left its own question for another version', async () => {
		const model = world.provider.script('left', [{ token: 'x' }, { done: true }]);
		const [first, second] = [world.openWindow(), world.openWindow()];
		ask(first, model);
		const questionId = (await until(first, hasEnded)).path[0]?.id ?? '';
		first.session.edit(questionId, 'Hi again?');
		await until(first, (state) => hasEnded(state) && texts(state).join() === 'Hi again?,x');
		second.session.open(first.session.getState().chat?.id ?? '');
		await until(second, (state) => texts(state).join() === 'Hi again?,x');
		const { answerId } = ask(second, model, 'Mine?');
		second.session.showVersion(questionId);
		expect(second.session.getState().path[0]?.id).toBe(questionId);
		await vi.waitFor(async () =>
			expect((await world.store.getMessages([answerId])).get(answerId)?.status).toBe('done'),
		);
		ask(first, model, 'And now?');
		await until(second, (state) => hasEnded(state) && texts(state).at(-2) === 'And now?');
	});
});
