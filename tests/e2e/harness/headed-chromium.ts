import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { requireBrowser } from '../../../scripts/browsers.mjs';
import { type BackgroundRealm, createBackgroundRealm } from './background-realm.ts';
import { CHROMIUM_ARGS } from './chromium-args.ts';
import type { ExtensionApi } from './extension-api.ts';
import { extensionDir } from './extension-dir.ts';
import { type Hands, handsOn } from './hands.ts';
import { allowInPrompt } from './permission-prompt.ts';
import { startScreen } from './screen.ts';
import { type SeededSettings, seedSettings, startedBefore } from './seed-settings.ts';
import { pickFromMenu } from './selection-menu.ts';
import { test as serverTest } from './server.ts';
import { stopWorkers } from './stop-workers.ts';

declare const chrome: ExtensionApi;

/** The built extension in a Chromium with a window: its real popup, side panel, menus and prompts. */
export interface HeadedExtension {
	browser: Browser;
	hands: Hands;
	id: string;
	/** No debugger stays attached to the background, so that the browser stops it when it is idle, as it does for a person. */
	background: BackgroundRealm;
	/** `popup.html`, `sidepanel.html` or `options.html` in a tab. */
	open(name: string): Promise<Page>;
	seed(settings: SeededSettings): Promise<void>;
	/** Stops the background; see `stopWorkers`. */
	killWorker(): Promise<void>;
	/** Opens the toolbar popup, as a click on the icon does. A click elsewhere closes it. */
	openPopup(): Promise<Page>;
	/** The side panel, once something has opened it. */
	sidePanel(): Promise<Page>;
	/** Does something in an extension page that makes it ask for access to a server, and allows that in the browser's prompt. */
	allow(page: Page, act: () => Promise<void>): Promise<void>;
	/** Selects an element's text in a page and picks an item of the menu: 0 is the first below “Ask Lockchat”. */
	pickFromMenu(page: Page, selector: string, item: number): Promise<void>;
}

interface HeadedOptions {
	/** The browser's language. */
	language: 'en' | 'ru';
	/** More arguments for the browser. */
	browserArgs: string[];
	/** Whether the browser looks as it does for a person, without the bar that tells of the automation. */
	hidesAutomation: boolean;
}

const launch = (display: string, { language, browserArgs, hidesAutomation }: HeadedOptions) =>
	puppeteer.launch({
		executablePath: requireBrowser('chromium'),
		headless: false,
		pipe: true,
		enableExtensions: true,
		...(hidesAutomation && { ignoreDefaultArgs: ['--enable-automation'] }),
		targetFilter: (target) => target.type() !== 'service_worker',
		defaultViewport: null,
		env: { ...process.env, DISPLAY: display },
		args: [
			...CHROMIUM_ARGS,
			`--lang=${language}`,
			'--window-position=0,0',
			'--window-size=1280,900',
			...browserArgs,
		],
	});

async function createHeaded(browser: Browser, hands: Hands): Promise<HeadedExtension> {
	const id = await browser.installExtension(extensionDir('chrome'));
	const background = await createBackgroundRealm(browser);
	const isWelcomed = await startedBefore(background);
	const pageOf = async (name: string) => {
		const target = await browser.waitForTarget((candidate) => candidate.url().endsWith(`/${name}`));
		return target.asPage();
	};
	if (isWelcomed) await (await pageOf('welcome.html')).close();

	return {
		browser,
		hands,
		id,
		background,
		async open(name) {
			const page = await browser.newPage();
			await page.goto(`chrome-extension://${id}/${name}`);
			return page;
		},
		seed: (settings) => seedSettings(background, settings),
		async killWorker() {
			const [page] = await browser.pages();
			if (!page) throw new Error('The browser has no page to stop workers from.');
			await stopWorkers(await page.createCDPSession());
		},
		async openPopup() {
			await background.evaluate(() => chrome.action.openPopup(), null);
			return pageOf('popup.html');
		},
		sidePanel: () => pageOf('sidepanel.html'),
		allow: (page, act) => allowInPrompt(hands, page, act),
		pickFromMenu: (page, selector, item) => pickFromMenu(hands, page, { selector, item }),
	};
}

export const test = serverTest.extend<HeadedOptions & { headed: HeadedExtension }>({
	language: ['en', { option: true }],
	browserArgs: [[], { option: true }],
	hidesAutomation: [false, { option: true }],
	headed: async ({ language, browserArgs, hidesAutomation }, use) => {
		const screen = await startScreen();
		const browser = await launch(screen.display, { language, browserArgs, hidesAutomation });
		await use(await createHeaded(browser, handsOn(screen.display)));
		await browser.close();
		await screen.close();
	},
});
export { expect } from '@playwright/test';
