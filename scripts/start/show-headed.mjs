// @ts-check
import { backgroundOf } from './open-browser.mjs';

/** @import { Browser } from 'puppeteer-core' */

/**
 * Opens the side panel as a click in one of the extension's pages would: the protocol can claim a user's gesture.
 * @param {Browser} browser
 * @returns {Promise<boolean>} false where the browser refuses; the panel's page is left open in a tab then
 */
async function openPanel(browser) {
	const page = await browser.newPage();
	await page.goto(new URL('/sidepanel.html', (await backgroundOf(browser)).url()).href);
	const session = await page.createCDPSession();
	const { exceptionDetails } = await session.send('Runtime.evaluate', {
		expression: 'chrome.windows.getCurrent().then(({ id }) => chrome.sidePanel.open({ windowId: id }))',
		userGesture: true,
		awaitPromise: true,
	});
	if (exceptionDetails) return false;
	await page.close();
	return true;
}

/**
 * For a person at a screen: opens a page that says what to do, and the side panel beside it.
 * @param {Browser} browser
 * @param {string} url of that page
 */
export async function showHeaded(browser, url) {
	const [page = await browser.newPage()] = await browser.pages();
	await page.goto(url);
	const where = (await openPanel(browser)) ? 'in the side panel' : 'in a tab';
	await page.bringToFront();
	console.log(`Lockchat is open ${where}. Ctrl+C here, or closing the browser, ends it.`);
}
