import { browser } from 'wxt/browser';

/** The extension's own version, as the browser shows it. */
export function ownVersion(): string {
	return browser.runtime.getManifest().version;
}

/**
 * The address of the browser's page with this extension's permissions for sites and networks. The user has to paste
 * it, since no page may link to it.
 */
export function ownSettingsAddress(): string {
	if (import.meta.env.FIREFOX) return 'about:preferences#privacy';
	const site = encodeURIComponent(browser.runtime.getURL('/'));
	return `chrome://settings/content/siteDetails?site=${site}`;
}
