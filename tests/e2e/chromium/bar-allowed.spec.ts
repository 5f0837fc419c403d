import { resolve } from 'node:path';
import { BarInPage, selectByPointer } from '../harness/bar-in-page.ts';
import { expect, test } from '../harness/chromium.ts';
import type { ExtensionApi } from '../harness/extension-api.ts';
import { withHostAccess } from '../harness/with-host-access.ts';
import { openPage, registered, turnOn } from './bar-on.ts';

declare const chrome: ExtensionApi;

const OUTPUT = resolve(import.meta.dirname, '../../../.output/bar-allowed');
const ACTIONS = ['Explain', 'Summarize', 'Translate', 'More'];
const TEXT = 'The background owns the answer.';

test.beforeAll(() => withHostAccess(OUTPUT));
test.use({ extensionOutput: OUTPUT, ownBrowser: true });

test('case 275: hidden on a site, it stays away from that site, and comes back by the settings', async ({
	extension,
}) => {
	await turnOn(extension);
	const page = await openPage(extension, { body: `<p id="text">${TEXT}</p><p id="other">Elsewhere</p>` });
	const bar = new BarInPage(page);
	await selectByPointer(page, '#text');
	await expect.poll(() => bar.names()).toEqual(ACTIONS);
	await bar.click('More');
	await bar.click('Hide on this site');
	await expect.poll(() => bar.look()).toBeNull();
	await expect
		.poll(async () => (await registered(extension))[0]?.excludeMatches)
		.toEqual(['http://article.test/*', 'https://article.test/*']);
	const options = await extension.open('options.html');
	const again = options.getByRole('button', { name: 'Show on article.test again' });
	await again.focus();
	await options.keyboard.press('Enter');
	await expect(again).toHaveCount(0);
	await expect.poll(async () => (await registered(extension))[0]?.excludeMatches ?? []).toEqual([]);
	await page.bringToFront();
	await selectByPointer(page, '#other');
	await expect.poll(() => bar.names()).toEqual(ACTIONS);
});

test('case 271: a tab that is open already gets the bar when it is turned on, and loses it when it is turned off', async ({
	extension,
}) => {
	const page = await openPage(extension, { body: `<p id="text">${TEXT}</p><p id="other">Elsewhere</p>` });
	const bar = new BarInPage(page);
	await selectByPointer(page, '#text');
	const options = await extension.open('options.html');
	expect(await registered(extension)).toEqual([]);
	await options.getByRole('radio', { name: 'On these sites' }).click();
	const site = options.getByRole('textbox', { name: 'Site', exact: true });
	await site.pressSequentially('article test');
	await site.press('Enter');
	await expect(site).toHaveAttribute('aria-invalid', 'true');
	await site.press('Control+a');
	await site.pressSequentially('http://Article.test/windows');
	await site.press('Enter');
	await expect(options.getByRole('button', { name: 'Remove article.test' })).toBeVisible();
	await expect
		.poll(async () => (await registered(extension))[0]?.matches)
		.toEqual(['http://article.test/*', 'https://article.test/*']);
	await page.bringToFront();
	await selectByPointer(page, '#other');
	await expect.poll(() => bar.names()).toEqual(ACTIONS);

	await options.bringToFront();
	await options.getByRole('radio', { name: 'Off' }).click();
	await expect.poll(() => registered(extension)).toEqual([]);
	await page.bringToFront();
	await selectByPointer(page, '#text');
	await expect.poll(() => bar.look()).toBeNull();
});

test('case 268: where an organization has set the bar, its menu does not offer to hide it', async ({
	extension,
}) => {
	await turnOn(extension);
	// A policy needs a file of the system's; the background is told of one.
	await (await extension.worker()).evaluate(() => {
		const bar = { where: 'everywhere', sites: [], hidden: [] };
		Object.assign(chrome.storage.managed, { get: async () => ({ preferences: { bar } }) });
	});
	const page = await openPage(extension, { body: `<p id="text">${TEXT}</p>` });
	const bar = new BarInPage(page);
	await selectByPointer(page, '#text');
	await expect.poll(() => bar.names()).toEqual(ACTIONS);
	await bar.click('More');
	expect(await bar.names()).toEqual([...ACTIONS, 'Reply', 'Ask…']);
	await page.keyboard.press('Alt+Shift+J');
	await page.keyboard.press('End');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('End');
	expect(await bar.focused()).toBe('Ask…');
});
