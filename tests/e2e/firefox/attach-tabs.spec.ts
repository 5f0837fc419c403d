import { byRole } from '../harness/by-role.ts';
import { expect, test } from '../harness/firefox.ts';
import { startArticleServer } from '../headed/article-server.ts';

test('cases 250 and 251: an at sign asks for the list of tabs, and attaches the page of one, by keys', async ({
	extension,
	endpoint,
}) => {
	const article = await startArticleServer();
	try {
		await extension.seed({ endpoints: [endpoint] });
		const page = await extension.browser.newPage();
		await page.goto(article.url);
		const panel = await extension.open('sidepanel.html');
		await (await panel.waitForSelector('textarea'))?.focus();
		await panel.keyboard.type('See @');
		await panel.waitForSelector('::-p-text(List open tabs)');
		await panel.keyboard.press('ArrowDown');
		// Every prompt is answered with yes here.
		await panel.keyboard.press('Enter');
		await panel.waitForSelector('::-p-text(On windows)');
		await panel.keyboard.type('windows');
		await panel.keyboard.press('Enter');
		await (await panel.waitForSelector(byRole('button', `Allow ${new URL(article.url).host}`)))?.click();
		await panel.waitForSelector('::-p-text(This page: On windows)');
		expect(await panel.$eval('textarea', (box) => box.value)).toBe('See ');
	} finally {
		await article.close();
	}
});
