import { byRole } from '../harness/by-role.ts';
import type { ExtensionApi } from '../harness/extension-api.ts';
import { expect, test } from '../harness/headed-chromium.ts';

declare const chrome: ExtensionApi;

const composer = byRole('textbox', 'Message');

test('the real popup has a composer, and a click elsewhere closes it', async ({ headed }) => {
	const popup = await headed.openPopup();
	await popup.waitForSelector(composer);
	const closed = new Promise((resolve) => popup.once('close', resolve));
	await headed.hands.click(400, 700);
	await closed;
});

test('the menu on a selection opens the real side panel', async ({ headed }) => {
	const page = await headed.browser.newPage();
	await page.goto('data:text/html,<p id="quote">Windows only look at it.</p>');
	await headed.pickFromMenu(page, '#quote', 3);
	const panel = await headed.sidePanel();
	await panel.waitForSelector(composer);
	expect(await panel.evaluate(() => innerWidth)).toBeLessThan(500);
});

test('a killed background starts anew with the next message', async ({ headed }) => {
	await (await headed.worker()).evaluate(() => Object.assign(globalThis, { isFirst: true }));
	const page = await headed.openPopup();
	await headed.killWorker();
	await page.evaluate(() => chrome.runtime.connect({ name: 'wake' }));
	expect(await (await headed.worker()).evaluate(() => 'isFirst' in globalThis)).toBe(false);
});
