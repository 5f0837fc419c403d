import { browser } from 'wxt/browser';
import type { SelectionWaiting } from './protocol.ts';

/** Tells the extension's open pages that a selection waits. That nobody is there yet is the usual case. */
export async function announceSelection(windowId: number | null): Promise<void> {
	const message: SelectionWaiting = { type: 'selection-waiting', windowId };
	try {
		await browser.runtime.sendMessage(message);
	} catch (error) {
		console.debug('No window is open yet; the one that opens takes the selection.', error);
	}
}
