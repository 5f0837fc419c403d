import { expect, test } from '../harness/headed-chromium.ts';
import { ask, readChat } from '../harness/read-chat.ts';
import { startArticleServer } from './article-server.ts';

test('case 205: the page’s own menu attaches the page in the real side panel, without any permission', async ({
	headed,
	endpoint,
	server,
}) => {
	const article = await startArticleServer();
	try {
		const model = server.script('by menu', [{ token: 'Windows.' }, { done: true }]);
		await headed.seed({ endpoints: [{ ...endpoint, models: [model] }] });
		const page = await headed.browser.newPage();
		await page.goto(article.url);
		await page.bringToFront();
		await headed.hands.opening(() => page.mouse.click(600, 500, { button: 'right' }));
		await headed.hands.untilStill();
		// Ours stands above “View page source” and “Inspect”, the last items of the menu.
		await headed.hands.press('Up', 'Up', 'Up', 'Return');
		const panel = await headed.sidePanel();
		await panel.waitForSelector('::-p-text(This page: On windows)');
		await ask(panel, 'What is it about?');
		await expect.poll(() => readChat(panel)).toMatchObject({ answers: ['Windows.'], isBusy: false });
		const { messages } = await server.waitForRequest((asked) => asked.model === model);
		expect(messages[0]?.content).toContain(`URL: ${article.url}`);
		expect(messages[0]?.content).toContain(
			'# On windows\n\nThe background owns the answer.\n\nWindows only\nlook at it.',
		);
	} finally {
		await article.close();
	}
});

test('case 205: the key attaches the page in the real side panel, without any permission', async ({
	headed,
	endpoint,
}) => {
	const article = await startArticleServer();
	try {
		await headed.seed({ endpoints: [endpoint] });
		const page = await headed.browser.newPage();
		await page.goto(article.url);
		await page.bringToFront();
		await headed.hands.press('alt+shift+g');
		await (await headed.sidePanel()).waitForSelector('::-p-text(This page: On windows)');
	} finally {
		await article.close();
	}
});
