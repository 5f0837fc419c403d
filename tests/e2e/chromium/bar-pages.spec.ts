import { resolve } from 'node:path';
import { BarInPage, selectByPointer } from '../harness/bar-in-page.ts';
import { expect, test } from '../harness/chromium.ts';
import { withHostAccess } from '../harness/with-host-access.ts';
import { openPage, turnOn } from './bar-on.ts';

const OUTPUT = resolve(import.meta.dirname, '../../../.output/bar-pages');
const WORDS = 'The background owns the answer.';

test.beforeAll(() => withHostAccess(OUTPUT));
test.use({ extensionOutput: OUTPUT, ownBrowser: true });

const POLICY =
	"default-src 'none'; style-src 'none'; script-src 'none'; require-trusted-types-for 'script'; trusted-types";
const AT_CORNER = (corner: string) =>
	`<p id="text" style="position: fixed; margin: 0; ${corner}">${WORDS}</p>`;

const PAGES: Record<
	string,
	{ body: string; width?: number; headers?: Record<string, string>; isDialog?: boolean }
> = {
	'with a strict policy': {
		body: `<p id="text">${WORDS}</p>`,
		headers: { 'content-security-policy': POLICY },
	},
	'at the upper left': { body: AT_CORNER('top: 0; left: 0') },
	'at the lower right': { body: AT_CORNER('bottom: 0; right: 0') },
	'240 pixels wide': { body: `<p id="text">${WORDS}</p>`, width: 240 },
	'written from right to left': { body: '<p id="text" dir="rtl">الخلفية تملك الجواب.</p>' },
	'drawn larger by a style': { body: `<style>html { zoom: 1.7 }</style><p id="text">${WORDS}</p>` },
	'turned by a style': {
		body: `<style>html { transform: translateX(40px) scale(0.9); filter: blur(0) }</style><p id="text">${WORDS}</p>`,
	},
	'with a dialog that is modal': {
		body: `<dialog><p id="text">${WORDS}</p></dialog><script>document.querySelector('dialog').showModal()</script>`,
	},
	'with a style for all that there is': {
		body: `<style>* { all: unset !important; display: block !important; color: red !important; font-size: 60px !important }</style><p id="text">${WORDS}</p>`,
	},
};

for (const [name, { body, width = 880, headers }] of Object.entries(PAGES)) {
	test(`case 278: on a page ${name} the bar stands beside the selection, inside the window, and takes clicks`, async ({
		extension,
	}) => {
		await turnOn(extension);
		const page = await openPage(extension, { body, ...(headers && { headers }) });
		await page.setViewportSize({ width, height: 500 });
		const bar = new BarInPage(page);
		await selectByPointer(page, '#text');
		await expect.poll(() => bar.names()).toEqual(['Explain', 'Summarize', 'Translate', 'More']);
		const { box } = await bar.untilReady();
		if (!box) throw new Error('The bar is not drawn.');
		expect(box.x).toBeGreaterThanOrEqual(0);
		expect(box.y).toBeGreaterThanOrEqual(0);
		expect(box.x + box.width).toBeLessThanOrEqual(width);
		expect(box.y + box.height).toBeLessThanOrEqual(500);
		const text = await page.locator('#text').boundingBox();
		if (!text) throw new Error('The text is not drawn.');
		const gap = Math.max(box.y - (text.y + text.height), text.y - (box.y + box.height));
		expect(gap).toBeLessThan(60);
		await page.screenshot({ path: `tests/results/bar/${name.replaceAll(' ', '-')}.png` });
		await bar.click('More');
		const look = await bar.look();
		const items = look?.buttons.filter(({ role }) => role === 'menuitem') ?? [];
		expect(items.map((item) => item.name)).toContain('Hide on this site');
		for (const { at } of items) {
			expect(at?.x).toBeGreaterThan(0);
			expect(at?.x).toBeLessThan(width);
		}
	});
}

test('case 278: in a frame of a site the bar stands in that frame, and asks about its selection', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('in a frame', [{ token: 'So.' }, { done: true }]);
	await turnOn(extension, [{ ...endpoint, models: [model] }]);
	const page = await extension.context.newPage();
	await page.route('**/*', (route) =>
		route.fulfill({
			contentType: 'text/html; charset=utf-8',
			body: route.request().url().endsWith('/frame')
				? `<body style="margin: 0"><p id="text" style="margin: 0">${WORDS}`
				: '<!doctype html><iframe src="/frame" style="position: fixed; border: 0; left: 0; top: 0; width: 500px; height: 300px">',
		}),
	);
	await page.goto('http://article.test/');
	const text = await page.frameLocator('iframe').locator('#text').boundingBox();
	if (!text) throw new Error('The frame is not drawn.');
	await page.mouse.click(text.x + 30, text.y + text.height / 2, { clickCount: 3 });
	const bar = new BarInPage(page);
	await expect.poll(() => bar.names()).toEqual(['Explain', 'Summarize', 'Translate', 'More']);
	await bar.click('Explain');
	const { messages } = await server.waitForRequest((asked) => asked.model === model);
	expect(messages[0]?.content).toContain(WORDS);
});

for (const [language, names] of [
	['en', ['Explain', 'Summarize', 'Translate', 'More']],
	['ru', ['Объяснить', 'Пересказать', 'Перевести', 'Ещё']],
] as const) {
	test.describe(language, () => {
		test.use({ language });
		for (const colorScheme of ['light', 'dark'] as const) {
			test(`case 278: the bar in ${language} and ${colorScheme}`, async ({ extension }) => {
				await turnOn(extension);
				const page = await openPage(extension, { body: `<p id="text">${WORDS}</p>` });
				await page.emulateMedia({ colorScheme });
				const bar = new BarInPage(page);
				await selectByPointer(page, '#text');
				await expect.poll(() => bar.names()).toEqual(names);
				await bar.untilReady();
				await page.keyboard.press('Alt+Shift+J');
				expect(await bar.focused()).toBe(names[0]);
				await bar.click(names[3]);
				await page.screenshot({ path: `tests/results/bar/${language}-${colorScheme}.png` });
				await page.emulateMedia({ forcedColors: 'active', colorScheme });
				await page.screenshot({ path: `tests/results/bar/${language}-${colorScheme}-forced.png` });
				const options = await extension.open('options.html');
				await options.emulateMedia({ colorScheme });
				await options.getByRole('radio').last().scrollIntoViewIfNeeded();
				await options.screenshot({ path: `tests/results/bar/settings-${language}-${colorScheme}.png` });
			});
		}
	});
}
