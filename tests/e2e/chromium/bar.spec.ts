import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { BarInPage, selectByPointer } from '../harness/bar-in-page.ts';
import { expect, test } from '../harness/chromium.ts';
import type { ExtensionApi } from '../harness/extension-api.ts';
import { withHostAccess } from '../harness/with-host-access.ts';
import { openPage, turnOn } from './bar-on.ts';

declare const chrome: ExtensionApi;

const OUTPUT = resolve(import.meta.dirname, '../../../.output/bar');
const ACTIONS = ['Explain', 'Summarize', 'Translate', 'More'];
const TEXT = 'The background owns the answer.';

test.beforeAll(() => withHostAccess(OUTPUT));
test.use({ extensionOutput: OUTPUT, ownBrowser: true });

const selectionOf = (page: Page) => page.evaluate(() => String(getSelection()));

test('case 272: three actions stand beside a selection, the rest behind “More”, and the chosen one asks in the panel', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('chosen in the bar', [{ token: 'It is so.' }, { done: true }]);
	await turnOn(extension, [{ ...endpoint, models: [model] }]);
	const page = await openPage(extension, { body: `<p id="text">${TEXT}<br>Windows look at it.</p>` });
	const bar = new BarInPage(page);
	expect(await bar.look()).toBeNull();
	await selectByPointer(page, '#text');
	await expect.poll(() => bar.names()).toEqual(ACTIONS);
	expect(await selectionOf(page)).toBe(`${TEXT}\nWindows look at it.`);
	await bar.click('More');
	expect(await bar.names()).toEqual([...ACTIONS, 'Reply', 'Ask…', 'Hide on this site']);
	await bar.click('Explain');
	const { messages } = await server.waitForRequest((asked) => asked.model === model);
	expect(messages).toHaveLength(1);
	expect(messages[0]?.content).toContain(`${TEXT}\nWindows look at it.`);
	expect(messages[0]?.content).toContain('URL: http://article.test/windows');
	expect(messages[0]?.content).toContain('Explain this in plain words.');
	expect(await bar.look()).toBeNull();
	expect(await selectionOf(page)).toBe(`${TEXT}\nWindows look at it.`);
});

test('case 273: the keys lead into the bar, through it and its menu, and back to where they came from', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('chosen by keys', [{ token: 'Hello.' }, { done: true }]);
	await turnOn(extension, [{ ...endpoint, models: [model] }]);
	const page = await openPage(extension, {
		body: `<textarea id="note">Teh cat sat.</textarea><script>
			addEventListener('keydown', ({ key }) => (window.keys ??= []).push(key));
		</script>`,
	});
	const bar = new BarInPage(page);
	await page.locator('#note').focus();
	await page.keyboard.press('Control+a');
	// What is made for fields goes first in one.
	await expect.poll(() => bar.names()).toEqual(['Rewrite', 'Fix grammar', 'Explain', 'More']);
	await page.keyboard.press('Alt+Shift+J');
	expect(await bar.focused()).toBe('Rewrite');
	await page.keyboard.press('ArrowRight');
	expect(await bar.focused()).toBe('Fix grammar');
	await page.keyboard.press('ArrowLeft');
	await page.keyboard.press('ArrowLeft');
	expect(await bar.focused()).toBe('More');
	await page.keyboard.press('ArrowDown');
	expect(await bar.focused()).toBe('Summarize');
	await page.keyboard.press('End');
	expect(await bar.focused()).toBe('Hide on this site');
	await page.keyboard.press('Escape');
	expect(await bar.focused()).toBe('More');
	await page.keyboard.press('Escape');
	expect(await bar.look()).toBeNull();
	await expect(page.locator('#note')).toBeFocused();
	const part = () =>
		page.locator('#note').evaluate((box) => {
			const { selectionStart, selectionEnd } = box as HTMLTextAreaElement;
			return [selectionStart, selectionEnd];
		});
	expect(await part()).toEqual([0, 12]);
	// Letting a key go brings nothing back.
	await page.keyboard.press('Shift');
	expect(await bar.look()).toBeNull();
	// The page has heard of none of these keys, but of the first.
	expect(await page.evaluate(() => Reflect.get(window, 'keys'))).toEqual([
		'Control',
		'a',
		'Alt',
		'Shift',
		'Shift',
	]);

	await page.keyboard.press('Shift+ArrowLeft');
	await expect.poll(() => bar.names()).toHaveLength(4);
	await page.keyboard.press('Alt+Shift+J');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Enter');
	const { messages } = await server.waitForRequest((asked) => asked.model === model);
	expect(messages[0]?.content).toContain('Teh cat sat\n');
	await expect(page.locator('#note')).toBeFocused();
	expect(await part()).toEqual([0, 11]);
});

