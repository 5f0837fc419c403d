import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { contentOf } from '../flat-message.ts';
import { ask, hasEnded, texts, until, untilText } from './session-states.ts';
import { createTestWorld, TARGET, type TestWorld } from './test-world.ts';

let world: TestWorld;

beforeEach(async () => {
	world = await createTestWorld();
});
afterEach(() => world.close());

describe('a window whose background dies', () => {
	it('shows what was saved, as interrupted, when the background dies in the middle: case 54', async () => {
		const model = world.provider.script('killed', [{ token: 'saved' }, { stall: true }]);
		const window = world.openWindow();
		const { answerId } = ask(window, model);
		await untilText(window, answerId, 'saved');
		await vi.waitFor(async () => expect(contentOf(await world.store.readPartial(answerId))).toBe('saved'));
		world.killBackground();
		const state = await until(
			window,
			({ messages, runs }) =>
				!runs.has(answerId) &&
				messages.get(answerId)?.status === 'interrupted' &&
				contentOf(messages.get(answerId)) === 'saved',
		);
		expect(state.runningAnswerId).toBeNull();
		expect(world.starts()).toBe(2);
		const next = world.provider.script('next', [{ token: 'works' }, { done: true }]);
		ask(window, next, 'And now?');
		expect(texts(await until(window, hasEnded))).toEqual(['Hi?', 'saved', 'And now?', 'works']);
	});

	it('ends an answer that a dead background left, also when its question is sent again: case 54', async () => {
		const window = world.openWindow();
		const times = { createdAt: 1, updatedAt: 1 };
		const chat = { id: 'c', title: 'Hi?', isPinned: false, ...TARGET, leafId: 'a', ...times };
		const question = {
			id: 'q',
			chatId: 'c',
			parentId: null,
			role: 'user' as const,
			parts: [{ type: 'text' as const, text: 'Hi?' }],
			status: 'done' as const,
		};
		const answer = {
			id: 'a',
			chatId: 'c',
			parentId: 'q',
			role: 'assistant' as const,
			parts: [],
			status: 'waiting' as const,
		};
		await world.store.saveQuestion({
			chat,
			question: { ...question, createdAt: 1 },
			answer: { ...answer, createdAt: 2 },
		});
		window.client.ask(chat, { ...question, createdAt: 1 }, 'a');
		await vi.waitFor(async () =>
			expect((await world.store.getMessages(['a'])).get('a')?.status).toBe('interrupted'),
		);
		expect(world.provider.requests).toHaveLength(0);
	});

	it('attaches again where the background dies before its first snapshot, so no answer waits for ever', async () => {
		const window = world.openWindow();
		window.client.attach('c');
		expect(window.client.getHeard('c').snapshotCount).toBe(0);
		world.killBackground();
		await vi.waitFor(() => expect(window.client.getHeard('c').snapshotCount).toBeGreaterThan(0));
		expect(world.starts()).toBe(2);
	});
});
