import { byRole } from '../harness/by-role.ts';
import { expect, test } from '../harness/firefox.ts';
import { ask, readChat } from '../harness/read-chat.ts';
import { startArticleServer } from '../headed/article-server.ts';

test('cases 200 and 201: without access a page is not read; once it is given, the page is attached and sent fenced', async ({
	extension,
	endpoint,
	server,
}) => {
	const article = await startArticleServer();
	try {
		const model = server.script('in firefox', [{ token: 'Windows.' }, { done: true }]);
		await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
		const page = await extension.browser.newPage();
		await page.goto(article.url);
		const panel = await extension.open('sidepanel.html');
		await (await panel.waitForSelector(byRole('button', 'Attach')))?.click();
		await (await panel.waitForSelector(byRole('menuitem', 'This page')))?.click();
		await panel.waitForSelector('[role=alert]');
		// Every prompt is answered with yes here.
		await (await panel.waitForSelector(byRole('button', 'Allow on all sites')))?.click();
		await panel.waitForSelector('::-p-text(This page: On windows)');
		await ask(panel, 'What is it about?');
		await expect.poll(() => readChat(panel)).toMatchObject({ answers: ['Windows.'], isBusy: false });
		const { messages } = await server.waitForRequest((asked) => asked.model === model);
		expect(messages[0]?.content).toContain(`URL: ${article.url}`);
		expect(messages[0]?.content).toContain('Windows only\nlook at it.\n```\n\nWhat is it about?');
	} finally {
		await article.close();
	}
});
