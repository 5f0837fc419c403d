import type { Browser, Page } from 'puppeteer-core';
import { expect, test as firefoxTest } from '../harness/firefox.ts';
import { evaluatePrivileged } from '../harness/privileged-script.ts';
import { type ArticleServer, startArticleServer } from '../headed/article-server.ts';

const SELECTED = 'The background owns the answer.\n\nWindows only\nlook at it.';
const ACTIONS = ['Explain', 'Summarize', 'Translate', 'More'];

const test = firefoxTest.extend<{ article: ArticleServer }>({
	article: async ({ playwright: _ }, use) => {
		const article = await startArticleServer();
		await use(article);
		await article.close();
	},
});

/** Evaluates an expression in the page that is shown, where closed shadow roots are open: a frame script of Firefox's own. */
async function inPage<T>(browser: Browser, expression: string): Promise<T> {
	const told = await evaluatePrivileged(
		browser,
		`new Promise((resolve) => {
			const { messageManager } = gBrowser.selectedBrowser;
			messageManager.addMessageListener('told', function take({ data }) {
				messageManager.removeMessageListener('told', take);
				resolve(data);
			});
			const script = ${JSON.stringify(`sendAsyncMessage('told', JSON.stringify(${expression}))`)};
			messageManager.loadFrameScript('data:,' + encodeURIComponent(script), false);
		})`,
	);
	return JSON.parse(String(told));
}

const IN_BAR = `content.document.documentElement.querySelector(':scope > div')?.openOrClosedShadowRoot`;

/** The names of the buttons that are drawn, with their middles; null where there is no bar that takes clicks. */
const buttonsOf = (browser: Browser) =>
	inPage<{ name: string; x: number; y: number }[] | null>(
		browser,
		`(() => {
			const root = ${IN_BAR};
			if (!root || root.querySelector('.place').inert) return null;
			return [...root.querySelectorAll('button')].flatMap((button) => {
				const { x, y, width, height } = button.getBoundingClientRect();
				const name = button.ariaLabel ?? button.textContent;
				return width ? [{ name, x: x + width / 2, y: y + height / 2 }] : [];
			});
		})()`,
	);

const namesOf = async (browser: Browser) => (await buttonsOf(browser))?.map(({ name }) => name) ?? null;
const focusedIn = (browser: Browser) =>
	inPage<string | null>(browser, `${IN_BAR}?.activeElement?.textContent ?? null`);

async function press(browser: Browser, page: Page, name: string): Promise<void> {
	const button = (await buttonsOf(browser))?.find((one) => one.name === name);
	if (!button) throw new Error(`There is no button “${name}” in the bar.`);
	await page.mouse.click(button.x, button.y);
}

async function selectByPointer(page: Page, selector: string): Promise<void> {
	const lines = await page.$eval(selector, (element) => {
		const range = document.createRange();
		range.selectNodeContents(element);
		return [...range.getClientRects()]
			.filter(({ width }) => width > 0)
			.map(({ left, right, top, height }) => ({ left, right, y: top + height / 2 }));
	});
	const [first, last] = [lines[0], lines.at(-1)];
	if (!first || !last) throw new Error('There is no text to select.');
	await page.mouse.move(first.left, first.y);
	await page.mouse.down();
	await page.mouse.move(last.right - 1, last.y, { steps: 4 });
	await page.mouse.up();
}

test('cases 271 and 272: turned on in the settings for all sites, the bar asks in the popup about what is selected, as no click in a page opens the sidebar', async ({
	extension: { browser, seed, open },
	endpoint,
	server,
	article,
}) => {
	const model = server.script('firefox-bar', [{ token: 'It is so.' }, { done: true }]);
	await seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const page = await browser.newPage();
	await page.goto(article.url);
	const options = await open('options.html');
	await options.bringToFront();
	await options.locator('::-p-aria([name="On all sites"][role="radio"])').click();
	await options.waitForFunction(
		async () =>
			(await Reflect.get(globalThis, 'browser').scripting.getRegisteredContentScripts()).length === 1 &&
			(await Reflect.get(globalThis, 'browser').permissions.contains({
				origins: ['http://*/*', 'https://*/*'],
			})),
	);
	await page.bringToFront();
	// It was open before the bar was turned on.
	await expect(async () => {
		await page.mouse.click(500, 500);
		await selectByPointer(page, '#passage');
		await expect.poll(() => namesOf(browser), { timeout: 3_000 }).toEqual(ACTIONS);
	}).toPass();
	await press(browser, page, 'Explain');
	const { messages } = await server.waitForRequest((asked) => asked.model === model);
	expect(messages[0]?.content).toContain(SELECTED);
	expect(messages[0]?.content).toContain(`URL: ${article.url}`);
	expect(messages[0]?.content).toContain('Explain this in plain words.');
	expect(await page.evaluate(() => String(getSelection()))).toBe(SELECTED);
	const popup = await evaluatePrivileged(
		browser,
		"[...document.querySelectorAll('panel')].some((panel) => panel.state === 'open' && panel.querySelector('browser')?.currentURI.spec.endsWith('/popup.html'))",
	);
	expect(popup).toBe(true);
	expect(server.requests.filter((asked) => asked.model === model)).toHaveLength(1);
});

