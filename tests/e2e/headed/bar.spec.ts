import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'puppeteer-core';
import { byRole } from '../harness/by-role.ts';
import type { ExtensionApi } from '../harness/extension-api.ts';
import { expect, test } from '../harness/headed-chromium.ts';
import { readChat } from '../harness/read-chat.ts';
import { startArticleServer } from './article-server.ts';

declare const chrome: ExtensionApi;

/** Where a button of the bar is; null where there is none that takes clicks. Its shadow root is closed to all but the protocol. */
async function buttonAt(session: CDPSession, name: string): Promise<{ x: number; y: number } | null> {
	await session.send('DOM.enable');
	const { nodes } = await session.send('DOM.getFlattenedDocument', { depth: -1, pierce: true });
	const has = (attributes: string[] | undefined, key: string, value?: string) =>
		attributes?.some(
			(one, place) =>
				one === key && place % 2 === 0 && (value ?? attributes[place + 1]) === attributes[place + 1],
		);
	const place = nodes.find(({ attributes }) => has(attributes, 'class', 'place'));
	const button = nodes.find(({ attributes }) => has(attributes, 'title', name));
	if (!place || !button || has(place.attributes, 'inert')) return null;
	const { model } = await session.send('DOM.getBoxModel', { nodeId: button.nodeId });
	const [x = 0, y = 0] = model.border;
	return { x: x + model.width / 2, y: y + model.height / 2 };
}

async function select(page: Page): Promise<void> {
	await page.bringToFront();
	const { x, y } = await page.$eval('#passage p, #passage', (passage) => {
		const range = document.createRange();
		range.selectNodeContents(passage);
		const [line] = range.getClientRects();
		return { x: (line?.left ?? 0) + 40, y: (line?.top ?? 0) + (line?.height ?? 0) / 2 };
	});
	await page.mouse.click(x, y, { count: 3 });
}

test('case 271: access is asked for in the click that turns the bar on; then it opens the real side panel; access taken away is told', async ({
	headed,
	endpoint,
	server,
}) => {
	const article = await startArticleServer();
	try {
		const model = server.script('bar beside', [{ token: 'It is so.' }, { done: true }]);
		await headed.seed({ endpoints: [{ ...endpoint, models: [model] }] });
		const options = await headed.open('options.html');
		const all = () => options.evaluate(() => chrome.permissions.getAll());
		expect(await all()).toMatchObject({ origins: [] });
		// The host of the server, which keeps what it needs of this.
		await options.locator(byRole('radio', 'On these sites')).click();
		await options.locator(byRole('textbox', 'Site')).fill('127.0.0.1');
		await headed.allow(options, () => options.locator(byRole('button', 'Add')).click());
		expect((await all()).origins).toHaveLength(2);
		await headed.allow(options, () => options.locator(byRole('radio', 'On all sites')).click());
		const everything = ['http://127.0.0.1/*', 'http://*/*', 'https://*/*'].sort();
		await expect.poll(async () => (await all()).origins?.sort()).toEqual(everything);

		const page = await headed.browser.newPage();
		await page.goto(article.url);
		const session = await page.createCDPSession();
		await select(page);
		await expect.poll(() => buttonAt(session, 'Explain')).not.toBeNull();
		const at = await buttonAt(session, 'Explain');
		if (at) await page.mouse.click(at.x, at.y);
		const panel = await headed.sidePanel();
		const { messages } = await server.waitForRequest((asked) => asked.model === model);
		expect(messages[0]?.content).toContain('The background owns the answer.');
		await expect.poll(() => readChat(panel)).toMatchObject({ answers: ['It is so.'], isBusy: false });

		// Chromium drops what all sites cover along with them: the server gets its access back.
		await options.bringToFront();
		await options.locator(byRole('radio', 'Off')).click();
		await expect.poll(async () => (await all()).origins).toEqual(['http://127.0.0.1/*']);
		expect(await options.evaluate(() => chrome.scripting.getRegisteredContentScripts())).toEqual([]);

		// The browser knows the answer from before and does not ask the user a second time.
		await options.locator(byRole('radio', 'On all sites')).click();
		await expect.poll(async () => (await all()).origins?.sort()).toEqual(everything);
		await options.evaluate(() => chrome.permissions.remove({ origins: ['http://*/*', 'https://*/*'] }));
		const told = () =>
			options.$$eval('[role=alert]', (alerts) => alerts.map(({ textContent }) => textContent).join());
		await expect.poll(told).toContain('Lockchat has no access to all sites');
		await options.locator(byRole('button', 'Allow access')).click();
		await expect.poll(told).not.toContain('no access');
		await options.waitForSelector('input[name=bar]:checked:focus');
		expect((await all()).origins?.sort()).toEqual(['http://*/*', 'https://*/*']);
	} finally {
		await article.close();
	}
});

test('case 267: access to a server that only all sites had covered is told to be gone, and given again at a click; an import that turns the bar off does the same', async ({
	headed,
	endpoint,
}) => {
	await headed.seed({ endpoints: [endpoint] });
	const options = await headed.open('options.html');
	const origins = async () => (await options.evaluate(() => chrome.permissions.getAll())).origins?.sort();
	const told = () =>
		options.$$eval('[role=alert]', (alerts) => alerts.map(({ textContent }) => textContent).join());
	const everything = ['http://*/*', 'https://*/*'];
	await headed.allow(options, () => options.locator(byRole('radio', 'On all sites')).click());
	await expect.poll(origins).toEqual(everything);
	await options.locator(byRole('radio', 'Off')).click();
	await expect.poll(told).toContain('Access to 127.0.0.1 came with it and is gone too');
	expect(await origins()).toEqual([]);
	// The browser knows the answer from before and does not ask the user a second time.
	await options.locator(byRole('button', 'Allow access')).click();
	await expect.poll(told).toBe('Lockchat has access to 127.0.0.1 again.');
	expect(await origins()).toEqual(['http://127.0.0.1/*']);
	expect(await options.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');

	await options.locator(byRole('radio', 'On all sites')).click();
	await expect.poll(origins).toEqual(expect.arrayContaining(everything));
	await options.evaluate(() => chrome.permissions.remove({ origins: ['http://127.0.0.1/*'] }));
	await options.locator(byRole('button', 'Move to another browser')).click();
	const bar = { where: 'nowhere', sites: ['a.example'], hidden: [] };
	const file = join(await mkdtemp(join(tmpdir(), 'settings-')), 'settings.json');
	await writeFile(
		file,
		JSON.stringify({ lockchat: 'settings', version: 1, endpoints: [], preferences: { bar } }),
	);
	const [chooser] = await Promise.all([
		options.waitForFileChooser(),
		options.locator(byRole('button', 'Import settings')).click(),
	]);
	await chooser.accept([file]);
	await expect.poll(told).toContain('Access to 127.0.0.1 came with it and is gone too');
	expect(await origins()).toEqual([]);
	// By keyboard: the bar at the page's foot lies before what has just been scrolled into view.
	await (await options.$(byRole('button', 'Allow access')))?.focus();
	await options.keyboard.press('Enter');
	await expect.poll(told).toBe('Lockchat has access to 127.0.0.1 again.');
	expect(await origins()).toEqual(['http://127.0.0.1/*']);
});
