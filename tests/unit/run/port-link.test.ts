import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing';
import { createPortLink } from '../../../utils/run/window/port-link.ts';
import { createPortPair } from './fake-port.ts';

/** Longer than any pause before a port, or for all that is under way; shorter than a silent port is kept. */
const SOON_MS = 2_000;

const COMMAND = { type: 'attach', chatId: 'c' } as const;
const SNAPSHOT = { type: 'snapshot', chatId: 'c', runs: [], unsaved: null } as const;

/** A window's link to a background whose end can be killed; its runtime's id is gone once the extension is. */
function setUp() {
	fakeBrowser.reset();
	const ids = vi.spyOn(browser.runtime, 'id', 'get').mockReturnValue('lockchat');
	const killers: (() => void)[] = [];
	let hangUps = 0;
	const backgrounds: ReturnType<typeof createPortPair>['worker'][] = [];
	const connect = vi.fn(({ name }: { name: string }) => {
		const { window, worker, kill } = createPortPair(name, { id: 'lockchat', url: 'lockchat://page' }, 1_000);
		killers.push(kill);
		worker.onDisconnect.addListener(() => {
			hangUps += 1;
		});
		backgrounds.push(worker);
		return window;
	});
	browser.runtime.connect = connect as unknown as typeof browser.runtime.connect;
	const handlers = {
		onUpdate: vi.fn(),
		onDrop: vi.fn(() => true),
		onConnect: vi.fn(),
		onConnectionChange: vi.fn(),
		onUnsendable: vi.fn(),
	};
	const link = createPortLink(handlers);
	return {
		link,
		connect,
		handlers,
		/** The port drops, as in a reload of the extension or at the background's death. */
		drop: () => killers.at(-1)?.(),
		/** How often the background was told that the window has hung up. */
		hangUps: () => hangUps,
		/** The background says something on the last port. */
		say: (update: unknown) => backgrounds.at(-1)?.postMessage(update),
		/** What the background hears on the last port, from now on. */
		hear() {
			const heard: unknown[] = [];
			backgrounds.at(-1)?.onMessage.addListener((message: unknown) => void heard.push(message));
			return heard;
		},
		removeExtension: () => ids.mockReturnValue(undefined as unknown as string),
	};
}

