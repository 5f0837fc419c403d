import type { Browser } from 'puppeteer-core';
import { expect, test } from '../harness/firefox.ts';
import { createPacedModel } from '../harness/paced-model.ts';
import { evaluatePrivileged } from '../harness/privileged-script.ts';

const SELECTED = 'The background owns the answer.\nWindows only look at it.';

/** A click on an item of the menu on a selection, as Firefox's own menu tells the extension of it. */
async function clickInMenu(browser: Browser, menuItemId: string): Promise<void> {
	const article = await browser.newPage();
	await article.goto('data:text/html,<title>On windows</title><p>The background owns the answer.');
	await article.bringToFront();
	const click = { menuItemId, selectionText: SELECTED, pageUrl: 'https://article.test/windows', frameId: 0 };
	await evaluatePrivileged(
		browser,
		`WebExtensionPolicy.getByID('lockchat@lockchat.app').extension.emit(
			'webext-menu-menuitem-click', ${JSON.stringify(click)}, gBrowser.selectedTab)`,
	);
}

/** What the window's real sidebar shows; null while there is none. No protocol reaches into it, a frame script does. */
const sidebarText = (browser: Browser) =>
	evaluatePrivileged(
		browser,
		`new Promise((resolve) => {
			const panel = SidebarController.browser?.contentDocument?.querySelector('browser');
			if (!panel?.currentURI?.spec.endsWith('/sidepanel.html')) return resolve(null);
			const { messageManager } = panel;
			messageManager.addMessageListener('shown', function take({ data }) {
				messageManager.removeMessageListener('shown', take);
				resolve(data);
			});
			const script = 'sendAsyncMessage("shown", content.document.getElementById("root").innerText)';
			messageManager.loadFrameScript('data:,' + encodeURIComponent(script), false);
		})`,
	);

test('the menu’s “Explain” opens the real sidebar, which asks at once and shows the answer as it comes', async ({
	extension: { browser, seed },
	endpoint,
	server,
}) => {
	const { model, next } = createPacedModel(server, 'firefox-explained', ['It is', ' so.']);
	await seed({ endpoints: [{ ...endpoint, models: [model] }] });
	await clickInMenu(browser, 'explain');
	const { messages } = await server.waitForRequest((asked) => asked.model === model);
	expect(messages).toHaveLength(1);
	expect(messages[0]?.content).toContain(SELECTED);
	expect(messages[0]?.content).toContain('Explain this in plain words.');

	next();
	await expect.poll(() => sidebarText(browser)).toMatch(/It is$/m);
	expect(await sidebarText(browser)).toContain(SELECTED);
	next(2);
	await expect.poll(() => sidebarText(browser)).toContain('It is so.');
	expect(server.requests.filter((asked) => asked.model === model)).toHaveLength(1);
});

test('the menu’s “Ask…” attaches the selection in the real sidebar, and asks nothing yet', async ({
	extension: { browser, seed },
	endpoint,
	server,
}) => {
	const model = server.script('firefox-asked', [{ token: 'Because.' }, { done: true }]);
	await seed({ endpoints: [{ ...endpoint, models: [model] }] });
	await clickInMenu(browser, 'ask');
	await expect.poll(() => sidebarText(browser)).toContain(SELECTED);
	expect(server.requests.filter((asked) => asked.model === model)).toEqual([]);
});
