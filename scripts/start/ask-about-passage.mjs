// @ts-check
import { ProtocolError } from 'puppeteer-core';

/** @import { Browser, Page, WebWorker } from 'puppeteer-core' */

/**
 * Selects the page's passage, as a hand would.
 * @param {Page} page with a `blockquote`
 * @returns {Promise<string>} what is selected, with its line breaks
 */
export function selectPassage(page) {
	return page.$eval('blockquote', (element) => {
		const selection = getSelection();
		selection?.selectAllChildren(element);
		return String(selection).trim();
	});
}

/**
 * Lets the extension into the page that is in front, as its icon in the toolbar does when it is clicked. In this tab
 * the icon opens no popup: that would be one more window to hear of the selection. Browsers that are too old to be
 * asked for it keep the page closed, and the extension takes the menu's own text.
 * @param {Browser} browser
 * @param {Page} page
 * @param {WebWorker} worker
 */
async function grantActiveTab(browser, page, worker) {
	const id = new URL(worker.url()).host;
	const extension = (await browser.extensions()).get(id);
	if (!extension) throw new Error('The browser has no such extension.');
	await worker.evaluate(async () => {
		const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
		if (tab?.id !== undefined) await chrome.action.setPopup({ tabId: tab.id, popup: '' });
	});
	try {
		await page.triggerExtensionAction(extension);
	} catch (error) {
		if (!(error instanceof ProtocolError)) throw error;
		console.info('This browser gives the selection without its line breaks.');
	}
}

/**
 * Does what “Explain” in the extension's menu does on the selection of the page in front. The menu itself needs a hand
 * and a screen; without them the panel's page opens in a tab.
 * @param {Browser} browser
 * @param {Page} page
 * @param {WebWorker} worker
 */
export async function explainSelection(browser, page, worker) {
	await grantActiveTab(browser, page, worker);
	const shown = await page.evaluate(() => ({
		title: document.title,
		url: location.href,
		// Browsers fold the line breaks; the extension reads them from the page.
		selectionText: String(getSelection()).replace(/\s+/g, ' ').trim(),
	}));
	await worker.evaluate(async ({ title, url, selectionText }) => {
		const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
		chrome.contextMenus.onClicked.dispatch(
			{ menuItemId: 'explain', selectionText, frameId: 0, pageUrl: url, editable: false },
			{ ...tab, title, url },
		);
	}, shown);
}
