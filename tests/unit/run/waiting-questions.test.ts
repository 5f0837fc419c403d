import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { textOf } from '../../../utils/chat/parts.ts';
import { readWaitingList } from '../../../utils/run/waiting-list.ts';
import { ask, isLastOver, texts, until, untilText } from './session-states.ts';
import { createTestWorld, type TestWindow, type TestWorld } from './test-world.ts';

let world: TestWorld;

beforeEach(async () => {
	world = await createTestWorld();
});
afterEach(() => world.close());

/** A chat whose first answer runs and has said “One”. */
async function openRunning(steps: Parameters<TestWorld['provider']['script']>[1] = [{ done: true }]) {
	const model = world.provider.script('waits', [{ token: 'One' }, { hold: 'end' }, ...steps]);
	const window = world.openWindow();
	const { answerId } = ask(window, model, 'First?');
	await untilText(window, answerId, 'One');
	return { window, answerId, model, chatId: window.session.getState().chatId ?? '' };
}

const waitingTexts = async (chatId: string) =>
	(await readWaitingList(chatId))?.questions.map(({ question }) => textOf(question.parts)) ?? [];

const untilWaiting = (chatId: string, wanted: readonly string[]) =>
	vi.waitFor(async () => expect(await waitingTexts(chatId)).toEqual(wanted));

const asked = () => world.provider.requests.map(({ messages }) => messages.map(({ content }) => content));

/** The answer of a list's place, to name it by. */
async function waitingId(chatId: string, at = 0): Promise<string> {
	return (await readWaitingList(chatId))?.questions[at]?.answerId ?? '';
}

async function takeBack({ client }: TestWindow, chatId: string, answerId: string) {
	const reply = await client.request({ type: 'take-back', chatId, answerId });
	return reply?.type === 'take-back' && reply.question ? textOf(reply.question.parts) : null;
}