test('case 273: in Firefox the keys lead into the bar and back into the field, whose selection stays', async ({
	extension: { browser, seed, open },
	endpoint,
}) => {
	await seed({ endpoints: [endpoint] });
	const options = await open('options.html');
	await options.bringToFront();
	await options.locator('::-p-aria([name="On all sites"][role="radio"])').click();
	await options.waitForFunction(
		async () =>
			(await Reflect.get(globalThis, 'browser').scripting.getRegisteredContentScripts()).length === 1,
	);
	const page = await browser.newPage();
	const article = await startArticleServer();
	try {
		await page.goto(article.url);
		await page.bringToFront();
		await page.evaluate(() => {
			document.body.innerHTML =
				'<textarea id="note">Teh cat sat.</textarea><p id="editor" contenteditable>Teh dog</p>';
		});
		for (const [selector, text] of [
			['#note', 'Teh cat sat.'],
			['#editor', 'Teh dog'],
		] as const) {
			await page.focus(selector);
			await page.keyboard.down('Control');
			await page.keyboard.press('a');
			await page.keyboard.up('Control');
			await expect.poll(() => namesOf(browser)).toEqual(['Rewrite', 'Fix grammar', 'Explain', 'More']);
			await page.keyboard.down('Alt');
			await page.keyboard.down('Shift');
			await page.keyboard.press('J');
			await page.keyboard.up('Shift');
			await page.keyboard.up('Alt');
			await expect.poll(() => focusedIn(browser)).toBe('Rewrite');
			await page.keyboard.press('ArrowRight');
			expect(await focusedIn(browser)).toBe('Fix grammar');
			await page.keyboard.press('Escape');
			await expect.poll(() => namesOf(browser)).toBeNull();
			const left = await page.evaluate(() => {
				const active = document.activeElement;
				const box = active instanceof HTMLTextAreaElement ? active : null;
				return [
					`#${active?.id}`,
					box ? box.value.slice(box.selectionStart, box.selectionEnd) : String(getSelection()),
				];
			});
			expect(left).toEqual([selector, text]);
		}
	} finally {
		await article.close();
	}
});

test('case 267: in Firefox access to a server that only all sites had covered is told to be gone when the bar is turned off, and given again at a click', async ({
	extension: { seed, open },
	endpoint,
}) => {
	await seed({ endpoints: [endpoint] });
	const options = await open('options.html');
	await options.bringToFront();
	const origins = () =>
		options.evaluate(async () => (await Reflect.get(globalThis, 'browser').permissions.getAll()).origins);
	const told = () =>
		options.$$eval('[role=alert]', (alerts) => alerts.map(({ textContent }) => textContent).join());
	await options.locator('::-p-aria([name="On all sites"][role="radio"])').click();
	await expect.poll(origins).toEqual(['http://*/*', 'https://*/*']);
	await options.locator('::-p-aria([name="Off"][role="radio"])').click();
	await expect.poll(told).toContain('Access to 127.0.0.1 came with it and is gone too');
	expect(await origins()).toEqual([]);
	await options.locator('::-p-aria([name="Allow access"][role="button"])').click();
	await expect.poll(told).toBe('Lockchat has access to 127.0.0.1 again.');
	expect(await origins()).toEqual(['http://127.0.0.1/*']);

	// What was given to the server itself, Firefox keeps.
	await options.locator('::-p-aria([name="On all sites"][role="radio"])').click();
	await expect.poll(origins).toHaveLength(3);
	await options.locator('::-p-aria([name="Off"][role="radio"])').click();
	await expect.poll(origins).toEqual(['http://127.0.0.1/*']);
	expect(await told()).toBe('');
});
