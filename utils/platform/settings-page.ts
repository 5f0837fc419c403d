import { browser } from 'wxt/browser';

/** Opens the settings in a tab, or shows the tab in which they are open already. */
export function openSettings(): Promise<void> {
	return browser.runtime.openOptionsPage();
}
