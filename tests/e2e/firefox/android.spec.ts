import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { asOnAndroid } from '../harness/as-on-android.ts';
import { byRole } from '../harness/by-role.ts';
import { expect, test } from '../harness/firefox.ts';
import { ask, readChat } from '../harness/read-chat.ts';
import { shownAddresses } from '../harness/shown-addresses.ts';

const OUTPUT = resolve(import.meta.dirname, '../../../.output/as-on-android');
const PHONE = { width: 360, height: 740 };

/** How far the page reaches beyond its right edge, in pixels. */
const overflowOf = (page: Page) =>
	page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test.beforeAll(() => asOnAndroid(OUTPUT));
test.use({ extensionOutput: OUTPUT });

// Its first line, that the welcome tab is closed, is the fixture's: the background has come to its end.
test('case 280: with no more than Firefox for Android gives, it welcomes, and chats in a tab as wide as a phone', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('phone', [{ token: 'It is **blue**.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const page = await extension.open('sidepanel.html');
	await page.setViewport(PHONE);
	await ask(page, 'What colour is the sky?');
	await expect
		.poll(() => readChat(page))
		.toMatchObject({ questions: ['What colour is the sky?'], answers: ['It is blue.'], isBusy: false });
	expect(await page.evaluate(() => [innerWidth, document.activeElement?.tagName])).toEqual([360, 'TEXTAREA']);
	expect(await overflowOf(page)).toBe(0);

	await page.locator(byRole('button', 'History')).click();
	await page.waitForSelector(byRole('dialog', 'History'));
	expect(await overflowOf(page)).toBe(0);
});

test('case 280: there the popup offers a tab in place of the panel', async ({ extension, endpoint }) => {
	await extension.seed({ endpoints: [endpoint] });
	const popup = await extension.open('popup.html');
	await popup.setViewport(PHONE);
	await popup.locator(byRole('button', 'Open in a tab')).click();
	await expect
		.poll(() => shownAddresses(extension.browser))
		.toContainEqual(expect.stringContaining('sidepanel.html'));
});
