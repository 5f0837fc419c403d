import { browser } from 'wxt/browser';

/** Shows the settings, in a tab that is open on them already if there is one. */
export function openOptions(): Promise<void> {
	return browser.runtime.openOptionsPage();
}
