import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readOutbox } from '../../../utils/run/outbox.ts';
import type { Store } from '../../../utils/store/store.ts';
import { ask, hasEnded, isLastOver, texts, until } from './session-states.ts';
import { createTestWorld, TARGET, type TestWorld } from './test-world.ts';

let isHung: boolean;
let world: TestWorld;

/** Holds what is asked back from the database, until it is let go. */
const wrapStore = (store: Store) => {
	const never = new Promise(() => undefined);
	return new Proxy(store, {
		get: (real, name) => (isHung && name === 'saveQuestion' ? () => never : Reflect.get(real, name)),
	});
};

beforeEach(async () => {
	isHung = true;
	world = await createTestWorld({ wrapStore });
});
afterEach(() => world.close());

/** Asks, and waits until the background has taken the command, which it cannot save yet. */
async function askUnsaved(model: string) {
	const window = world.openWindow();
	ask(window, model);
	const chatId = window.session.getState().chat?.id ?? '';
	window.client.attach(chatId);
	await vi.waitFor(() => expect(window.client.getHeard(chatId).snapshotCount).toBeGreaterThan(1));
	return { window, chatId };
}

describe('a question that is not saved yet: case 54', () => {
	it('is asked again by its window when the background dies', async () => {
		const model = world.provider.script('taken', [{ token: 'x' }, { done: true }]);
		const { window } = await askUnsaved(model);
		isHung = false;
		world.killBackground();
		expect(texts(await until(window, isLastOver))).toEqual(['Hi?', 'x']);
	});

	it('is asked by the next window when its own closes and the background dies', async () => {
		const model = world.provider.script('handed on', [{ token: 'x' }, { done: true }]);
		const { window, chatId } = await askUnsaved(model);
		window.session.close();
		world.killBackground();
		isHung = false;

		const next = world.openWindow();
		await next.client.resend();
		next.session.open(chatId);
		expect(texts(await until(next, isLastOver))).toEqual(['Hi?', 'x']);
		expect(world.provider.requests).toHaveLength(1);
	});

	it('is not asked twice by a window that opens while it is being saved', async () => {
		const model = world.provider.script('once', [{ token: 'x' }, { done: true }]);
		const { window } = await askUnsaved(model);
		await vi.waitFor(async () => expect(await readOutbox()).toHaveLength(1));
		await world.openWindow().client.resend();
		isHung = false;
		world.killBackground();
		await until(window, isLastOver);
		await vi.waitFor(async () => expect(await readOutbox()).toEqual([]));
		expect(world.provider.requests).toHaveLength(1);
	});

	it('is saved and not answered when it was stopped before the background died', async () => {
		const model = world.provider.script('stopped', [{ token: 'x' }, { done: true }]);
		const { window } = await askUnsaved(model);
		window.session.stop(window.session.getState().runningAnswerId ?? '');
		isHung = false;
		world.killBackground();
		const { path, messages } = await until(window, isLastOver);
		expect(messages.get(path.at(-1)?.id ?? '')).toMatchObject({ status: 'stopped', parts: [] });
		expect(world.provider.requests).toEqual([]);
	});

	it('stays stopped for the window that sends it again', async () => {
		const model = world.provider.script('stopped', [{ token: 'x' }, { done: true }]);
		const { window, chatId } = await askUnsaved(model);
		window.session.stop(window.session.getState().runningAnswerId ?? '');
		await vi.waitFor(async () => expect(await readOutbox()).toMatchObject([{ isStopped: true }]));
		window.session.close();
		world.killBackground();
		isHung = false;

		const next = world.openWindow();
		await next.client.resend();
		next.session.open(chatId);
		await until(next, isLastOver);
		expect(world.provider.requests).toEqual([]);
	});

	it('does not come back when its chat was deleted', async () => {
		const model = world.provider.script('deleted', [{ token: 'x' }, { done: true }]);
		const { window, chatId } = await askUnsaved(model);
		await vi.waitFor(async () => expect(await readOutbox()).toHaveLength(1));
		const deleted = window.client.deleteChat(chatId);
		isHung = false;
		world.killBackground();
		expect(await deleted).toBe(true);
		expect(await readOutbox()).toEqual([]);
		expect(await world.store.getChat(chatId)).toBeNull();
		expect(world.provider.requests).toEqual([]);
	});

	it('is forgotten when the background refuses it for its size', async () => {
		const window = world.openWindow();
		window.session.ask('x'.repeat(9 * 1024 * 1024), TARGET);
		await until(window, hasEnded);
		await vi.waitFor(async () => expect(await readOutbox()).toEqual([]));
	});
});
