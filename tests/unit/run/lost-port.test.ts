import { beforeEach, describe, expect, it, vi } from 'vitest';
import { COMMAND, SNAPSHOT, SOON_MS, setUpLink } from './link-world.ts';

describe('a window’s link to a background that is lost', () => {
	let world: ReturnType<typeof setUpLink>;
	beforeEach(() => {
		vi.useFakeTimers();
		world = setUpLink();
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

	it('is connected again once the background speaks, whose words it passes on', async () => {
		const { link, handlers, drop, say } = world;
		link.post(COMMAND);
		drop();
		await vi.advanceTimersByTimeAsync(SOON_MS);
		say(SNAPSHOT);
		await vi.advanceTimersByTimeAsync(SOON_MS);
		expect(handlers.onUpdate.mock.calls).toEqual([[SNAPSHOT]]);
		expect(link.getConnection()).toBe('connected');
		// It was called once for the drop and once for the return, and not for the state before.
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
		// The first pause is shorter by the time that had passed before.
		expect(pauses).toEqual([-2, 2, 4, 8, 16, 32, 32]);
		say({ type: 'ready' });
		await vi.advanceTimersByTimeAsync(600_000);
		expect(link.getConnection()).toBe('connected');
		expect(connect).toHaveBeenCalledTimes(8);
		expect(handlers.onDrop).toHaveBeenCalledTimes(7);
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
