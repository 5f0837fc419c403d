import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StoreError } from '../../../utils/store/database/store-error.ts';
import { contentOf } from '../flat-message.ts';
import { ask, isOver, until, untilText } from './session-states.ts';
import { createTestWorld, type TestWindow, type TestWorld } from './test-world.ts';

let world: TestWorld;
/** The next call of this name is refused, as where the quota is used up; the ones after it are not. */
let refusedNext: string | null;
/** Saves of these names are refused until the test makes room: the background may try again at any moment. */
let refusedStill: RegExp | null;

beforeEach(async () => {
	refusedNext = null;
	refusedStill = null;
	vi.spyOn(console, 'error').mockImplementation(() => undefined);
	world = await createTestWorld({
		wrapStore: (store) =>
			new Proxy(store, {
				get(real, name) {
					if (name !== refusedNext && !refusedStill?.test(String(name))) return Reflect.get(real, name);
					if (name === refusedNext) refusedNext = null;
					return () => Promise.reject(new StoreError('full'));
				},
			}),
	});
});
afterEach(() => world.close());

/** What saves an answer that has ended, or a chat that was refused before. */
const AT_THE_END = /^save(?!Question)/;

async function answered(window: TestWindow, question: string, answer: string) {
	const model = world.provider.script(`says ${answer}`, [{ token: answer }, { done: true }]);
	const { answerId } = ask(window, model, question);
	await until(window, (now) => isOver(now, answerId));
	return answerId;
}

const storedText = async (answerId: string) => {
	const message = (await world.store.getMessages([answerId])).get(answerId);
	return message?.status === 'done' ? contentOf(message) : null;
};
const untilStored = (answerId: string, text: string) =>
	vi.waitFor(async () => expect(await storedText(answerId)).toBe(text));

describe('case 106: a write that is refused once', () => {
	it('is made up for at the end of the answer, where it was the question', async () => {
		const window = world.openWindow();
		refusedNext = 'saveQuestion';
		const refused = await answered(window, 'Hi?', 'one');
		expect(await storedText(refused)).toBe('one');
		expect(await window.client.getUnsaved()).toEqual([]);
	});

	it('is made up for with the next answer, where it was the end of one, though the next is of another chat', async () => {
		const window = world.openWindow();
		refusedStill = AT_THE_END;
		const refused = await answered(window, 'Hi?', 'one');
		expect(await storedText(refused)).toBeNull();
		refusedStill = null;
		window.session.startNew();
		const later = await answered(window, 'Ho?', 'two');
		await untilStored(later, 'two');
		await untilStored(refused, 'one');
		await vi.waitFor(async () => expect(await window.client.getUnsaved()).toEqual([]));
	});

	it('is made up for when a window opens, and the window that showed it says it is unsaved no more', async () => {
		const window = world.openWindow();
		refusedStill = AT_THE_END;
		const refused = await answered(window, 'Hi?', 'one');
		const { chatId } = window.session.getState();
		refusedStill = null;
		world.openWindow().session.open('another');
		await untilStored(refused, 'one');
		await until(window, ({ runs }) => !runs.has(refused));
		await vi.waitFor(() => expect(window.client.getHeard(chatId ?? '').unsaved).toBeNull());
	});

	it('is made up for by the next background', async () => {
		const first = world.openWindow();
		refusedStill = AT_THE_END;
		const refused = await answered(first, 'Hi?', 'one');
		refusedStill = null;
		first.session.close();
		world.killBackground();
		const later = await answered(world.openWindow(), 'Ho?', 'two');
		await untilStored(later, 'two');
		await untilStored(refused, 'one');
	});

	it('of a question is made up for when its answer ends, whatever was asked elsewhere meanwhile', async () => {
		const window = world.openWindow();
		const model = world.provider.script('long', [
			{ token: 'be' },
			{ hold: 'other' },
			{ token: 'gun' },
			{ done: true },
		]);
		refusedNext = 'saveQuestion';
		const { answerId } = ask(window, model);
		await untilText(window, answerId, 'be');
		await answered(world.openWindow(), 'Ho?', 'two');
		world.provider.release('other');
		await untilStored(answerId, 'begun');
		await vi.waitFor(async () => expect(await window.client.getUnsaved()).toEqual([]));
	});

	it('of a checkpoint leaves nothing out of the answer', async () => {
		const window = world.openWindow();
		const model = world.provider.script('checked', [
			{ token: 'be' },
			{ hold: 'seen' },
			{ token: 'gun' },
			{ done: true },
		]);
		refusedNext = 'appendCheckpoint';
		const { answerId } = ask(window, model);
		await vi.waitFor(() => expect(refusedNext).toBeNull());
		world.provider.release('seen');
		await untilStored(answerId, 'begun');
		const { runs } = await until(window, (state) => state.runs.get(answerId)?.hasEnded === true);
		expect(runs.get(answerId)?.isUnsaved).toBe(false);
	});
});
