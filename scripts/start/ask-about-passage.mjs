// @ts-check
import { ProtocolError } from 'puppeteer-core';

/** @import { Browser, Page, WebWorker } from 'puppeteer-core' */

/**
 * Selects the passage of the page, as a person would with the mouse.
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
 * Gives the extension access to the page in front, as a click on its toolbar icon does. In this tab the icon opens no
 * popup, since that would be a second window that takes the selection. Browsers too old for this command give no access;
 * then the extension uses the text that the menu has.
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
 * Does what a click on “Explain” in the extension's menu does for the selection in the front page. Without a screen there
 * is no menu to click and no panel to open; the panel's page opens in a tab.
 * @param {Browser} browser
 * @param {Page} page
 * @param {WebWorker} worker
 */
export async function explainSelection(browser, page, worker) {
	await grantActiveTab(browser, page, worker);
	const shown = await page.evaluate(() => ({
		title: document.title,
		url: location.href,
		// Browsers replace line breaks by spaces here; the extension reads the line breaks from the page.
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
