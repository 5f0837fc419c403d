import type { Browser, Page } from 'puppeteer-core';
import { SHADOWED_DOCUMENT, SHADOWED_FORM } from '../../hostile/pages/names.ts';
import { SECRET } from '../../hostile/pages/page.ts';
import { expect, test as firefoxTest } from '../harness/firefox.ts';
import { inSidebar, sidebarText } from '../harness/firefox-sidebar.ts';
import { createPacedModel } from '../harness/paced-model.ts';
import { evaluatePrivileged } from '../harness/privileged-script.ts';
import { readInTab } from '../harness/read-in-tab.ts';
import { writeInTab } from '../harness/write-in-tab.ts';
import { type ArticleServer, startArticleServer } from '../headed/article-server.ts';

/** The selection as the page itself tells it: paragraphs stand apart, and `<br>` is a line break. */
const SELECTED = 'The background owns the answer.\n\nWindows only\nlook at it.';
/** The selection as Firefox's menu tells it. */
const FOLDED = SELECTED.replace(/\s+/g, ' ');

const test = firefoxTest.extend<{ article: ArticleServer }>({
	article: async ({ playwright: _ }, use) => {
		const article = await startArticleServer();
		await use(article);
		await article.close();
	},
});

/**
 * A click on an item of the menu on a selection, as Firefox's own menu tells the extension of it: the page is the
 * extension's to read from then on, until it is left.
 */
async function clickInMenu(
	browser: Browser,
	menuItemId: string,
	pageUrl: string,
	selectionText = FOLDED,
): Promise<Page> {
	const page = await browser.newPage();
	await page.goto(pageUrl);
	await page.bringToFront();
	await page.evaluate('window.getSelection().selectAllChildren(passage)');
	const click = { menuItemId, selectionText, pageUrl, frameId: 0 };
	await evaluatePrivileged(
		browser,
		`(({ extension }) => {
			extension.tabManager.addActiveTabPermission(gBrowser.selectedTab);
			extension.emit('webext-menu-menuitem-click', ${JSON.stringify(click)}, gBrowser.selectedTab);
		})(WebExtensionPolicy.getByID('lockchat@lockchat.app'))`,
	);
	return page;
}

test('the menu’s “Explain” opens the real sidebar, which asks at once and shows the answer as it comes', async ({
	extension: { browser, seed },
	endpoint,
	server,
	article,
}) => {
	const { model, next } = createPacedModel(server, 'firefox-explained', ['It is', ' so.']);
	await seed({ endpoints: [{ ...endpoint, models: [model] }] });
	await clickInMenu(browser, 'explain', article.url);
	const { messages } = await server.waitForRequest((asked) => asked.model === model);
	expect(messages).toHaveLength(1);
	expect(messages[0]?.content).toContain(SELECTED);
	expect(messages[0]?.content).toContain('On windows');
	expect(messages[0]?.content).toContain(`URL: ${article.url}`);
	expect(messages[0]?.content).toContain('Explain this in plain words.');

	next();
	await expect.poll(() => sidebarText(browser)).toMatch(/It is$/m);
	expect(await sidebarText(browser)).toContain(SELECTED);
	expect(await sidebarText(browser)).toContain('On windows');
	expect(await inSidebar(browser, "content.document.querySelector('blockquote a').href")).toBe(article.url);
	next(2);
	await expect.poll(() => sidebarText(browser)).toContain('It is so.');
	expect(server.requests.filter((asked) => asked.model === model)).toHaveLength(1);
});

test('the menu’s “Ask…” attaches the selection in the real sidebar, leaves the cursor in the composer, and asks nothing yet', async ({
	extension: { browser, seed },
	endpoint,
	server,
	article,
}) => {
	const model = server.script('firefox-asked', [{ token: 'Because.' }, { done: true }]);
	await seed({ endpoints: [{ ...endpoint, models: [model] }] });
	await clickInMenu(browser, 'ask', article.url);
	await expect.poll(() => sidebarText(browser)).toContain(SELECTED);
	expect(await sidebarText(browser)).toContain('On windows');
	const focused = () => inSidebar(browser, 'content.document.activeElement.ariaLabel');
	await expect.poll(focused).toBe('Message');
	// When Firefox opens a sidebar, it leaves the keyboard with the page, and ignores the sidebar's own wish for the focus.
	await evaluatePrivileged(
		browser,
		"SidebarController.browser.contentDocument.querySelector('browser').focus()",
	);
	await expect.poll(() => inSidebar(browser, 'content.document.hasFocus()')).toBe(true);
	expect(await focused()).toBe('Message');
	expect(server.requests.filter((asked) => asked.model === model)).toEqual([]);
});

test('cases 331 and 333: where names pose as members of the document, what a reader sees of a selection is sent, and a field is written into', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('firefox-seen', [{ token: 'So.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const unseen = `<span style="opacity:0">${SECRET}</span>`;
	const article = await startArticleServer(`<!doctype html><meta charset="utf-8"><title>On windows</title>
		<p id="passage">Nice shoes${unseen} for\u200b you<br>and me.</p><textarea>Teh cat sat.</textarea>
		<form id="editor" contenteditable>${SHADOWED_FORM}Teh dog ran.</form>${SHADOWED_DOCUMENT}`);
	try {
		const folded = `Nice shoes${SECRET} for\u200b you and me.`;
		const page = await clickInMenu(extension.browser, 'explain', article.url, folded);
		const { messages } = await server.waitForRequest((asked) => asked.model === model);
		expect(messages[0]?.content).toContain('Nice shoes for you\nand me.');
		expect(messages[0]?.content).not.toContain(SECRET);

		const options = await extension.open('options.html');
		for (const [field, was, becomes] of [
			['textarea', 'Teh cat sat.', 'The cat sat.'],
			['#editor', 'Teh dog ran.', 'The dog ran.'],
		] as const) {
			await page.$eval(field, (element) => HTMLElement.prototype.focus.call(element));
			expect(await options.evaluate(readInTab, article.url)).toMatchObject({ field: was });
			const asked = { address: article.url, text: becomes, how: 'replace' as const };
			expect(await writeInTab(options, asked)).toEqual({ written: 'written', seen: was });
			expect(await options.evaluate(readInTab, article.url)).toMatchObject({ field: becomes });
		}
	} finally {
		await article.close();
	}
});
