// @ts-check
import { resolve } from 'node:path';
import { followAnswer } from './follow-answer.mjs';
import { backgroundOf } from './open-browser.mjs';

/** @import { Browser } from 'puppeteer-core' */

const SHOT = resolve(import.meta.dirname, '../../.output/start.png');

/**
 * Where nobody looks: asks about a passage of the page through the extension, as its menu does, prints the answer as
 * it streams, and leaves a picture of the chat.
 * @param {Browser} browser
 * @param {string} url of a page with a `blockquote`
 * @returns {Promise<boolean>} whether there is a whole answer
 */
export async function showHeadless(browser, url) {
	const page = await browser.newPage();
	await page.goto(url);
	const selectionText = await page.$eval('blockquote', (element) => element.textContent.trim());
	console.log(
		`\nA page is open, and this passage is selected:\n\n  ${selectionText}\n\nLockchat is asked to explain it.\n`,
	);

	const worker = await backgroundOf(browser);
	await worker.evaluate(async (text) => {
		const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
		// The browser's own menu does just this; without a hand on it, the panel's page opens in a tab.
		chrome.contextMenus.onClicked.dispatch(
			{ menuItemId: 'explain', selectionText: text, frameId: 0, pageUrl: '' },
			tab,
		);
	}, selectionText);

	const target = await browser.waitForTarget((candidate) => candidate.url().endsWith('/sidepanel.html'));
	const panel = await target.asPage();
	await panel.setViewport({ width: 420, height: 900, deviceScaleFactor: 2 });
	const isWhole = await followAnswer(panel, (text) => void process.stdout.write(text));
	await panel.screenshot({ path: SHOT });
	console.log(`\nHow it looks: ${SHOT}`);
	return isWhole;
}
