import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { contentOf } from '../flat-message.ts';
import { type FullDatabase, openFullDatabase } from './full-database.ts';
import { ask, hasEnded, isOver, texts, until, untilText } from './session-states.ts';
import type { TestWindow, TestWorld } from './test-world.ts';

let world: TestWorld;
let database: FullDatabase;

beforeEach(async () => {
	database = await openFullDatabase();
	world = database.world;
});
afterEach(() => world.close());

async function answered(window: TestWindow, question: string, answer: string) {
	const model = world.provider.script(`says-${answer}`, [{ token: answer }, { done: true }]);
	const { answerId } = ask(window, model, question);
	const state = await until(window, (now) => isOver(now, answerId));
	return { answerId, state };
}

const chatIdOf = (window: TestWindow) => window.session.getState().chat?.id ?? '';
const lastPrompt = () => world.provider.requests.at(-1)?.messages.map(({ content }) => content);

describe('a database that refuses: case 62', () => {
	it('does not keep the answer from being shown, and the user is told', async () => {
		const { answerId, state } = await answered(world.openWindow(), 'Hi?', 'shown');
		expect(texts(state)).toEqual(['Hi?', 'shown']);
		expect(state.runs.get(answerId)).toMatchObject({ isUnsaved: true, message: { status: 'done' } });
	});

	it('does not keep the next question from knowing what was said', async () => {
		const window = world.openWindow();
		await answered(window, 'Hi?', 'one');
		const { state } = await answered(window, 'And?', 'two');
		expect(texts(state)).toEqual(['Hi?', 'one', 'And?', 'two']);
		expect(lastPrompt()).toEqual(['Hi?', 'one', 'And?']);
	});

	it('does not keep the next question from knowing what is stored', async () => {
		database.makeRoom();
		const window = world.openWindow();
		await answered(window, 'Hi?', 'one');
		database.fillUp();
		await answered(window, 'And?', 'two');
		expect(lastPrompt()).toEqual(['Hi?', 'one', 'And?']);
	});

	it('lets a window that opens later see what is only in memory, and Retry works there', async () => {
		const first = world.openWindow();
		const { answerId } = await answered(first, 'Hi?', 'one');
		const chatId = chatIdOf(first);
		first.session.close();
		const second = world.openWindow();
		second.session.open(chatId);
		await until(second, (state) => texts(state).join() === 'Hi?,one');
		second.session.retry(answerId);
		const state = await until(second, (now) => hasEnded(now) && now.path.at(-1)?.id !== answerId);
		expect(texts(state)).toEqual(['Hi?', 'one']);
	});

	it('lets Retry and Continue work on an answer that is stored', async () => {
		database.makeRoom();
		const window = world.openWindow();
		const { answerId } = await answered(window, 'Hi?', 'one');
		await vi.waitFor(async () =>
			expect((await world.store.getMessages([answerId])).get(answerId)?.status).toBe('done'),
		);
		database.fillUp();
		world.provider.script('says-one', [{ token: 'once more' }, { hold: 'cut' }, { reset: true }]);
		window.session.retry(answerId);
		const againId = window.session.getState().path.at(-1)?.id ?? '';
		await untilText(window, againId, 'once more');
		world.provider.release('cut');
		const retried = await until(window, hasEnded);
		expect(texts(retried)).toEqual(['Hi?', 'once more']);

		world.provider.script('says-one', [{ token: ', and on' }, { done: true }]);
		window.session.continueAnswer(againId);
		const state = await until(window, (now) => hasEnded(now) && texts(now)[1] !== 'once more');
		expect(texts(state)).toEqual(['Hi?', 'once more, and on']);
		expect(lastPrompt()).toEqual(['Hi?', 'once more']);
	});

	it('loses nothing when the background is stopped afterwards', async () => {
		const window = world.openWindow();
		await answered(window, 'Hi?', 'one');
		world.killBackground();
		const { state } = await answered(window, 'And?', 'two');
		expect(lastPrompt()).toEqual(['Hi?', 'one', 'And?']);
		expect(texts(state)).toEqual(['Hi?', 'one', 'And?', 'two']);
		await until(window, (now) => now.messages.get(now.path[1]?.id ?? '')?.status === 'done');
	});

	it('shows what only an earlier background had in memory also in a window that opens then', async () => {
		const first = world.openWindow();
		await answered(first, 'Hi?', 'one');
		const chatId = chatIdOf(first);
		first.session.close();
		world.killBackground();
		const second = world.openWindow();
		second.session.open(chatId);
		expect(texts(await until(second, (state) => texts(state).length === 2))).toEqual(['Hi?', 'one']);
	});

	it('that fills up in the middle of an answer shows all of it in another window', async () => {
		database.makeRoom();
		const model = world.provider.script('fills', [
			{ token: 'be' },
			{ hold: 'fills' },
			{ token: 'gun' },
			{ done: true },
		]);
		const first = world.openWindow();
		const { answerId } = ask(first, model);
		await until(first, ({ messages }) => messages.get(answerId)?.status === 'waiting');
		await vi.waitFor(async () => expect(contentOf(await world.store.readPartial(answerId))).toBe('be'));
		database.fillUp();
		world.provider.release('fills');
		await until(first, hasEnded);

		const second = world.openWindow();
		second.session.subscribe(() => undefined);
		second.session.open(chatIdOf(first));
		const state = await until(second, ({ messages }) => contentOf(messages.get(answerId)) === 'begun');
		expect(state.messages.get(answerId)?.status).toBe('done');
	});

	it('gets everything as soon as it takes it again', async () => {
		const window = world.openWindow();
		const { answerId } = await answered(window, 'Hi?', 'one');
		database.makeRoom();
		const next = await answered(window, 'And?', 'two');
		expect(next.state.runs.get(next.answerId)?.isUnsaved).toBe(false);
		const stored = await world.store.getMessages([answerId, next.answerId]);
		expect([...stored.values()].map(contentOf)).toEqual(['one', 'two']);
	});

	it('gets also an answer whose question it had taken before', async () => {
		database.makeRoom();
		const window = world.openWindow();
		const model = world.provider.script('late', [{ token: 'late' }, { hold: 'late' }, { done: true }]);
		const { answerId } = ask(window, model, 'Hi?');
		await vi.waitFor(async () => expect(contentOf(await world.store.readPartial(answerId))).toBe('late'));
		database.fillUp();
		world.provider.release('late');
		await until(window, hasEnded);
		database.makeRoom();
		await answered(window, 'And?', 'two');
		expect((await world.store.getMessages([answerId])).get(answerId)).toMatchObject({
			status: 'done',
			parts: [{ type: 'text', text: 'late' }],
		});
	});
});
