import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { readTables } from '../store/read-tables.ts';
import { ask, isLastOver, texts, until, untilText } from './session-states.ts';
import { createTestWorld, type TestWindow, type TestWorld } from './test-world.ts';

let world: TestWorld;

beforeEach(async () => {
	world = await createTestWorld();
});
afterEach(() => world.close());

function openTemporary(): TestWindow {
	const window = world.openWindow();
	window.session.startNew(true);
	return window;
}

/** Every row of the database, and all that stands in the storage that outlives the browser. */
async function onDisk(): Promise<string> {
	const tables = await readTables(world.disk);
	return JSON.stringify([tables, await browser.storage.local.get(null)]);
}

const inSession = async () => JSON.stringify(await browser.storage.session.get(null));

describe('case 170: a temporary chat', () => {
	it('is answered with all that was said, and leaves no word on the disk, while it runs or after', async () => {
		const model = world.provider.script('secret', [{ token: 'Secret' }, { hold: 'end' }, { done: true }]);
		const window = openTemporary();
		expect(window.session.getState().isTemporary).toBe(true);
		const { answerId } = ask(window, model, 'Hush?');
		await untilText(window, answerId, 'Secret');
		// As long as a checkpoint would take.
		await vi.waitFor(async () => expect(await inSession()).toContain('Secret'), { timeout: 3000 });
		expect(await onDisk()).not.toMatch(/Hush|Secret/);
		world.provider.release('end');
		await until(window, isLastOver);
		ask(window, model, 'More?');
		world.provider.release('end');
		await until(window, (state) => state.path.length === 4 && isLastOver(state));
		expect(texts(window.session.getState())).toEqual(['Hush?', 'Secret', 'More?', 'Secret']);
		expect(world.provider.requests.at(-1)?.messages.map(({ content }) => content)).toEqual([
			'Hush?',
			'Secret',
			'More?',
		]);
		expect(JSON.parse(await onDisk())[0]).toEqual({ chats: [], nodes: [], messages: [], checkpoints: [] });
		expect(await window.client.getUnsaved()).toEqual([]);
	});

	it('goes on while no window is there, and is shown by the next one', async () => {
		const model = world.provider.script('goes on', [
			{ token: 'One' },
			{ hold: 'end' },
			{ token: ' two' },
			{ done: true },
		]);
		const window = openTemporary();
		const { answerId } = ask(window, model, 'Hush?');
		await untilText(window, answerId, 'One');
		const chatId = window.session.getState().chatId ?? '';
		window.session.close();
		world.provider.release('end');
		const later = world.openWindow();
		later.session.open(chatId);
		await until(later, (state) => state.path.length === 2 && isLastOver(state));
		await vi.waitFor(() => expect(texts(later.session.getState())).toEqual(['Hush?', 'One two']));
		expect(later.session.getState()).toMatchObject({ isTemporary: true, isStoreFailing: false });
	});

	it('survives its background, with as much of the answer as had come', async () => {
		const model = world.provider.script('dies', [{ token: 'Half' }, { stall: true }]);
		const window = openTemporary();
		const { answerId } = ask(window, model, 'Hush?');
		await untilText(window, answerId, 'Half');
		await vi.waitFor(async () => expect(await inSession()).toContain('Half'), { timeout: 3000 });
		world.killBackground();
		await until(window, isLastOver);
		expect(texts(window.session.getState())).toEqual(['Hush?', 'Half']);
		world.provider.script('dies', [{ token: 'Whole' }, { done: true }]);
		window.session.retry(answerId);
		await until(window, (state) => state.path.at(-1)?.id !== answerId && isLastOver(state));
		expect(texts(window.session.getState())).toEqual(['Hush?', 'Whole']);
		expect(await onDisk()).not.toMatch(/Hush|Half|Whole/);
	});

	it.each([
		['a new chat is begun', ({ session }: TestWindow) => session.startNew()],
		['another chat is opened', ({ session }: TestWindow) => session.open('another')],
	])('is gone when %s, with the answer that runs in it', async (_, leave) => {
		const model = world.provider.script('gone', [{ token: 'Half' }, { stall: true }]);
		const window = openTemporary();
		const { answerId } = ask(window, model, 'Hush?');
		await untilText(window, answerId, 'Half');
		leave(window);
		await vi.waitFor(() => expect(world.provider.requests[0]?.abortedAt).not.toBeNull());
		await vi.waitFor(async () => expect(await inSession()).not.toMatch(/Hush|Half/));
		expect(window.session.getState().isTemporary).toBe(false);
	});

	it('that is closed in one window leaves the other one with a new temporary chat', async () => {
		const window = openTemporary();
		ask(window, 'demo-fast', 'Hush?');
		await until(window, isLastOver);
		const chatId = window.session.getState().chatId ?? '';
		const other = world.openWindow();
		other.session.open(chatId);
		await until(other, ({ path }) => path.length === 2);
		window.session.startNew();
		await until(other, (state) => state.goneChatId === chatId);
		expect(other.session.getState().isTemporary).toBe(true);
	});

	it('has its questions deleted and asked anew as any other', async () => {
		const window = openTemporary();
		ask(window, 'demo-fast', 'First?');
		await until(window, isLastOver);
		ask(window, 'demo-fast', 'Second?');
		await until(window, (state) => state.path.length === 4 && isLastOver(state));
		const secondId = window.session.getState().path[2]?.id ?? '';
		await window.session.deleteMessage(secondId);
		await until(window, ({ path }) => path.length === 2);
		window.session.edit(window.session.getState().path[0]?.id ?? '', 'Other?');
		await until(window, (state) => isLastOver(state) && texts(state)[0] === 'Other?');
		expect(await onDisk()).not.toMatch(/First|Second|Other/);
	});
});
