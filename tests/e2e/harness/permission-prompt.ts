import type { Page } from 'puppeteer-core';
import type { ExtensionApi } from './extension-api.ts';
import type { Hands } from './hands.ts';
import { waitUntil } from './wait-until.ts';

declare const chrome: ExtensionApi;

const countOrigins = (page: Page) =>
	page.evaluate(async () => (await chrome.permissions.getAll()).origins?.length ?? 0);

/** Does something in an extension page that asks for a server's origin, and allows it in the browser's prompt. */
export async function allowInPrompt(hands: Hands, page: Page, act: () => Promise<void>): Promise<void> {
	await page.bringToFront();
	const before = await countOrigins(page);
	await act();
	await page.waitForFunction(() => !document.hasFocus(), { polling: 100 });
	// It opens with the focus on Deny, and for its first half second takes no key, against accidents.
	await hands.untilStill();
	await hands.press('Tab', 'Return');
	await waitUntil(async () => (await countOrigins(page)) > before);
}
