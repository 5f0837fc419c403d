import type { Browser } from 'puppeteer-core';
import { evaluatePrivileged } from './privileged-script.ts';

/** The addresses of Firefox's tabs. Puppeteer knows none of a tab that the extension itself has opened. */
export async function shownAddresses(browser: Browser): Promise<string[]> {
	const expression = "[...gBrowser.tabs].map((tab) => tab.linkedBrowser.currentURI.spec).join('\\n')";
	return String(await evaluatePrivileged(browser, expression)).split('\n');
}
