import { browser } from 'wxt/browser';
import { readManaged } from './managed.ts';

/**
 * Whether there is nothing yet that anybody has set up: no server of an organization's, and no settings of the user's, as
 * where an extension is loaded into a profile for the second time.
 */
export async function isNew(): Promise<boolean> {
	if ((await readManaged()).endpoints.length > 0) return false;
	const stored = await browser.storage.local.get(['endpoints', 'preferences']);
	return Object.values(stored).every((value) => value === undefined || value === null);
}
