import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Step } from '../../lockchat-server/types.ts';
import { contentOf } from '../flat-message.ts';
import { createServedWorld, type ServedWorld, TARGET, type TestWindow } from './test-world.ts';

let world: ServedWorld;
beforeEach(async () => {
	world = await createServedWorld();
});
afterEach(() => world.close());

const THOUGHT: readonly Step[] = [{ token: 'So' }, { token: ' Paris.\n</th' }];
const ANSWER: readonly Step[] = [{ token: 'ink>\n\nParis' }];
const PARTS = [
	{ type: 'reasoning', text: 'So Paris.\n\n\n' },
	{ type: 'text', text: 'Paris' },
];

function ask(window: TestWindow, steps: readonly Step[]): string {
	const model = world.server.script('lone', steps);
	window.session.ask('Where?', { ...TARGET, model });
	return window.session.getState().path.at(-1)?.id ?? '';
}

const runOf = ({ session }: TestWindow, id: string) => session.getState().runs.get(id);
const stored = (id: string) => world.store.readPartial(id);
const untilStored = (id: string, parts: unknown) =>
	vi.waitFor(async () => expect((await stored(id))?.parts).toEqual(parts), 4_000);

describe('an answer that begins with a thought whose opening tag stood in the prompt', () => {
	it('case 71: is drawn and stored as one', async () => {
		const window = world.openWindow();
		const id = ask(window, [...THOUGHT, { hold: 'thought' }, ...ANSWER, { hold: 'end' }, { done: true }]);
		await vi.waitFor(() => expect(runOf(window, id)?.parts[0]?.type).toBe('text'), 4_000);
		await untilStored(id, [{ type: 'text', text: 'So Paris.\n' }]);

		world.server.release('thought');
		// In the middle of the answer, from the row that was written anew and what was appended to it.
		await untilStored(id, PARTS);
		const run = runOf(window, id);
		expect(run?.parts.map(({ type }) => type)).toEqual(['reasoning', 'text']);

		world.server.release('end');
		await vi.waitFor(() => expect(runOf(window, id)?.hasEnded).toBe(true), 4_000);
		expect(await stored(id)).toMatchObject({ status: 'done', parts: PARTS });
	});

	it('case 71: is the same for a window that comes late', async () => {
		const id = ask(world.openWindow(), [...THOUGHT, ...ANSWER, { hold: 'end' }, { done: true }]);
		await untilStored(id, PARTS);
		const chatId = (await stored(id))?.chatId ?? '';
		const late = world.openWindow();
		late.session.open(chatId);
		await vi.waitFor(() => expect(runOf(late, id)?.message.parts).toEqual(PARTS), 4_000);
		world.server.release('end');
		await vi.waitFor(() => expect(runOf(late, id)?.hasEnded).toBe(true), 4_000);
	});

	it('case 71: keeps what a Continue had before', async () => {
		const window = world.openWindow();
		const id = ask(window, [{ token: 'The capital is ' }, { hold: 'cut' }, { reset: true }]);
		await untilStored(id, [{ type: 'text', text: 'The capital is ' }]);
		world.server.release('cut');
		const untilEnded = (status: string) =>
			vi.waitFor(() => expect(runOf(window, id)).toMatchObject({ hasEnded: true, message: { status } }));
		await untilEnded('interrupted');
		world.server.script('lone', [...THOUGHT, ...ANSWER, { done: true }]);
		window.session.continueAnswer(id);
		await untilEnded('done');
		expect((await stored(id))?.parts).toEqual([{ type: 'text', text: 'The capital is ' }, ...PARTS]);
		expect(contentOf(await stored(id))).toBe('The capital is Paris');
	});
});
