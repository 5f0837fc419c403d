import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { StoreError } from '../../../utils/store/database/store-error.ts';
import { contentOf } from '../flat-message.ts';
import { readTables } from '../store/read-tables.ts';
import { type FullDatabase, openFullDatabase } from './full-database.ts';
import { ask, hasEnded, until, untilText } from './session-states.ts';
import { createTestWorld, type TestWindow, type TestWorld } from './test-world.ts';

let world: TestWorld;
let database: FullDatabase;

beforeEach(async () => {
	database = await openFullDatabase();
	world = database.world;
});
afterEach(() => world.close());

/** A question whose answer has begun, and waits in its middle until it is told to `go on`. */
async function askHalf(window: TestWindow) {
	const model = world.provider.script('half', [
		{ token: 'half' },
		{ hold: 'go on' },
		{ token: ' and half' },
		{ done: true },
	]);
	const { answerId } = ask(window, model);
	await untilText(window, answerId, 'half');
	const { chatId, path } = window.session.getState();
	return { answerId, chatId: chatId ?? '', questionId: path[0]?.id ?? '' };
}

/** What a browser has of chats, wherever it keeps them, after its background has started anew. */
async function leftAfterRestart() {
	world.killBackground();
	const window = world.openWindow();
	await window.client.resend();
	const unsaved = await window.client.getUnsaved();
	const { chats, messages, checkpoints } = await readTables(world.disk);
	const session = Object.keys(await browser.storage.session.get(null));
	window.session.close();
	return { unsaved, chats, messages, checkpoints, session };
}

const NOTHING = { unsaved: [], chats: [], messages: [], checkpoints: [], session: [] };

describe('case 105: what was deleted in the middle of its answer', () => {
	it.each([
		['is stored', () => database.makeRoom()],
		['was refused', () => undefined],
	])('does not come back, however often the background starts: it %s', async (_, prepare) => {
		prepare();
		const window = world.openWindow();
		const { chatId, questionId } = await askHalf(window);
		window.session.deleteMessage(questionId);
		const deleted = window.client.deleteChat(chatId);
		world.provider.release('go on');
		expect(await deleted).toBe(true);
		window.session.close();
		expect(await leftAfterRestart()).toEqual(NOTHING);
		expect(await leftAfterRestart()).toEqual(NOTHING);
	});

	it('does not come back where the background that deletes it is not the one that kept it', async () => {
		const window = world.openWindow();
		const { chatId } = await askHalf(window);
		world.provider.release('go on');
		await until(window, hasEnded);
		window.session.close();
		world.killBackground();
		const next = world.openWindow();
		// The background begins to recall what was refused, and is told to delete it before that is read.
		const { session } = browser.storage;
		const get = session.get.bind(session);
		vi.spyOn(session, 'get').mockImplementation(async (keys) => {
			const found = await get(keys);
			for (let turn = 0; turn < 100; turn += 1) await new Promise((resolve) => setImmediate(resolve));
			return found;
		});
		next.session.open(chatId);
		expect(await next.client.deleteChat(chatId)).toBe(true);
		expect(await next.client.getUnsaved()).toEqual([]);
		next.session.close();
		expect(await leftAfterRestart()).toEqual(NOTHING);
	});

	it('is deleted also where the database cannot be opened, as it had nothing of it', async () => {
		await world.close();
		const unavailable = () => Promise.reject(new StoreError('unavailable'));
		world = await createTestWorld({
			wrapStore: (store) =>
				new Proxy(store, {
					get: (real, name) =>
						typeof name === 'string' && /^(save|append|delete)/.test(name)
							? unavailable
							: Reflect.get(real, name),
				}),
		});
		const window = world.openWindow();
		const { chatId } = await askHalf(window);
		expect(await window.client.deleteChat(chatId)).toBe(true);
		expect(await window.client.getUnsaved()).toEqual([]);
	});

	it('is told as deleted only when no later background can recall it', async () => {
		const window = world.openWindow();
		const { chatId } = await askHalf(window);
		const { session } = browser.storage;
		const remove = session.remove.bind(session);
		let isRemoved = false;
		vi.spyOn(session, 'remove').mockImplementation(async (keys) => {
			// Long after all else that a deletion does.
			for (let turn = 0; turn < 500; turn += 1) await new Promise((resolve) => setImmediate(resolve));
			await remove(keys);
			isRemoved = true;
		});
		await window.client.deleteChat(chatId);
		expect(isRemoved).toBe(true);
	});

	it('is not remembered either, where the database refuses only the end of the answer', async () => {
		database.makeRoom();
		const window = world.openWindow();
		const { answerId, questionId } = await askHalf(window);
		await vi.waitFor(async () => expect(contentOf(await world.store.readPartial(answerId))).toBe('half'));
		database.fillUp();
		window.session.deleteMessage(questionId);
		await vi.waitFor(() => expect(world.provider.requests.at(-1)?.abortedAt).not.toBeNull());
		await vi.waitFor(async () => expect((await readTables(world.disk)).messages).toEqual([]));
		await until(window, ({ path, runs }) => path.length === 0 && runs.get(answerId)?.hasEnded !== false);
		expect(await window.client.getUnsaved()).toEqual([]);
		database.makeRoom();
		window.session.close();
		expect(await leftAfterRestart()).toMatchObject({ messages: [], unsaved: [], session: [] });
	});
});
