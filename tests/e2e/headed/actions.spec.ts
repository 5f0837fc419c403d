import type { ExtensionApi } from '../harness/extension-api.ts';
import { expect, test } from '../harness/headed-chromium.ts';
import { pickMenuItem } from '../harness/pick-menu-item.ts';
import { readChat } from '../harness/read-chat.ts';
import { startArticleServer } from './article-server.ts';

declare const chrome: ExtensionApi;

test('cases 257, 258 and 260: actions are chosen on a page, in a field and in the address bar, and asked in the real side panel', async ({
	headed,
	endpoint,
	server,
}) => {
	const article = await startArticleServer();
	try {
		const model = server.script('acted', [{ token: 'Done.' }, { done: true }]);
		await headed.seed({ endpoints: [{ ...endpoint, models: [model] }] });
		const options = await headed.open('options.html');
		const mine = { id: 'm', name: 'Point', text: 'One point of {page}', places: ['page'], isAtOnce: true };
		await options.evaluate((own) => chrome.storage.local.set({ prompts: { own: [own] } }), mine);
		const { hands } = headed;
		const page = await headed.browser.newPage();
		await page.goto(article.url);
		await page.bringToFront();

		// The menu of the page itself: ours, which are two now, stand above “View page source” and “Inspect”.
		await hands.opening(() => page.mouse.click(600, 500, { button: 'right' }));
		await hands.untilStill();
		await hands.press('Up', 'Up', 'Up');
		await hands.opening(() => hands.press('Right'));
		await hands.press('Down', 'Return');
		const panel = await headed.sidePanel();
		const first = await server.waitForRequest((asked) => asked.model === model);
		expect(first.messages).toHaveLength(1);
		expect(first.messages[0]?.content).toMatch(
			/quotation\n[\s\S]*The background owns the answer\.[\s\S]*```\n\nOne point of the attached page$/,
		);
		await expect.poll(() => readChat(panel)).toMatchObject({ answers: ['Done.'], isBusy: false });

		// A field: its text is read, and nothing is written into it. Cursors that blink would never leave the screen still.
		await panel.$eval('textarea', (box) => {
			box.style.caretColor = 'transparent';
		});
		await page.evaluate(() => {
			document.body.innerHTML =
				'<textarea style="width: 300px; height: 100px; caret-color: transparent">Teh {page} cat.</textarea>';
		});
		await hands.opening(() => page.mouse.click(100, 60, { button: 'right' }));
		await pickMenuItem(hands, 1);
		const corrects = (content: string | undefined) => content?.includes('Correct spelling') === true;
		const second = await server.waitForRequest((asked) => corrects(asked.messages[0]?.content));
		expect(second.messages).toHaveLength(1);
		expect(second.messages[0]?.content).toContain('Teh {page} cat.\n```');
		expect(await page.$eval('textarea', (box) => box.value)).toBe('Teh {page} cat.');

		// The address bar.
		await expect.poll(() => readChat(panel)).toMatchObject({ answers: ['Done.'], isBusy: false });
		await hands.press('ctrl+l');
		await hands.type('lc ');
		await hands.type('translate good morning');
		await hands.press('Return');
		const translates = (content: string | undefined) => content?.startsWith('Translate this into') === true;
		const third = await server.waitForRequest((asked) => translates(asked.messages[0]?.content));
		expect(third.messages[0]?.content).toMatch(/words\.\n\ngood morning$/);
		await expect.poll(() => readChat(panel)).toMatchObject({ answers: ['Done.'], isBusy: false });
	} finally {
		await article.close();
	}
});
