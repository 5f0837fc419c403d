import { beforeEach, describe, expect, it, vi } from 'vitest';
import { COMMAND, SNAPSHOT, SOON_MS, setUpLink } from './link-world.ts';

describe('a window’s link to the background', () => {
	let world: ReturnType<typeof setUpLink>;
	beforeEach(() => {
		vi.useFakeTimers();
		world = setUpLink();
		return () => vi.useRealTimers();
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
});
