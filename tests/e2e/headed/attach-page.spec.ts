import { byRole } from '../harness/by-role.ts';
import { expect, type HeadedExtension, test } from '../harness/headed-chromium.ts';
import { ask, readChat } from '../harness/read-chat.ts';
import { startArticleServer } from './article-server.ts';

/** Has the article open in front, as long as it is used. */
async function withArticle(
	{ browser }: HeadedExtension,
	use: (page: Awaited<ReturnType<typeof browser.newPage>>) => Promise<void>,
): Promise<void> {
	const article = await startArticleServer();
	try {
		const page = await browser.newPage();
		await page.goto(article.url);
		await page.bringToFront();
		await use(page);
	} finally {
		await article.close();
	}
}

test('case 205: the page’s own menu attaches the page in the real side panel, without any permission', async ({
	headed,
	endpoint,
	server,
}) => {
	const model = server.script('by menu', [{ token: 'Windows.' }, { done: true }]);
	await headed.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	await withArticle(headed, async (page) => {
		await headed.hands.opening(() => page.mouse.click(600, 500, { button: 'right' }));
		await headed.hands.untilStill();
		// Ours stands above “View page source” and “Inspect”, the last items of the menu.
		await headed.hands.press('Up', 'Up', 'Up', 'Return');
		const panel = await headed.sidePanel();
		await panel.waitForSelector('::-p-text(This page: On windows)');
		await ask(panel, 'What is it about?');
		await expect.poll(() => readChat(panel)).toMatchObject({ answers: ['Windows.'], isBusy: false });
		const { messages } = await server.waitForRequest((asked) => asked.model === model);
		expect(messages[0]?.content).toContain(`URL: ${page.url()}`);
		expect(messages[0]?.content).toContain(
			'# On windows\n\nThe background owns the answer.\n\nWindows only\nlook at it.',
		);
	});
});

test('case 205: the key attaches the page in the real side panel, without any permission', async ({
	headed,
	endpoint,
}) => {
	await headed.seed({ endpoints: [endpoint] });
	await withArticle(headed, async () => {
		await headed.hands.press('alt+shift+g');
		await (await headed.sidePanel()).waitForSelector('::-p-text(This page: On windows)');
	});
});

test('case 336: in the real side panel a part of the screen is attached, by the access that the key has given', async ({
	headed,
	endpoint,
}) => {
	await headed.seed({ endpoints: [endpoint] });
	await withArticle(headed, async () => {
		await headed.hands.press('alt+shift+g');
		const panel = await headed.sidePanel();
		await panel.waitForSelector('::-p-text(This page: On windows)');
		await (await panel.waitForSelector(byRole('button', 'Attach')))?.click();
		await (await panel.waitForSelector(byRole('menuitem', 'Part of the screen…')))?.click();
		const box = await (await panel.waitForSelector('[role=dialog] img[alt="Screenshot"]'))?.boundingBox();
		if (!box) throw new Error('The screenshot is not drawn.');
		await panel.mouse.move(box.x + 5, box.y + 5);
		await panel.mouse.down();
		await panel.mouse.move(box.x + box.width / 3, box.y + box.height / 3, { steps: 3 });
		await panel.mouse.up();
		await (await panel.waitForSelector(byRole('button', 'Attach this part')))?.click();
		await panel.waitForSelector('form img[alt="Image: Screenshot"]');
		await panel.waitForFunction(() => document.activeElement?.matches('form [role=textbox], form textarea'));
	});
});
