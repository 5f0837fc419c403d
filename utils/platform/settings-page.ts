import { browser } from 'wxt/browser';

/** Opens the settings in a tab, or shows the tab that has them. */
export function openSettings(): Promise<void> {
	return browser.runtime.openOptionsPage();
}
