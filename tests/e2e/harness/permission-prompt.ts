import type { Page } from 'puppeteer-core';
import type { ExtensionApi } from './extension-api.ts';
import type { Hands } from './hands.ts';
import { waitUntil } from './wait-until.ts';

declare const chrome: ExtensionApi;

const countOrigins = (page: Page) =>
	page.evaluate(async () => (await chrome.permissions.getAll()).origins?.length ?? 0);

/** Does something in an extension page that makes it ask for access to a server, and allows that in the browser's prompt. */
export async function allowInPrompt(hands: Hands, page: Page, act: () => Promise<void>): Promise<void> {
	await page.bringToFront();
	const before = await countOrigins(page);
	await act();
	await page.waitForFunction(() => !document.hasFocus(), { polling: 100 });
	// The prompt opens with the focus on Deny, and ignores keys for half a second, to prevent accidents.
	await hands.untilStill();
	await hands.press('Tab', 'Return');
	await waitUntil(async () => (await countOrigins(page)) > before);
}
