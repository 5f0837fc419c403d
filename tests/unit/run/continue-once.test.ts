import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, hasEnded, texts, until } from './session-states.ts';
import { createTestWorld, type TestWindow, type TestWorld } from './test-world.ts';

let world: TestWorld;

beforeEach(async () => {
	world = await createTestWorld();
});
afterEach(() => world.close());

/** A window on a new chat whose question has been answered with this word. */
async function answered(word: string): Promise<{ window: TestWindow; chatId: string; answerId: string }> {
	const window = world.openWindow();
	const { answerId } = ask(window, world.provider.script(word, [{ token: word }, { done: true }]));
	const { chatId } = await until(window, hasEnded);
	return { window, chatId: chatId ?? '', answerId };
}

/** Resolves when the background is done with all that it was told before: it has answered a later question. */
async function untilHandled(): Promise<void> {
	await answered('later');
}

describe('a Continue', () => {
	it('of an answer that is whole asks nobody: the window may send it again after the background has died', async () => {
		const { window, chatId, answerId } = await answered('whole');
		world.killBackground();
		window.client.continueAnswer(chatId, answerId);
		await untilHandled();
		expect(world.provider.requests.map(({ model }) => model)).toEqual(['script:whole', 'script:later']);
		expect(texts(window.session.getState())).toEqual(['Hi?', 'whole']);
	});

	it('that names an answer of another chat asks nobody', async () => {
		const model = world.provider.script('cut', [{ token: 'half' }, { reset: true }]);
		const first = world.openWindow();
		const { answerId } = ask(first, model);
		await until(first, hasEnded);
		const { window, chatId } = await answered('other');
		window.client.continueAnswer(chatId, answerId);
		await untilHandled();
		const asked = world.provider.requests.map(({ model }) => model);
		expect(asked).toEqual(['script:cut', 'script:other', 'script:later']);
		expect(texts(first.session.getState())).toEqual(['Hi?', 'half']);
	});
});