test('case 274: the bar goes with Escape, with a click elsewhere, with the selection, and when that is scrolled away', async ({
	extension,
}) => {
	await turnOn(extension);
	const page = await openPage(extension, {
		body: `<p id="text">${TEXT}</p><p id="other">Elsewhere</p><div style="height: 5000px">`,
	});
	const bar = new BarInPage(page);
	const show = async () => {
		await page.mouse.click(600, 600);
		await selectByPointer(page, '#text');
		await expect.poll(() => bar.names()).toEqual(ACTIONS);
	};
	await show();
	await page.keyboard.press('Escape');
	await expect.poll(() => bar.look()).toBeNull();
	expect(await selectionOf(page)).toBe(TEXT);
	await show();
	await page.mouse.click(600, 600);
	await expect.poll(() => bar.look()).toBeNull();
	await show();
	await page.evaluate(() => getSelection()?.removeAllRanges());
	await expect.poll(() => bar.look()).toBeNull();
	await show();
	const top = async () => Math.round((await bar.look())?.box?.y ?? Number.NaN);
	const before = await top();
	await page.mouse.wheel(0, 20);
	await expect.poll(top).toBe(before - 20);
	await page.mouse.wheel(0, 1_000);
	await expect.poll(() => bar.look()).toBeNull();
});

test('case 277: no bar at passwords, codes and card numbers, also while the page shows them', async ({
	extension,
}) => {
	await turnOn(extension);
	const page = await openPage(extension, {
		body: `<input type="password" value="secret"><input autocomplete="current-password" value="shown">
			<input autocomplete="cc-number" value="4111"><input autocomplete="one-time-code" value="123">
			<input id="open" value="words">`,
	});
	const bar = new BarInPage(page);
	for (const secret of await page.locator('input:not(#open)').all()) {
		await secret.focus();
		await page.keyboard.press('Control+a');
	}
	await page.locator('#open').focus();
	await page.keyboard.press('Control+a');
	// The first one that is there: what was asked for before it would have come before it.
	await expect.poll(() => bar.names()).toContain('Rewrite');
	expect(await page.locator('html > div').count()).toBe(1);
});

test('case 279: until text is selected nothing is done in a page, and nothing told to the background', async ({
	extension,
}) => {
	await turnOn(extension);
	const page = await openPage(extension, {
		body: `<p id="text">${TEXT}</p><input id="note"><script>
			new MutationObserver((changes) => (window.changes ??= []).push(changes.length))
				.observe(document, { childList: true, subtree: true, attributes: true });
		</script>`,
	});
	const worker = await extension.worker();
	await worker.evaluate(() => {
		const heard: unknown[] = [];
		Object.assign(globalThis, { heard });
		chrome.runtime.onMessage.addListener((message) => void heard.push(message));
	});
	const heard = () => worker.evaluate(() => Reflect.get(globalThis, 'heard'));
	await page.mouse.click(300, 300);
	await page.locator('#note').focus();
	await page.keyboard.type('words');
	await page.evaluate(() =>
		getSelection()?.selectAllChildren(document.getElementById('text') ?? document.body),
	);
	const bar = new BarInPage(page);
	expect(await bar.look()).toBeNull();
	expect(await heard()).toEqual([]);
	expect(await page.evaluate(() => Reflect.get(window, 'changes'))).toBeUndefined();
	await page.mouse.click(300, 300);
	await selectByPointer(page, '#text');
	await expect.poll(() => bar.names()).toEqual(ACTIONS);
	expect(await heard()).toEqual([{ type: 'bar-selected', isLoaded: false }]);
});
