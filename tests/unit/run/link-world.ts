import { vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing';
import { createPortLink } from '../../../utils/run/window/port-link.ts';
import { createPortPair } from './fake-port.ts';

/**
 * In milliseconds: longer than the pause before a port, or than anything under way takes, and shorter than a silent
 * port is kept.
 */
export const SOON_MS = 2_000;

export const COMMAND = { type: 'attach', chatId: 'c' } as const;
export const SNAPSHOT = { type: 'snapshot', chatId: 'c', runs: [], unsaved: null } as const;

/** A window's link to a background that can be killed. The runtime has no id any more when the extension is gone. */
export function setUpLink() {
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
