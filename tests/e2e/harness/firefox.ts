import { randomUUID } from 'node:crypto';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { requireBrowser } from '../../../scripts/browsers.mjs';
import { extensionDir } from './extension-dir.ts';
import { KeptBrowsers } from './kept-browsers.ts';
import { evaluatePrivileged } from './privileged-script.ts';
import { type SeededSettings, seedSettings } from './seed-settings.ts';
import { test as serverTest } from './server.ts';

/** The built extension in a headless Firefox with a profile of its own. */
export interface FirefoxExtension {
	browser: Browser;
	/** The origin of its requests. */
	origin: string;
	/** `popup.html`, `sidepanel.html` or `options.html` in a tab. */
	open(name: string): Promise<Page>;
	/** Writes settings directly, as the options page would leave them. */
	seed(settings: SeededSettings): Promise<void>;
	/** Stops the background, as Firefox does when it has been idle. The next message starts it again. */
	terminateBackground(): Promise<void>;
}

const ID = 'lockchat@lockchat.app';

interface FirefoxOptions {
	/** The browser's language; Russian needs the language pack. */
	language: 'en' | 'ru';
	/** Preferences of the browser, by their names in about:config. */
	preferences: Record<string, string | number | boolean>;
}

interface TestOptions extends FirefoxOptions {
	/** Whether the tab that opens after the installation is closed before the test begins. */
	closesWelcome: boolean;
	/** The folder of the build, where it is not the product's. */
	extensionOutput: string | undefined;
}

/**
 * Waits for the tab that the extension opens after its installation, and closes it: it would stand before what the tests
 * open. Only Firefox's own window knows what such a tab shows.
 */
export async function closeWelcome(browser: Browser): Promise<void> {
	await evaluatePrivileged(
		browser,
		`new Promise((resolve) => {
			const look = () => {
				const isWelcome = ({ linkedBrowser }) => linkedBrowser.currentURI.spec.endsWith('/welcome.html');
				const tab = [...gBrowser.tabs].find(isWelcome);
				if (!tab) return setTimeout(look, 50);
				gBrowser.removeTab(tab);
				resolve();
			};
			look();
		})`,
	);
}

const launch = ({ language, preferences }: FirefoxOptions) =>
	puppeteer.launch({
		browser: 'firefox',
		executablePath: requireBrowser('firefox'),
		args: ['--remote-allow-system-access'],
		extraPrefsFirefox: {
			// Every requested permission is granted, since nobody is there to press the button.
			'extensions.webextOptionalPermissionPrompts': false,
			'intl.locale.requested': language === 'ru' ? 'ru' : 'en-US',
			...preferences,
		},
	});

/**
 * Installs the extension.
 *
 * @returns the host of its pages, another one each time. Tests could not know which one Firefox would choose.
 */
async function install(browser: Browser, output: string | undefined): Promise<string> {
	const host = randomUUID();
	const hosts = JSON.stringify(JSON.stringify({ [ID]: host }));
	await evaluatePrivileged(
		browser,
		`Services.prefs.setStringPref('extensions.webextensions.uuids', ${hosts})`,
	);
	await browser.installExtension(extensionDir('firefox', output));
	return host;
}

/** Closes every tab, and takes the extension out with all it has stored. */
async function reset(browser: Browser): Promise<void> {
	await evaluatePrivileged(
		browser,
		`{
			const used = [...gBrowser.tabs];
			gBrowser.selectedTab = gBrowser.addTrustedTab('about:blank');
			for (const tab of used) gBrowser.removeTab(tab, { skipPermitUnload: true });
		}`,
	);
	await browser.uninstallExtension(ID);
}

export const test = serverTest.extend<
	TestOptions & { extension: FirefoxExtension },
	{ keptFirefox: KeptBrowsers<FirefoxOptions, Browser> }
>({
	language: ['en', { option: true }],
	preferences: [{}, { option: true }],
	closesWelcome: [true, { option: true }],
	extensionOutput: [undefined, { option: true }],
	keptFirefox: [
		// biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs.
		async ({}, use) => {
			const kept = new KeptBrowsers<FirefoxOptions, Browser>({
				start: launch,
				reset,
				close: (browser) => browser.close(),
			});
			await use(kept);
			await kept.closeAll();
		},
		{ scope: 'worker' },
	],
	extension: async (
		{ keptFirefox, language, preferences, closesWelcome, extensionOutput },
		use,
		testInfo,
	) => {
		const options = { language, preferences };
		const browser = await keptFirefox.take(options);
		const host = await install(browser, extensionOutput);
		if (closesWelcome) await closeWelcome(browser);
		const open = async (name: string) => {
			const page = await browser.newPage();
			// Firefox never reports that an extension page has loaded, so wait for what the page shows.
			await page.goto(`moz-extension://${host}/${name}`, { waitUntil: [] });
			return page;
		};
		await use({
			browser,
			origin: `moz-extension://${host}`,
			open,
			async seed(settings) {
				const page = await open('options.html');
				await page.waitForFunction(() => document.readyState === 'complete');
				await seedSettings(page, settings);
				await page.close();
			},
			async terminateBackground() {
				const expression = `WebExtensionPolicy.getByID('${ID}').extension.terminateBackground()`;
				await evaluatePrivileged(browser, expression);
			},
		});
		if (testInfo.status !== testInfo.expectedStatus) await keptFirefox.close(options);
	},
});
export { expect } from '@playwright/test';
