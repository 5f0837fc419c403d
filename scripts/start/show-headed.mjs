// @ts-check
import { backgroundOf } from './open-browser.mjs';

/** @import { Browser } from 'puppeteer-core' */

/**
 * Opens the side panel as a click would: the protocol may act in the user's name.
 * @param {Browser} browser
 */
async function openPanel(browser) {
	const worker = await backgroundOf(browser);
	const { exceptionDetails } = await worker.client.send('Runtime.evaluate', {
		expression: 'chrome.windows.getLastFocused().then(({ id }) => chrome.sidePanel.open({ windowId: id }))',
		userGesture: true,
		awaitPromise: true,
	});
	return exceptionDetails === undefined;
}

/**
 * For a person at a screen: a page that says what to do, with the side panel beside it.
 * @param {Browser} browser
 * @param {string} url of that page
 */
export async function showHeaded(browser, url) {
	const [page = await browser.newPage()] = await browser.pages();
	await page.goto(url);
	const isPanelOpen = await openPanel(browser);
	if (!isPanelOpen) {
		const panel = await browser.newPage();
		await panel.goto(new URL('/sidepanel.html', (await backgroundOf(browser)).url()).href);
		await page.bringToFront();
	}
	console.log(
		`Lockchat is open${isPanelOpen ? ' in the side panel' : ' in a tab'}. Ctrl+C here, or closing the browser, ends it.`,
	);
}
