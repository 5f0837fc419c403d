import { browser } from 'wxt/browser';
import { isNew } from '../settings/is-new.ts';

/**
 * Opens the welcome page in a tab after an installation: never after an update of the extension or the browser, and not
 * where servers are set up already, as by an organization. Needs no permission. Never rejects.
 */
export async function welcome(reason: string): Promise<void> {
	if (reason !== 'install') return;
	try {
		if (await isNew()) await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
	} catch (error) {
		console.error('The welcome page could not be opened.', error);
	}
}
