// @ts-check
import { resolve } from 'node:path';
import puppeteer from 'puppeteer-core';
import { selectPassage } from './ask-about-passage.mjs';
import { followAnswer } from './follow-answer.mjs';
import { firefoxExtension, output } from './output.mjs';
import { profileOf } from './profile.mjs';
import { shootChat, sizeAsPanel } from './shoot-chat.mjs';
import { terminalText } from './terminal-text.mjs';

/**
 * @import { Browser, Page } from 'puppeteer-core'
 * @import { StartOptions } from './options.mjs'
 */

const ID = 'lockchat@lockchat.app';
/** The host of the extension's pages. Without this, Firefox would give each installation another one. */
const UUID = '6d0f2a7c-3b61-4c8e-8f7e-51a2d9c4b0e7';
const SHOT = resolve(output, 'start-firefox.png');
/** Milliseconds between two looks at a page, and between two calls to the front. */
const LOOK_MS = 100;
const FRONT_MS = 500;
/** Said in the language of the page. */
const EXPLAIN = { en: 'Explain this', ru: 'Объясни это' };

/**
 * Starts Firefox with the built extension. It has a profile of its own, which is kept.
 * @param {string} executablePath
 * @param {StartOptions} options
 */
export async function openFirefox(executablePath, options) {
	const { isHeadless, language } = options;
	const browser = await puppeteer.launch({
		browser: 'firefox',
		executablePath,
		headless: isHeadless,
		userDataDir: profileOf(options),
		defaultViewport: null,
		// Pages of an extension can be driven only with this.
		args: ['--remote-allow-system-access'],
		extraPrefsFirefox: {
			'extensions.webextensions.uuids': JSON.stringify({ [ID]: UUID }),
			...(language && { 'intl.locale.requested': language, 'intl.accept_languages': language }),
		},
		handleSIGINT: false,
		handleSIGTERM: false,
		handleSIGHUP: false,
	});
	await browser.installExtension(firefoxExtension);
	return browser;
}

/**
 * Opens a page of the extension in a tab.
 * @param {Browser} browser
 * @param {'options.html' | 'sidepanel.html'} name
 * @returns {Promise<Page>}
 */
export async function openExtensionPage(browser, name) {
	const page = await browser.newPage();
	// Firefox never reports that an extension page has loaded.
	await page.goto(`moz-extension://${UUID}/${name}`, { waitUntil: [] });
	await page.waitForFunction(() => document.readyState === 'complete', { polling: LOOK_MS });
	return page;
}

/**
 * Keeps a page in front of the tab that the extension opens once it is installed, whenever that comes: a page behind
 * another one draws nothing, and waits for ever.
 * @param {Page} page
 * @returns {() => void} ends it
 */
function keepInFront(page) {
	const timer = setInterval(() => void page.bringToFront().catch(() => undefined), FRONT_MS);
	return () => clearInterval(timer);
}

/**
 * For a person at a screen: opens a page that says what to do, and the panel's page in a tab beside it.
 * @param {Browser} browser
 * @param {string} url of that page
 */
export async function showHeadedFirefox(browser, url) {
	const page = await browser.newPage();
	await page.goto(url);
	await openExtensionPage(browser, 'sidepanel.html');
	await page.bringToFront();
	console.log(
		'Lockchat is open in a tab, and in the sidebar by its menu. Ctrl+C here, or closing the browser, ends it.',
	);
}

/**
 * For a machine without a screen: asks about a passage of the page, prints the answer while it streams, and leaves a
 * picture of the chat.
 * @param {Browser} browser
 * @param {string} url of a page with a `blockquote`
 * @returns {Promise<boolean>} whether there is a whole answer
 */
export async function showHeadlessFirefox(browser, url) {
	const page = await browser.newPage();
	await page.goto(url);
	const passage = await selectPassage(page);
	console.log(`\nLockchat is asked to explain this:\n\n${passage.replace(/^(?=.)/gm, '  ')}\n`);
	const panel = await openExtensionPage(browser, 'sidepanel.html');
	const letGo = keepInFront(panel);
	await sizeAsPanel(panel);
	// The model is there when the window knows whom to ask.
	await panel.waitForSelector('form select');
	const wish = (await page.$eval('html', ({ lang }) => lang)) === 'ru' ? EXPLAIN.ru : EXPLAIN.en;
	// A line break would send what is written so far.
	await panel.type('textarea', `${wish}: ${passage.replace(/\s+/g, ' ')}\n`);
	const isWhole = await followAnswer(panel, (text) => void process.stdout.write(terminalText(text)));
	await shootChat(panel, SHOT);
	letGo();
	console.log(`\nHow it looks: ${SHOT}`);
	return isWhole;
}
