import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ask, hasEnded, texts, until } from './session-states.ts';
import { createTestWorld, TARGET, type TestWorld } from './test-world.ts';

let world: TestWorld;

beforeEach(async () => {
	world = await createTestWorld();
});
afterEach(() => world.close());

describe('what chaos found', () => {
	it('settles an answer that a dead background left, also when its question is sent again: case 54', async () => {
		const window = world.openWindow();
		const times = { createdAt: 1, updatedAt: 1 };
		const chat = { id: 'c', title: 'Hi?', isPinned: false, ...TARGET, leafId: 'a', ...times };
		const question = {
			id: 'q',
			chatId: 'c',
			parentId: null,
			role: 'user',
			content: 'Hi?',
			status: 'done',
		} as const;
		const answer = {
			id: 'a',
			chatId: 'c',
			parentId: 'q',
			role: 'assistant',
			content: '',
			status: 'waiting',
		} as const;
		await world.store.saveQuestion({
			chat,
			question: { ...question, createdAt: 1 },
			answer: { ...answer, createdAt: 2 },
		});
		window.client.ask(chat, { ...question, createdAt: 1 }, 'a');
		await vi.waitFor(async () =>
			expect((await world.store.getMessages(['a'])).get('a')?.status).toBe('interrupted'),
		);
		expect(world.server.requests).toHaveLength(0);
	});

	it('asks again when the background dies after it has taken a command and before it has saved it', async () => {
		let isHung = true;
		const never = new Promise(() => undefined);
		const store = new Proxy(world.store, {
			get: (real, name) => (isHung && name === 'saveQuestion' ? () => never : Reflect.get(real, name)),
		});
		const dying = await createTestWorld({ store });
		const model = dying.server.script('taken', [{ token: 'x' }, { done: true }]);
		const window = dying.openWindow();
		ask(window, model);
		window.client.attach(window.session.getState().chat?.id ?? '');
		await vi.waitFor(() => expect(window.client.getSnapshotCount()).toBeGreaterThan(1));
		isHung = false;
		dying.killBackground();
		expect(texts(await until(window, hasEnded))).toEqual(['Hi?', 'x']);
		await dying.close();
	});

	it('follows the other windows also after it left its own question for another version', async () => {
		const model = world.server.script('left', [{ token: 'x' }, { done: true }]);
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
