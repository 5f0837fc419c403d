import { expect, test } from '../harness/headed-chromium.ts';
import { readChat } from '../harness/read-chat.ts';
import { waitUntil } from '../harness/wait-until.ts';
import { startArticleServer } from '../headed/article-server.ts';

test('case 67: a click in the menu after the background slept opens the panel, and asks once', async ({
	headed,
	endpoint,
	server,
}) => {
	const article = await startArticleServer();
	try {
		const model = server.script('slept', [{ token: 'Because.' }, { done: true }]);
		await headed.seed({ endpoints: [{ ...endpoint, models: [model] }] });
		const page = await headed.browser.newPage();
		await page.goto(article.url);
		await waitUntil(async () => !(await headed.background.isRunning()));

		await headed.pickFromMenu(page, '#passage', 0);
		const panel = await headed.sidePanel();
		await expect
			.poll(() => readChat(panel))
			.toMatchObject({
				questions: [expect.stringContaining('The background owns the answer.')],
				answers: ['Because.'],
				isBusy: false,
			});
		const other = await headed.open('sidepanel.html');
		await expect.poll(() => readChat(other)).toMatchObject({ answers: ['Because.'], isBusy: false });
		expect((await readChat(panel)).questions).toHaveLength(1);
		expect(server.requests).toHaveLength(1);
	} finally {
		await article.close();
	}
});
