import { addEndpoint } from '../harness/add-endpoint.ts';
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

test('a question asked in the side panel is answered by the server', async ({
	extension,
	endpoint,
	server,
}) => {
	await extension.seed({ endpoints: [endpoint] });
	const page = await extension.open('sidepanel.html');
	await page.getByRole('textbox', { name: 'Message' }).fill('Are you there?');
	await page.getByRole('button', { name: 'Send' }).click();
	const answer = page.getByRole('article', { name: 'Lockchat' });
	await expect(answer).toContainText('not a language model');
	await expect(answer).not.toHaveAttribute('aria-busy', 'true');
	expect(server.requests.at(-1)?.messages).toEqual([{ role: 'user', content: 'Are you there?' }]);
});

test('an endpoint set up by hand is asked with its key', async ({ extension, server }) => {
	const options = await extension.open('options.html');
	await addEndpoint(options, { name: 'Mine', url: server.url, apiKey: 'secret-key', models: 'auth:gpt-4' });
	const page = await extension.open('sidepanel.html');
	await page.getByRole('textbox', { name: 'Message' }).fill('May I?');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('article', { name: 'Lockchat' })).toContainText('not a language model');
});