describe('case 165: a question asked while an answer runs', () => {
	it('waits, and follows the answer once that has ended well', async () => {
		const { window, chatId } = await openRunning();
		window.session.askLater('Second?');
		await untilWaiting(chatId, ['Second?']);
		expect(texts(window.session.getState())).toEqual(['First?', 'One']);
		world.provider.release('end');
		world.provider.release('end');
		await until(window, (state) => state.path.length === 4 && isLastOver(state));
		expect(texts(window.session.getState())).toEqual(['First?', 'One', 'Second?', 'One']);
		expect(asked()).toEqual([['First?'], ['First?', 'One', 'Second?']]);
		await untilWaiting(chatId, []);
	});

	it('is asked once, though two windows show the chat, and the command comes twice', async () => {
		const { window, chatId } = await openRunning();
		const other = world.openWindow();
		other.session.open(chatId);
		await until(other, ({ runningAnswerId }) => runningAnswerId !== null);
		window.session.askLater('Second?');
		await untilWaiting(chatId, ['Second?']);
		const again = (await readWaitingList(chatId))?.questions[0];
		if (!again) throw new Error('Nothing waits.');
		other.client.askLater(again.chat, again.question, again.answerId);
		for (let end = 0; end < 2; end += 1) world.provider.release('end');
		for (const { session } of [window, other])
			await vi.waitFor(() => expect(texts(session.getState())).toEqual(['First?', 'One', 'Second?', 'One']));
		await until(other, isLastOver);
		other.client.askLater(again.chat, again.question, again.answerId);
		// A command behind it has been dealt with, so that one has been, too.
		await takeBack(other, chatId, 'none');
		expect(asked()).toHaveLength(2);
		expect(await waitingTexts(chatId)).toEqual([]);
	});

	it('keeps its place among several', async () => {
		const { window, chatId } = await openRunning();
		for (const text of ['Second?', 'Third?', 'Fourth?']) window.session.askLater(text);
		await untilWaiting(chatId, ['Second?', 'Third?', 'Fourth?']);
		expect(await takeBack(window, chatId, await waitingId(chatId, 1))).toBe('Third?');
		for (let end = 0; end < 3; end += 1) world.provider.release('end');
		await until(window, (state) => state.path.length === 6 && isLastOver(state));
		expect(texts(window.session.getState())).toEqual(['First?', 'One', 'Second?', 'One', 'Fourth?', 'One']);
	});

	it.each([
		[
			'was stopped',
			({ session }: TestWindow, answerId: string) => session.stop(answerId),
			[{ stall: true } as const],
		],
		['failed', () => world.provider.release('end'), [{ reset: true } as const]],
	])('goes on waiting where the answer %s, and follows the retried one', async (_, end, steps) => {
		const { window, answerId, chatId } = await openRunning(steps);
		window.session.askLater('Second?');
		await untilWaiting(chatId, ['Second?']);
		end(window, answerId);
		await until(window, isLastOver);
		await takeBack(window, chatId, 'none');
		expect(await waitingTexts(chatId)).toEqual(['Second?']);
		expect(asked()).toHaveLength(1);

		world.provider.script('waits', [{ token: 'Two' }, { done: true }]);
		window.session.retry(answerId);
		await until(window, (state) => state.path.length === 4 && isLastOver(state));
		expect(texts(window.session.getState())).toEqual(['First?', 'Two', 'Second?', 'Two']);
	});

	it('is taken back once, and never asked then', async () => {
		const { window, chatId } = await openRunning();
		window.session.askLater('Second?');
		await untilWaiting(chatId, ['Second?']);
		const id = await waitingId(chatId);
		expect(await takeBack(window, chatId, id)).toBe('Second?');
		expect(await takeBack(window, chatId, id)).toBeNull();
		world.provider.release('end');
		await until(window, isLastOver);
		await takeBack(window, chatId, id);
		expect(asked()).toHaveLength(1);
	});

	it('is sent at once: the running answer is stopped and kept, and stays before it', async () => {
		const { window, answerId, chatId } = await openRunning([{ stall: true }]);
		window.session.askLater('Later?');
		window.session.askLater('Now?');
		await untilWaiting(chatId, ['Later?', 'Now?']);
		world.provider.script('waits', [{ token: 'Yes' }, { done: true }]);
		await window.client.request({
			type: 'send-waiting',
			chatId,
			answerId: await waitingId(chatId, 1),
			parentId: answerId,
		});
		await until(window, (state) => state.path.length === 6 && isLastOver(state));
		expect(texts(window.session.getState())).toEqual(['First?', 'One', 'Now?', 'Yes', 'Later?', 'Yes']);
		expect(window.session.getState().messages.get(answerId)?.status).toBe('stopped');
	});

	it('stays when the background is killed, and is sent when the user says so', async () => {
		const { window, answerId, chatId } = await openRunning();
		window.session.askLater('Second?');
		await untilWaiting(chatId, ['Second?']);
		world.killBackground();
		await until(window, isLastOver);
		expect(window.session.getState().messages.get(answerId)?.status).toBe('interrupted');
		await takeBack(window, chatId, 'none');
		expect(await waitingTexts(chatId)).toEqual(['Second?']);
		world.provider.script('waits', [{ token: 'Yes' }, { done: true }]);
		const id = await waitingId(chatId);
		await window.client.request({ type: 'send-waiting', chatId, answerId: id, parentId: answerId });
		await until(window, (state) => state.path.length === 4 && isLastOver(state));
		expect(texts(window.session.getState()).slice(2)).toEqual(['Second?', 'Yes']);
	});

	it('is sent by the next background where the one before died between the end and the sending', async () => {
		const { window, chatId } = await openRunning();
		window.session.askLater('Second?');
		await untilWaiting(chatId, ['Second?']);
		const key = `waiting:${chatId}`;
		const left = await browser.storage.session.get(key);
		await takeBack(window, chatId, await waitingId(chatId));
		world.provider.release('end');
		await until(window, isLastOver);
		world.killBackground();
		await browser.storage.session.set(left);
		world.provider.release('end');
		const later = world.openWindow();
		later.session.open(chatId);
		await until(later, (state) => state.path.length === 4 && isLastOver(state));
		expect(texts(later.session.getState())).toEqual(['First?', 'One', 'Second?', 'One']);
	});

	it('is forgotten with its chat', async () => {
		const { window, chatId } = await openRunning([{ stall: true }]);
		window.session.askLater('Second?');
		await untilWaiting(chatId, ['Second?']);
		await window.client.deleteChat(chatId);
		await untilWaiting(chatId, []);
		expect(asked()).toHaveLength(1);
	});
});
