import { byRole } from '../harness/by-role.ts';
import type { ExtensionApi } from '../harness/extension-api.ts';
import { expect, test } from '../harness/firefox.ts';
import { ask, readChat } from '../harness/read-chat.ts';

declare const chrome: ExtensionApi;

test('an endpoint set up by hand is tested, saved, and asked with its key', async ({ extension, server }) => {
	const page = await extension.open('options.html');
	const status = () => page.$eval('[role=status]', ({ textContent }) => textContent);
	await page.locator(byRole('button', 'Add server')).click();
	await page.locator(byRole('textbox', 'Name')).fill('Mine');
	await page.locator(byRole('textbox', 'Server URL')).fill(server.url);
	await page.locator(byRole('textbox', 'API key')).fill('secret-key');
	await page.locator(byRole('textbox', 'Models')).fill('auth:gpt-4');
	await page.locator(byRole('button', 'Test connection')).click();
	await expect.poll(status).toContain('works');
	await page.locator(byRole('button', 'Save')).click();
	await expect.poll(status).toBe('Saved');

	const chat = await extension.open('popup.html');
	await ask(chat, 'May I?');
	await expect
		.poll(() => readChat(chat))
		.toMatchObject({
			answers: [expect.stringContaining('not a language model')],
			isBusy: false,
		});
});

test('a fresh installation may read no site', async ({ extension }) => {
	const page = await extension.open('options.html');
	await page.waitForSelector(byRole('button', 'Add server'));
	expect(await page.evaluate(() => chrome.permissions.getAll())).toMatchObject({ origins: [] });
});
