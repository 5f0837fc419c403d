import { byRole } from '../harness/by-role.ts';
import { startClosedServer } from '../harness/closed-server.ts';
import type { ExtensionApi } from '../harness/extension-api.ts';
import { expect, test } from '../harness/headed-chromium.ts';
import { ask, readChat } from '../harness/read-chat.ts';

declare const chrome: ExtensionApi;

test('case 64: a host permission taken away between two questions is asked for again, in words and with a button', async ({
	headed,
	endpoint,
	server,
}) => {
	const closed = await startClosedServer(server);
	try {
		const { host } = new URL(closed.url);
		const model = server.script('revoked', [{ token: 'I may.' }, { done: true }]);
		await headed.seed({ endpoints: [{ ...endpoint, url: closed.url, models: [model] }] });
		const page = await headed.open('sidepanel.html');
		const grant = () => page.locator(byRole('button', `Allow access to ${host}`)).click();
		await ask(page, 'May you?');
		await headed.allow(page, grant);
		await expect
			.poll(() => readChat(page))
			.toMatchObject({ answers: [expect.stringMatching(/^I may\./)], isBusy: false });

		const isRemoved = await page.evaluate(() =>
			chrome.permissions.remove({ origins: ['http://127.0.0.1/*'] }),
		);
		expect(isRemoved).toBe(true);
		await ask(page, 'And now?');
		await expect
			.poll(() => readChat(page))
			.toMatchObject({
				answers: [expect.anything(), expect.stringContaining(`Lockchat may not talk to ${host} yet`)],
				isBusy: false,
			});

		// The browser knows the answer from before and does not ask the user a second time.
		await grant();
		await expect
			.poll(() => readChat(page))
			.toMatchObject({ answers: [expect.anything(), expect.stringMatching(/^I may\./)], isBusy: false });
		expect((await readChat(page)).questions).toHaveLength(2);
	} finally {
		await closed.close();
	}
});
