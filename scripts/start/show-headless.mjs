// @ts-check
import { resolve } from 'node:path';
import { explainSelection, selectPassage } from './ask-about-passage.mjs';
import { followAnswer } from './follow-answer.mjs';
import { backgroundOf } from './open-browser.mjs';
import { output } from './output.mjs';
import { shootChat, sizeAsPanel } from './shoot-chat.mjs';
import { terminalText } from './terminal-text.mjs';

/** @import { Browser } from 'puppeteer-core' */

const SHOT = resolve(output, 'start.png');

/**
 * For a machine without a screen: asks the extension about a passage of the page, as its menu does, prints the answer
 * while it streams, and leaves a picture of the chat.
 * @param {Browser} browser
 * @param {string} url of a page with a `blockquote`
 * @returns {Promise<boolean>} whether there is a whole answer
 */
export async function showHeadless(browser, url) {
	const page = await browser.newPage();
	await page.goto(url);
	const passage = (await selectPassage(page)).replace(/^(?=.)/gm, '  ');
	console.log(
		`\nA page is open, and this passage is selected:\n\n${passage}\n\nLockchat is asked to explain it.\n`,
	);
	await explainSelection(browser, page, await backgroundOf(browser));

	const target = await browser.waitForTarget((candidate) => candidate.url().endsWith('/sidepanel.html'));
	const panel = await target.asPage();
	await sizeAsPanel(panel);
	const isWhole = await followAnswer(panel, (text) => void process.stdout.write(terminalText(text)));
	await shootChat(panel, SHOT);
	console.log(`\nHow it looks: ${SHOT}`);
	return isWhole;
}
