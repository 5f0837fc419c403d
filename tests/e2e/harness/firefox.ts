import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { requireBrowser } from '../../../scripts/browsers.mjs';
import { extensionDir } from './extension-dir.ts';
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

/** The host of the extension's pages. Without this, Firefox would give each installation another one. */
const UUID = '1f6a4c3e-5d0b-4f7a-9c2e-8b7d6a5f4e3d';
const ID = 'lockchat@lockchat.app';

interface FirefoxOptions {
	/** The browser's language; Russian needs the language pack. */
	language: 'en' | 'ru';
	/** Preferences of the browser, by their names in about:config. */
	preferences: Record<string, string | number | boolean>;
	/** Whether the tab that opens after the installation is closed before the test begins. */
	closesWelcome: boolean;
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

const launch = ({ language, preferences }: Omit<FirefoxOptions, 'closesWelcome'>) =>
	puppeteer.launch({
		browser: 'firefox',
		executablePath: requireBrowser('firefox'),
		args: ['--remote-allow-system-access'],
		extraPrefsFirefox: {
			'extensions.webextensions.uuids': JSON.stringify({ [ID]: UUID }),
			// Every requested permission is granted, since nobody is there to press the button.
			'extensions.webextOptionalPermissionPrompts': false,
			'intl.locale.requested': language === 'ru' ? 'ru' : 'en-US',
			...preferences,
		},
	});

export const test = serverTest.extend<FirefoxOptions & { extension: FirefoxExtension }>({
	language: ['en', { option: true }],
	preferences: [{}, { option: true }],
	closesWelcome: [true, { option: true }],
	extension: async ({ language, preferences, closesWelcome }, use) => {
		const browser = await launch({ language, preferences });
		await browser.installExtension(extensionDir('firefox'));
		if (closesWelcome) await closeWelcome(browser);
		const open = async (name: string) => {
			const page = await browser.newPage();
			// Firefox never reports that an extension page has loaded, so wait for what the page shows.
			await page.goto(`moz-extension://${UUID}/${name}`, { waitUntil: [] });
			return page;
		};
		await use({
			browser,
			origin: `moz-extension://${UUID}`,
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
		await browser.close();
	},
});
export { expect } from '@playwright/test';
