import { expect, test as firefoxTest } from '../harness/firefox.ts';
import { sidebarText } from '../harness/firefox-sidebar.ts';
import {
	chooseMenuItem,
	closeMenu,
	offeredInAddressBar,
	ownMenuItems,
	pressInWindow,
	typeInAddressBar,
} from '../harness/firefox-window.ts';
import { type ArticleServer, startArticleServer } from '../headed/article-server.ts';

const test = firefoxTest.extend<{ article: ArticleServer }>({
	article: async ({ playwright: _ }, use) => {
		const article = await startArticleServer();
		await use(article);
		await article.close();
	},
});

test('cases 257 and 258: Firefox’s own menus have the actions where they belong, and a click asks in the sidebar', async ({
	extension: { browser, seed },
	endpoint,
	server,
	article,
}) => {
	const model = server.script('firefox-menus', [{ token: 'Done.' }, { done: true }]);
	await seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const page = await browser.newPage();
	await page.goto(article.url);
	await page.bringToFront();

	// The page alone.
	await page.mouse.click(600, 500, { button: 'right' });
	expect(await ownMenuItems(browser)).toEqual(['Attach this page']);
	await closeMenu(browser);

	await page.$eval('#passage', (passage) => getSelection()?.selectAllChildren(passage));
	await page.click('#passage p', { button: 'right' });
	expect(await ownMenuItems(browser, 'Ask Lockchat about')).toEqual([
		'Explain',
		'Summarize',
		'Translate',
		'Reply',
		'Ask…',
	]);
	await chooseMenuItem(browser, 'Translate', 'Ask Lockchat about');
	const { messages } = await server.waitForRequest((asked) => asked.model === model);
	expect(messages[0]?.content).toContain('The background owns the answer.');
	expect(messages[0]?.content).toContain('Translate');
	await expect.poll(() => sidebarText(browser)).toContain('Done.');

	await page.evaluate(() => {
		document.body.innerHTML = '<textarea style="width: 300px; height: 100px">Teh cat.</textarea>';
	});
	await page.mouse.click(100, 60, { button: 'right' });
	expect(await ownMenuItems(browser, 'Lockchat')).toEqual(['Rewrite', 'Fix grammar']);
	await chooseMenuItem(browser, 'Fix grammar', 'Lockchat');
	const ofField = await server.waitForRequest(
		(asked) => asked.messages[0]?.content.includes('Teh cat.') ?? false,
	);
	expect(ofField.messages[0]?.content).toContain('Correct spelling');
	expect(await page.$eval('textarea', (box) => box.value)).toBe('Teh cat.');
});

test('case 260: Firefox’s address bar offers the actions behind “lc”, and Enter asks', async ({
	extension: { browser, seed },
	endpoint,
	server,
}) => {
	const model = server.script('firefox-bar', [{ token: 'Done.' }, { done: true }]);
	await seed({ endpoints: [{ ...endpoint, models: [model] }] });
	await typeInAddressBar(browser, 'lc tr');
	await expect
		.poll(() => offeredInAddressBar(browser))
		.toEqual(['Ask Lockchat\nlc tr', 'Translate\nlc /Translate']);
	await typeInAddressBar(browser, 'lc translate good morning');
	await expect.poll(() => offeredInAddressBar(browser)).toEqual(['Translate\nlc translate good morning']);
	await pressInWindow(browser, 'Enter');
	const { messages } = await server.waitForRequest((asked) => asked.model === model);
	expect(messages[0]?.content).toMatch(/^Translate this into[\s\S]*\n\ngood morning$/);

	await expect.poll(() => sidebarText(browser)).toContain('Done.');
});
