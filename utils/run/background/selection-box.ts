import { browser } from 'wxt/browser';
import type { SelectionWaiting, Wanted } from '../protocol.ts';

/** Selections, pages and actions that wait for a window, at most one for each browser window: a second click replaces the first. */
export interface SelectionBox {
	/**
	 * Puts a selection in, which may still be being read, and turn out to be none. `windowId` is null where the browser did
	 * not tell.
	 */
	put(windowId: number | null, selection: Promise<Wanted | null>): void;
	/** Hands the selection to a window of the same browser window, once; null if none waits. */
	take(windowId: number | null): Promise<Wanted | null>;
}

export function createSelectionBox(): SelectionBox {
	const waiting = new Map<number | null, Promise<Wanted | null>>();

	return {
		put(windowId, selection) {
			waiting.set(windowId, selection);
		},
		async take(windowId) {
			const key = waiting.has(windowId) ? windowId : windowId === null ? [...waiting.keys()][0] : null;
			if (key === undefined) return null;
			const selection = waiting.get(key);
			waiting.delete(key);
			return selection ?? null;
		},
	};
}

/** Tells the extension's open pages that a selection waits. Usually no page is open yet, which is no error. */
export async function announceSelection(windowId: number | null): Promise<void> {
	const message: SelectionWaiting = { type: 'selection-waiting', windowId };
	try {
		await browser.runtime.sendMessage(message);
	} catch (error) {
		console.debug('No window is open yet.', error);
	}
}
