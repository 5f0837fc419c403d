import puppeteer, { type Browser, type Page, type WebWorker } from 'puppeteer-core';
import { requireBrowser } from '../../../scripts/browsers.mjs';
import { CHROMIUM_ARGS } from './chromium-args.ts';
import type { ExtensionApi } from './extension-api.ts';
import { extensionDir } from './extension-dir.ts';
import { type Hands, handsOn } from './hands.ts';
import { startScreen } from './screen.ts';
import { type SeededSettings, seedSettings } from './seed-settings.ts';
import { test as serverTest } from './server.ts';
import { stopWorkers } from './stop-workers.ts';

declare const chrome: ExtensionApi;

/** The built extension in a Chromium with a window: its real popup, side panel, menus and prompts. */
export interface HeadedExtension {
	browser: Browser;
	hands: Hands;
	id: string;
	worker(): Promise<WebWorker>;
	seed(settings: SeededSettings): Promise<void>;
	/** As `stopWorkers` does. */
	killWorker(): Promise<void>;
	/** Opens the toolbar popup, as a click on the icon does. A click elsewhere closes it. */
	openPopup(): Promise<Page>;
	/** The side panel, once something has opened it. */
	sidePanel(): Promise<Page>;
	/** Does something in an extension page that asks for a permission, and allows it in the browser's prompt. */
	allow(page: Page, act: () => Promise<void>): Promise<void>;
	/** Selects an element's text in a page and picks an item of the menu: 0 is the first below “Ask Lockchat”. */
	pickFromMenu(page: Page, selector: string, item: number): Promise<void>;
}

/** Between looks at what sends no event. */
const LOOK_MS = 100;

async function pageOf(browser: Browser, name: string): Promise<Page> {
	const target = await browser.waitForTarget((candidate) => candidate.url().endsWith(`/${name}`));
	return target.asPage();
}

/** Our own item stands above Inspect, which is the last one; its submenu opens to the right. */
async function pickItem(hands: Hands, item: number) {
	await hands.press('Up', 'Up');
	await hands.opening(() => hands.press('Right'));
	await hands.press(...Array<string>(item).fill('Down'), 'Return');
}

const countOrigins = (page: Page) =>
	page.evaluate(async () => (await chrome.permissions.getAll()).origins?.length ?? 0);

/** The prompt opens with the focus on Deny, and for its first half second takes no key, against accidents. */
async function allowInPrompt(page: Page, hands: Hands, originsBefore: number) {
	await hands.settle();
	await hands.press('Tab', 'Return');
	while ((await countOrigins(page)) === originsBefore) {
		await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
	}
}

async function selectText(page: Page, selector: string) {
	await page.bringToFront();
	const place = await page.$eval(selector, (element) => {
		getSelection()?.selectAllChildren(element);
		const { x, y } = getSelection()?.getRangeAt(0).getClientRects()[0] ?? { x: 0, y: 0 };
		return { x, y };
	});
	return { x: place.x + 5, y: place.y + 5 };
}

interface HeadedOptions {
	/** The browser's language. */
	language: 'en' | 'ru';
}

export const test = serverTest.extend<HeadedOptions & { headed: HeadedExtension }>({
	language: ['en', { option: true }],
	headed: async ({ language }, use) => {
		const screen = await startScreen();
		const browser = await puppeteer.launch({
			executablePath: requireBrowser('chromium'),
			headless: false,
			pipe: true,
			enableExtensions: [extensionDir('chrome')],
			defaultViewport: null,
			env: { ...process.env, DISPLAY: screen.display },
			args: [...CHROMIUM_ARGS, `--lang=${language}`, '--window-position=0,0', '--window-size=1280,900'],
		});
		const hands = handsOn(screen.display);
		const background = () => browser.waitForTarget((target) => target.type() === 'service_worker');
		const worker = async () => {
			const found = await (await background()).worker();
			if (!found) throw new Error('The background has no worker.');
			// A worker that has just started has no extension API yet.
			while (!(await found.evaluate(() => 'chrome' in globalThis && 'storage' in chrome))) {
				await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
			}
			return found;
		};

		await use({
			browser,
			hands,
			id: new URL((await background()).url()).host,
			worker,
			seed: async (settings) => seedSettings(await worker(), settings),
			async killWorker() {
				const [page] = await browser.pages();
				if (!page) throw new Error('The browser has no page to stop workers from.');
				await stopWorkers(await page.createCDPSession());
			},
			async openPopup() {
				await (await worker()).evaluate(() => chrome.action.openPopup());
				return pageOf(browser, 'popup.html');
			},
			sidePanel: () => pageOf(browser, 'sidepanel.html'),
			async allow(page, act) {
				await page.bringToFront();
				const originsBefore = await countOrigins(page);
				await act();
				await page.waitForFunction(() => !document.hasFocus(), { polling: LOOK_MS });
				await allowInPrompt(page, hands, originsBefore);
			},
			async pickFromMenu(page, selector, item) {
				const { x, y } = await selectText(page, selector);
				await hands.opening(() => page.mouse.click(x, y, { button: 'right' }));
				await pickItem(hands, item);
			},
		});
		await browser.close();
		await screen.close();
	},
});
export { expect } from '@playwright/test';
