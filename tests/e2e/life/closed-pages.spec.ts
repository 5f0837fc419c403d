import type { Frame, Page } from 'puppeteer-core';
import type { Hands } from '../harness/hands.ts';
import { expect, test } from '../harness/headed-chromium.ts';
import { pickMenuItem } from '../harness/pick-menu-item.ts';
import { readChat } from '../harness/read-chat.ts';
import { startPageServer } from './page-server.ts';

const TEXT = 'Windows only look at it.';

/** One line of large text, which fills the page's upper left. */
const HTML = `<!doctype html><title>Inner</title><p id="text" style="font-size: 60px; margin: 0">${TEXT}</p>`;

const frameOf = (url: string) =>
	`<!doctype html><title>Outer</title><iframe src="${url}" width="900" height="400" frameborder="0"></iframe>`;

/** The smallest PDF of one line that a viewer shows. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length ${`BT /F 40 Tf 20 100 Td (${TEXT}) Tj ET`.length}>>stream
BT /F 40 Tf 20 100 Td (${TEXT}) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>`;

interface Place {
	where: string;
	/** Opens the page, selects text there, and tells a point of the screen on it. */
	select(page: Page, at: { hands: Hands; inner: string; outer: string }): Promise<{ x: number; y: number }>;
	selected: string | RegExp;
}

async function selectIn(page: Page, frame: Page | Frame, selector: string) {
	const { x, y } = await frame.$eval(selector, (element) => {
		getSelection()?.selectAllChildren(element);
		const box = element.getBoundingClientRect();
		return { x: box.x + 30, y: box.y + 20 };
	});
	return { x, y: y + (await page.evaluate(() => screenY + outerHeight - innerHeight)) };
}

const PLACES: Place[] = [
	{
		where: 'in a PDF',
		async select(page, { hands, inner }) {
			await page.goto(`${inner}/paper.pdf`);
			await hands.untilStill();
			const onText = { x: 640, y: 317 };
			await hands.click(onText.x, onText.y);
			await hands.press('ctrl+a');
			return onText;
		},
		selected: TEXT,
	},
	{
		where: 'on a page that is closed to extensions',
		async select(page) {
			await page.goto('chrome://version');
			return selectIn(page, page, '#version');
		},
		selected: /Official Build/,
	},
	{
		where: 'in a frame of another origin',
		async select(page, { outer }) {
			await page.goto(`${outer}/outer`);
			const frame = await (await page.waitForSelector('iframe'))?.contentFrame();
			if (!frame) throw new Error('The page has no frame.');
			await frame.waitForSelector('#text');
			return selectIn(page, frame, '#text');
		},
		selected: TEXT,
	},
];

for (const { where, select, selected } of PLACES) {
	test(`case 66: a selection ${where} is explained from the menu's own text`, async ({
		headed,
		endpoint,
		server,
	}) => {
		const inner = await startPageServer({
			'/inner': { type: 'text/html', body: HTML },
			'/paper.pdf': { type: 'application/pdf', body: PDF },
		});
		const outer = await startPageServer({
			'/outer': { type: 'text/html', body: frameOf(`${inner.url}/inner`) },
		});
		try {
			const model = server.script('closed page', [{ token: 'It is so.' }, { done: true }]);
			await headed.seed({ endpoints: [{ ...endpoint, models: [model] }] });
			const page = await headed.browser.newPage();
			await page.bringToFront();
			const { hands } = headed;
			const { x, y } = await select(page, { hands, inner: inner.url, outer: outer.url });
			await hands.untilStill();
			await hands.opening(() => hands.click(x, y, 3));
			await pickMenuItem(hands, 0);

			const panel = await headed.sidePanel();
			await expect
				.poll(() => readChat(panel))
				.toMatchObject({
					questions: [expect.stringMatching(selected)],
					answers: ['It is so.'],
					isBusy: false,
				});
			expect(server.requests).toHaveLength(1);
			expect(server.requests[0]?.messages[0]?.content).toMatch(selected);
		} finally {
			await inner.close();
			await outer.close();
		}
	});
}
