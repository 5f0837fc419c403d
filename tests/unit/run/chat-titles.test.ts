import { afterEach, describe, expect, it, vi } from 'vitest';
import { titleIn } from '../../../utils/chat/model-title.ts';
import { ask, isLastOver, until } from './session-states.ts';
import { createTestWorld, type TestWorld } from './test-world.ts';

let world: TestWorld;
afterEach(() => world?.close());

/** A chat with one answer of a model that is told what to say when it is asked for a title. */
async function answered(
	steps: Parameters<TestWorld['provider']['script']>[1],
	{ isWanted = true, isTemporary = false } = {},
) {
	world = await createTestWorld({ hasModelTitles: async () => isWanted });
	const model = world.provider.script('named', [{ token: 'Hello' }, { hold: 'end' }, { done: true }]);
	const window = world.openWindow();
	window.session.startNew(isTemporary);
	ask(window, model, 'Why is the sky blue?');
	await world.provider.waitForRequest(() => true);
	world.provider.script('named', steps);
	world.provider.release('end');
	await until(window, isLastOver);
	return { window, model, chatId: window.session.getState().chatId ?? '' };
}

const titleOf = async (chatId: string) => (await world.store.getChat(chatId))?.title;
const untilTitle = (chatId: string, title: string) =>
	vi.waitFor(async () => expect(await titleOf(chatId)).toBe(title));

/** One more question is asked and answered, so that what the first answer has set off is done as well. */
async function askMore(window: Awaited<ReturnType<typeof answered>>['window']): Promise<void> {
	ask(window, 'demo-fast', 'And?');
	await until(window, (state) => state.path.length === 4 && isLastOver(state));
}

describe('case 173: a title by the model', () => {
	it('comes after the first answer, is no answer, and is asked for once', async () => {
		const { window, model, chatId } = await answered([
			{ token: '“Blue ' },
			{ token: 'skies”\n' },
			{ done: true },
		]);
		await untilTitle(chatId, 'Blue skies');
		await until(window, ({ chat }) => chat?.title === 'Blue skies');
		expect(window.session.getState().path).toHaveLength(2);
		const [, asked] = world.provider.requests;
		expect(asked?.model).toBe(model);
		expect(asked?.messages).toHaveLength(1);
		expect(asked?.messages[0]?.content).toContain('User: Why is the sky blue?\n\nAssistant: Hello');
		await askMore(window);
		expect(world.provider.requests).toHaveLength(3);
	});

	it('does not replace the one that the user has given meanwhile', async () => {
		const { window, chatId } = await answered([{ hold: 'title' }, { token: 'Blue skies' }, { done: true }]);
		await world.provider.waitForRequest(
			({ messages }) => messages[0]?.content.includes('Assistant:') ?? false,
		);
		await world.store.renameChat(chatId, 'Mine');
		world.provider.release('title');
		await vi.waitFor(() => expect(world.provider.requests).toHaveLength(2));
		await askMore(window);
		expect(await titleOf(chatId)).toBe('Mine');
	});

	it.each([
		['fails', [{ reset: true } as const]],
		['says nothing', [{ done: true } as const]],
	])('stays as it was where the model %s', async (_, steps) => {
		const { window, chatId } = await answered(steps);
		await vi.waitFor(() => expect(world.provider.requests).toHaveLength(2));
		await askMore(window);
		expect(await titleOf(chatId)).toBe('Why is the sky blue?');
	});

	it.each([
		['where nobody wants it', { isWanted: false }],
		['for a temporary chat', { isTemporary: true }],
	])('is not asked for %s', async (_, options) => {
		const { window } = await answered([{ token: 'Blue skies' }, { done: true }], options);
		await askMore(window);
		expect(world.provider.requests).toHaveLength(2);
	});

	it.each([
		['Blue skies', 'Blue skies'],
		['# Title: “Blue skies.”\nMore', 'Blue skies'],
		['**Blue skies**', 'Blue skies'],
		['Название: «Синее небо»', 'Синее небо'],
		['\n\n  Blue\n', 'Blue'],
		['""', ''],
	])('is read from %j as %j', (reply, title) => {
		expect(titleIn(reply)).toBe(title);
	});
});
