import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newQuestion } from '../../../utils/run/session/new-question.ts';
import { openFullDatabase } from './full-database.ts';
import { ask, hasEnded, texts, until, untilText } from './session-states.ts';
import { createTestWorld, TARGET, type TestWindow, type TestWorld } from './test-world.ts';

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

/** A chat with one answer, in two windows. */
async function inTwoWindows(of: TestWorld) {
	const model = of.provider.script('both', [{ token: 'x' }, { done: true }]);
	const [first, second] = [of.openWindow(), of.openWindow()];
	ask(first, model);
	const { chatId, path } = await until(first, hasEnded);
	second.session.open(chatId ?? '');
	await until(second, (state) => texts(state).join() === 'Hi?,x');
	return { first, second, model, chatId: chatId ?? '', questionId: path[0]?.id ?? '' };
}

const untilAnswered = (window: TestWindow, question: string) =>
	until(window, (state) => hasEnded(state) && texts(state).at(-2) === question);

describe('case 104: one chat is changed in one window and asked in in the other', () => {
	it.each([
		['before', true],
		['after', false],
	])('both stand when it is renamed, pinned and given another model %s the question', async (_, isBefore) => {
		const { first, second, model, chatId } = await inTwoWindows(world);
		const other = world.provider.script('other', [{ token: 'y' }, { done: true }]);
		async function change(): Promise<void> {
			await world.store.renameChat(chatId, 'Renamed');
			await world.store.setPinned(chatId, true);
			first.session.setTarget({ ...TARGET, model: other });
			await until(second, ({ chat }) => chat?.model === other);
		}
		if (isBefore) await change();
		second.session.ask('Mine?', { ...TARGET, model: isBefore ? other : model });
		await untilAnswered(second, 'Mine?');
		if (!isBefore) await change();
		for (const { session } of [first, second]) {
			await vi.waitFor(() =>
				expect(session.getState().chat).toMatchObject({ title: 'Renamed', isPinned: true, model: other }),
			);
		}
		await vi.waitFor(async () =>
			expect(await world.store.getChat(chatId)).toMatchObject({
				title: 'Renamed',
				isPinned: true,
				model: other,
			}),
		);
		expect(texts(second.session.getState()).slice(0, 3)).toEqual(['Hi?', 'x', 'Mine?']);
	});

	it('both stand when a window asks that has not heard of the new title and pin', async () => {
		const { second, model, chatId } = await inTwoWindows(world);
		const { chat, path } = second.session.getState();
		if (!chat) throw new Error('The chat is not shown.');
		await world.store.renameChat(chatId, 'Renamed');
		await world.store.setPinned(chatId, true);
		const question = newQuestion(chatId, {
			parts: [{ type: 'text', text: 'Mine?' }],
			parentId: path.at(-1)?.id ?? null,
		});
		second.client.ask({ ...chat, title: 'Hi?', isPinned: false, model, leafId: 'mine' }, question, 'mine');
		await untilAnswered(second, 'Mine?');
		expect(await world.store.getChat(chatId)).toMatchObject({ title: 'Renamed', isPinned: true, model });
	});

	it('both stand as versions when a question is edited in one, and the other asks at the same time', async () => {
		const { first, second, model, questionId } = await inTwoWindows(world);
		first.session.edit(questionId, 'Edited?');
		const editedId = first.session.getState().path[0]?.id ?? '';
		ask(second, model, 'Mine?');
		for (const window of [first, second]) {
			await until(window, (state) => state.path[0]?.versions.length === 2);
			window.session.showVersion(questionId);
			await until(window, (state) => texts(state).join() === 'Hi?,x,Mine?,x');
			window.session.showVersion(editedId);
			await until(window, (state) => texts(state).join() === 'Edited?,x');
		}
	});

	it('both stand in a chat that the database refused', async () => {
		const database = await openFullDatabase();
		const { first, second, chatId } = await inTwoWindows(database.world);
		const other = database.world.provider.script('other', [{ token: 'y' }, { done: true }]);
		first.session.setTarget({ ...TARGET, model: other });
		await until(second, ({ chat }) => chat?.model === other);
		const { chat } = second.session.getState();
		if (!chat) throw new Error('The chat is not shown.');
		first.client.changeUnsaved({ ...chat, title: 'Renamed', isPinned: true }, []);
		// Asks without having heard of it.
		ask(second, other, 'Mine?');
		await untilAnswered(second, 'Mine?');
		await untilAnswered(first, 'Mine?');
		for (const window of [first, second])
			await until(window, (state) => state.chat?.title === 'Renamed' && state.chat.isPinned);
		const [unsaved] = await first.client.getUnsaved();
		expect(unsaved?.chat).toMatchObject({ id: chatId, title: 'Renamed', isPinned: true, model: other });
		await database.world.close();
	});
});
