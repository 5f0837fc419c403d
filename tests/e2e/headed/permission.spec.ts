import { byRole } from '../harness/by-role.ts';
import { startClosedServer } from '../harness/closed-server.ts';
import type { ExtensionApi } from '../harness/extension-api.ts';
import { expect, test } from '../harness/headed-chromium.ts';
import { ask, readChat } from '../harness/read-chat.ts';

declare const chrome: ExtensionApi;

test('a server without CORS headers is connected by way of the browser’s own prompt, and answers', async ({
	headed,
	server,
}) => {
	const closed = await startClosedServer(server);
	try {
		const { host } = new URL(closed.url);
		const page = await headed.open('options.html');
		const status = () => page.$eval('[role=status]', ({ textContent }) => textContent);
		await page.locator(byRole('button', 'Add server')).click();
		await page.locator(byRole('textbox', 'Name')).fill('Closed');
		await page.locator(byRole('textbox', 'Server URL')).fill(closed.url);
		await page.locator(byRole('textbox', 'Models')).fill('gpt-4');
		await page.locator(byRole('button', 'Test connection')).click();
		await expect.poll(status).toContain(`Lockchat may not talk to ${host} yet`);
		expect(await page.evaluate(() => chrome.permissions.getAll())).toMatchObject({ origins: [] });

		await headed.allow(page, () => page.locator(byRole('button', `Allow access to ${host}`)).click());
		await expect.poll(status).toContain(`${host} works`);
		await page.locator(byRole('button', 'Save')).click();
		await expect.poll(status).toBe('Saved');
		expect(await page.evaluate(() => chrome.permissions.getAll())).toMatchObject({
			origins: ['http://127.0.0.1/*'],
		});

		const chat = await headed.open('sidepanel.html');
		await ask(chat, 'May I?');
		await expect
			.poll(() => readChat(chat))
			.toMatchObject({ answers: [expect.stringContaining('not a language model')], isBusy: false });
	} finally {
		await closed.close();
	}
});
