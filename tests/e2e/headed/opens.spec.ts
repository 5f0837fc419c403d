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

test('case 270: each of the keys that the documents name is Lockchat’s own after an installation', async ({
	headed,
}) => {
	const keys = await headed.background.evaluate(async () => {
		const commands = await chrome.commands.getAll();
		return commands.map(({ shortcut }) => shortcut).sort();
	}, null);
	expect(keys).toEqual(['Alt+Shift+G', 'Alt+Shift+K', 'Alt+Shift+L', 'Alt+Shift+S']);
});

test('case 270: the key for the panel opens it, with the cursor in the composer, and closes it', async ({
	headed,
	endpoint,
}) => {
	await headed.seed({ endpoints: [endpoint] });
	const page = await headed.browser.newPage();
	await page.goto('data:text/html,<p>Windows only look at it.</p>');
	await headed.hands.press('alt+shift+k');
	const panel = await headed.sidePanel();
	await panel.waitForSelector(composer);
	const closed = new Promise((resolve) => panel.once('close', resolve));
	await headed.hands.press('alt+shift+k');
	await closed;
	await headed.hands.press('alt+shift+k');
	await (await headed.sidePanel()).waitForSelector(composer);
});

test('a selection is explained in the real side panel', async ({ headed, endpoint, server }) => {
	await headed.seed({ endpoints: [endpoint] });
	const page = await headed.browser.newPage();
	await page.goto('data:text/html,<p id="quote">Windows only look at it.</p>');
	await headed.pickFromMenu(page, '#quote', 0);
	const panel = await headed.sidePanel();
	await panel.waitForSelector('article[aria-busy=false] ::-p-text(not a language model)');
	expect(await panel.evaluate(() => innerWidth)).toBeLessThan(500);
	expect(server.requests.at(-1)?.messages.at(-1)?.content).toMatch(/Windows only look at it\.[\s\S]*Explain/);
});

test('the browser’s prompt grants a server’s origin', async ({ headed }) => {
	const page = await headed.open('options.html');
	await headed.allow(page, async () => {
		await page.evaluate(() => {
			void chrome.permissions.request({ origins: ['http://192.168.0.7/*'] });
		});
	});
	await page.waitForFunction(() => chrome.permissions.contains({ origins: ['http://192.168.0.7/*'] }));
});

test('a killed background starts anew with the next question', async ({ headed, endpoint }) => {
	await headed.seed({ endpoints: [endpoint] });
	await headed.background.evaluate((mark) => Object.assign(globalThis, mark), { isFirst: true });
	const page = await headed.open('sidepanel.html');
	const message = await page.waitForSelector(composer);
	await headed.killWorker();
	await message?.type('Are you back?\n');
	await page.waitForSelector('article[aria-busy=false] ::-p-text(not a language model)');
	expect(await headed.background.evaluate(() => 'isFirst' in globalThis, null)).toBe(false);
});