describe('a window’s link to the background', () => {
	let world: ReturnType<typeof setUp>;
	beforeEach(() => {
		vi.useFakeTimers();
		world = setUp();
		return () => vi.useRealTimers();
	});

	it('connects again when the port drops while the extension is there', async () => {
		const { link, connect, drop } = world;
		link.post(COMMAND);
		drop();
		await vi.advanceTimersByTimeAsync(SOON_MS);
		expect(link.getConnection()).toBe('reconnecting');
		expect(connect).toHaveBeenCalledTimes(2);
	});

	it('hands back what no port carries, once, and stays usable', async () => {
		const { link, connect, handlers } = world;
		const large = { type: 'attach', chatId: 'x'.repeat(2_000) } as const;
		handlers.onConnect.mockImplementation(() => link.post(large));
		link.post(COMMAND);
		await vi.advanceTimersByTimeAsync(SOON_MS);
		expect(handlers.onUnsendable.mock.calls).toEqual([[large]]);
		expect(connect).toHaveBeenCalledTimes(1);
		expect(link.getConnection()).toBe('connected');
	});

	it('tries a new port where the old one does not take a command, and hands it back if that does not either', async () => {
		const { link, connect, handlers } = world;
		const large = { type: 'attach', chatId: 'x'.repeat(2_000) } as const;
		link.post(COMMAND);
		await vi.advanceTimersByTimeAsync(SOON_MS);
		handlers.onConnect.mockImplementation(() => link.post(large));
		link.post(large);
		await vi.advanceTimersByTimeAsync(SOON_MS);
		expect(handlers.onUnsendable.mock.calls).toEqual([[large]]);
		expect(connect).toHaveBeenCalledTimes(2);
	});

	it('is connected again once the background speaks, whose words it passes on', async () => {
		const { link, handlers, drop, say } = world;
		link.post(COMMAND);
		drop();
		await vi.advanceTimersByTimeAsync(SOON_MS);
		say(SNAPSHOT);
		await vi.advanceTimersByTimeAsync(SOON_MS);
		expect(handlers.onUpdate.mock.calls).toEqual([[SNAPSHOT]]);
		expect(link.getConnection()).toBe('connected');
		// Once for the drop, once for the return; not for what was so before.
		expect(handlers.onConnectionChange).toHaveBeenCalledTimes(2);
		say(SNAPSHOT);
		await vi.advanceTimersByTimeAsync(SOON_MS);
		expect(handlers.onConnectionChange).toHaveBeenCalledTimes(2);
	});

	it('comes back at once where the background had spoken, and else after a second', async () => {
		const { link, connect, drop, say } = world;
		link.post(COMMAND);
		say(SNAPSHOT);
		await vi.advanceTimersByTimeAsync(0);
		drop();
		await vi.advanceTimersByTimeAsync(1);
		expect(connect).toHaveBeenCalledTimes(2);
		drop();
		await vi.advanceTimersByTimeAsync(990);
		expect(connect).toHaveBeenCalledTimes(2);
		await vi.advanceTimersByTimeAsync(20);
		expect(connect).toHaveBeenCalledTimes(3);
	});

	it('gives up a port on which nothing comes, tells the background so, and waits twice as long before each next one', async () => {
		const { link, connect, handlers, hangUps, say } = world;
		link.open();
		await vi.advanceTimersByTimeAsync(2_900);
		expect(hangUps()).toBe(0);
		const pauses: number[] = [];
		for (let port = 2; port <= 8; port += 1) {
			let waited = -3_000;
			while (connect.mock.calls.length < port) {
				await vi.advanceTimersByTimeAsync(100);
				waited += 100;
			}
			pauses.push(Math.round(waited / 1_000));
		}
		expect(hangUps()).toBe(7);
		expect(link.getConnection()).toBe('reconnecting');
		// The first is shorter by what had passed before.
		expect(pauses).toEqual([-2, 2, 4, 8, 16, 32, 32]);
		say({ type: 'ready' });
		await vi.advanceTimersByTimeAsync(600_000);
		expect(link.getConnection()).toBe('connected');
		expect(connect).toHaveBeenCalledTimes(8);
		expect(handlers.onDrop).toHaveBeenCalledTimes(7);
	});

	it('hears the background’s greeting for itself, and passes on only what is said after it', async () => {
		const { link, handlers, say } = world;
		link.open();
		say({ type: 'ready' });
		say(SNAPSHOT);
		await vi.advanceTimersByTimeAsync(600_000);
		expect(handlers.onUpdate.mock.calls).toEqual([[SNAPSHOT]]);
		expect(handlers.onDrop).not.toHaveBeenCalled();
	});

	it('leaves no timer behind when it is closed', async () => {
		world.link.open();
		await vi.advanceTimersByTimeAsync(SOON_MS);
		expect(vi.getTimerCount()).toBe(1);
		world.link.close();
		await vi.advanceTimersByTimeAsync(1);
		expect(vi.getTimerCount()).toBe(0);
	});

	it('tells of each new port before anything is posted to it', () => {
		const { link, connect, handlers } = world;
		expect(link.open()).toBe(true);
		expect(link.open()).toBe(false);
		link.post(COMMAND);
		expect(connect).toHaveBeenCalledTimes(1);
		expect(handlers.onConnect).toHaveBeenCalledTimes(1);
	});

	it('opens no port for what is only for one that is there', async () => {
		const { link, connect, hear } = world;
		link.postIfOpen(COMMAND);
		expect(connect).not.toHaveBeenCalled();
		link.open();
		const heard = hear();
		link.postIfOpen(COMMAND);
		await vi.advanceTimersByTimeAsync(SOON_MS);
		expect(heard).toEqual([COMMAND]);
	});

	it('takes a new port for one whose end is dead already, and does not mind the news of it later', async () => {
		const { link, connect, handlers, drop } = world;
		link.open();
		// A port cannot drop in the turn that opened it.
		await vi.advanceTimersByTimeAsync(0);
		drop();
		link.post(COMMAND);
		expect(connect).toHaveBeenCalledTimes(2);
		expect(handlers.onConnect).toHaveBeenCalledTimes(2);
		await vi.advanceTimersByTimeAsync(SOON_MS);
		expect(handlers.onDrop).not.toHaveBeenCalled();
		expect(connect).toHaveBeenCalledTimes(2);
	});

	it('stays away where nobody waits for anything', async () => {
		const { link, connect, handlers, drop } = world;
		handlers.onDrop.mockReturnValue(false);
		link.open();
		drop();
		await vi.advanceTimersByTimeAsync(SOON_MS);
		expect(connect).toHaveBeenCalledTimes(1);
		expect(link.open()).toBe(true);
	});

	it('hangs up when it is closed, and carries nothing more', async () => {
		const { link, hangUps, hear } = world;
		link.open();
		const heard = hear();
		link.close();
		link.post(COMMAND);
		await vi.advanceTimersByTimeAsync(SOON_MS);
		expect(hangUps()).toBe(1);
		expect(heard).toEqual([]);
	});

	it('is gone for good when it is closed, be it while it waits to connect again', async () => {
		const { link, connect, drop } = world;
		link.open();
		drop();
		await vi.advanceTimersByTimeAsync(10);
		link.close();
		await vi.advanceTimersByTimeAsync(SOON_MS);
		link.post(COMMAND);
		expect(link.open()).toBe(false);
		expect(connect).toHaveBeenCalledTimes(1);
	});

	it('asks for a reload when the extension is gone at the drop, and connects no more: case 68', async () => {
		const { link, connect, handlers, drop, removeExtension } = world;
		link.post(COMMAND);
		removeExtension();
		drop();
		await vi.advanceTimersByTimeAsync(SOON_MS);
		expect(link.getConnection()).toBe('reload-needed');
		expect(handlers.onConnectionChange).toHaveBeenCalledTimes(1);
		expect(handlers.onDrop).not.toHaveBeenCalled();

		link.post(COMMAND);
		expect(link.open()).toBe(false);
		await vi.advanceTimersByTimeAsync(SOON_MS);
		expect(link.getConnection()).toBe('reload-needed');
		expect(connect).toHaveBeenCalledTimes(1);
	});

	it('asks for a reload when the extension goes while it waits to connect again: case 68', async () => {
		const { link, connect, drop, removeExtension } = world;
		link.post(COMMAND);
		drop();
		await vi.advanceTimersByTimeAsync(10);
		expect(link.getConnection()).toBe('reconnecting');
		removeExtension();
		await vi.advanceTimersByTimeAsync(SOON_MS);
		expect(link.getConnection()).toBe('reload-needed');
		expect(connect).toHaveBeenCalledTimes(1);
	});
});
