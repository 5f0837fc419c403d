import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing';
import { createPortLink } from '../../../utils/run/window/port-link.ts';
import { createPortPair } from './fake-port.ts';

const COMMAND = { type: 'attach', chatId: 'c' } as const;

/** A window's link to a background whose end can be killed; its runtime's id is gone once the extension is. */
function setUp() {
	fakeBrowser.reset();
	const ids = vi.spyOn(browser.runtime, 'id', 'get').mockReturnValue('lockchat');
	const killers: (() => void)[] = [];
	const connect = vi.fn(({ name }: { name: string }) => {
		const { window, kill } = createPortPair(name, { id: 'lockchat', url: 'lockchat://page' }, 1_000);
		killers.push(kill);
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
		await vi.runAllTimersAsync();
		expect(link.getConnection()).toBe('reconnecting');
		expect(connect).toHaveBeenCalledTimes(2);
	});

	it('hands back what no port carries, once, and stays usable', async () => {
		const { link, connect, handlers } = world;
		const large = { type: 'attach', chatId: 'x'.repeat(2_000) } as const;
		handlers.onConnect.mockImplementation(() => link.post(large));
		link.post(COMMAND);
		await vi.runAllTimersAsync();
		expect(handlers.onUnsendable.mock.calls).toEqual([[large]]);
		expect(connect).toHaveBeenCalledTimes(1);
		expect(link.getConnection()).toBe('connected');
	});

	it('tries a new port where the old one does not take a command, and hands it back if that does not either', async () => {
		const { link, connect, handlers } = world;
		const large = { type: 'attach', chatId: 'x'.repeat(2_000) } as const;
		link.post(COMMAND);
		await vi.runAllTimersAsync();
		handlers.onConnect.mockImplementation(() => link.post(large));
		link.post(large);
		await vi.runAllTimersAsync();
		expect(handlers.onUnsendable.mock.calls).toEqual([[large]]);
		expect(connect).toHaveBeenCalledTimes(2);
	});

	it('asks for a reload when the extension is gone at the drop, and connects no more: case 68', async () => {
		const { link, connect, handlers, drop, removeExtension } = world;
		link.post(COMMAND);
		removeExtension();
		drop();
		await vi.runAllTimersAsync();
		expect(link.getConnection()).toBe('reload-needed');
		expect(handlers.onConnectionChange).toHaveBeenCalledTimes(1);
		expect(handlers.onDrop).not.toHaveBeenCalled();

		link.post(COMMAND);
		expect(link.open()).toBe(false);
		await vi.runAllTimersAsync();
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
		await vi.runAllTimersAsync();
		expect(link.getConnection()).toBe('reload-needed');
		expect(connect).toHaveBeenCalledTimes(1);
	});
});
