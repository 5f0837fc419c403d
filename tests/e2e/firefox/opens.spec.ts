import { byRole } from '../harness/by-role.ts';
import type { ExtensionApi } from '../harness/extension-api.ts';
import { expect, test } from '../harness/firefox.ts';

declare const chrome: ExtensionApi;

for (const name of ['popup.html', 'sidepanel.html']) {
	test(`${name} has a composer that takes text`, async ({ extension }) => {
		const page = await extension.open(name);
		const composer = await page.waitForSelector(byRole('textbox', 'Message'));
		await composer?.type('Hello');
		expect(await composer?.evaluate((element) => 'value' in element && element.value)).toBe('Hello');
	});
}

test('a terminated background lets go of its ports, and settings are still there', async ({
	extension,
	endpoint,
}) => {
	await extension.seed({ endpoints: [endpoint] });
	const page = await extension.open('options.html');
	await page.waitForFunction(() => document.readyState === 'complete');
	await page.evaluate(() => {
		const port = chrome.runtime.connect({ name: 'lockchat' });
		port.onDisconnect.addListener(() => document.documentElement.setAttribute('data-port', 'closed'));
	});
	await extension.terminateBackground();
	await page.waitForSelector('[data-port=closed]');
	expect(await page.evaluate(() => chrome.storage.local.get('endpoints'))).toEqual({ endpoints: [endpoint] });
});
