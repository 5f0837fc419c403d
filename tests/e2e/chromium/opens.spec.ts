import { expect, test } from '../harness/chromium.ts';
import type { ExtensionApi } from '../harness/extension-api.ts';

declare const chrome: ExtensionApi;

for (const name of ['popup.html', 'sidepanel.html'] as const) {
	test(`${name} has a composer`, async ({ extension }) => {
		const page = await extension.open(name);
		await expect(page.getByRole('textbox', { name: 'Message' })).toBeVisible();
	});
}

test('a killed background starts anew with the next message, and settings are still there', async ({
	extension,
	endpoint,
}) => {
	await extension.seed({ endpoints: [endpoint] });
	const first = await extension.worker();
	await first.evaluate(() => Object.assign(globalThis, { isFirst: true }));
	const page = await extension.open('options.html');
	await extension.killWorker();
	await page.evaluate(() => chrome.runtime.connect({ name: 'wake' }));
	const second = await extension.worker();
	expect(await second.evaluate(() => 'isFirst' in globalThis)).toBe(false);
	expect(await second.evaluate(() => chrome.storage.local.get('endpoints'))).toEqual({
		endpoints: [endpoint],
	});
});
