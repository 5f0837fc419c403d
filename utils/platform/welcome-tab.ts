import { browser } from 'wxt/browser';

/**
 * Opens the welcome page in a tab after an installation, and never after an update of the extension or the browser. Needs no
 * permission. Never rejects.
 *
 * @param isSetUp whether there is a server to ask already, as an organization may have set one up: then nothing opens
 */
export async function welcome(reason: string, isSetUp: () => Promise<boolean>): Promise<void> {
	if (reason !== 'install') return;
	try {
		if (await isSetUp()) return;
		await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
	} catch (error) {
		console.error('The welcome page could not be opened.', error);
	}
}
