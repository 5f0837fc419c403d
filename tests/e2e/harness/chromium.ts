import { type BrowserContext, chromium, type Page, type Worker } from '@playwright/test';
import { requireBrowser } from '../../../scripts/browsers.mjs';
import { CHROMIUM_ARGS } from './chromium-args.ts';
import { extensionDir } from './extension-dir.ts';
import { type SeededSettings, seedSettings, startedBefore } from './seed-settings.ts';
import { test as serverTest } from './server.ts';
import { stopWorkers } from './stop-workers.ts';

const isWelcome = (page: Page) => page.url().endsWith('/welcome.html');

/** The tab that the extension opens after its installation. */
export async function welcomeTab(context: BrowserContext): Promise<Page> {
	return context.pages().find(isWelcome) ?? context.waitForEvent('page', { predicate: isWelcome });
}

type ExtensionPage = 'popup.html' | 'sidepanel.html' | 'options.html';

/** The built extension in a headless Chromium with a profile of its own. */
export interface ChromiumExtension {
	context: BrowserContext;
	id: string;
	/** The background that runs now; if it has been stopped, the one that starts next. */
	worker(): Promise<Worker>;
	/** Opens an extension page in a tab. */
	open(page: ExtensionPage): Promise<Page>;
	/** Writes settings directly, as the options page would leave them. */
	seed(settings: SeededSettings): Promise<void>;
	/** Stops the background; see `stopWorkers`. */
	killWorker(): Promise<void>;
}

interface ChromiumOptions {
	/** The browser's language. */
	language: 'en' | 'ru';
	/** The folder of the build, where it is not the product's. */
	extensionOutput: string | undefined;
	/** More arguments for the browser. */
	browserArgs: string[];
	/** Whether the extension is as after its first day, and not as just installed. */
	startsBefore: boolean;
}

export const test = serverTest.extend<ChromiumOptions & { extension: ChromiumExtension }>({
	language: ['en', { option: true }],
	extensionOutput: [undefined, { option: true }],
	browserArgs: [[], { option: true }],
	startsBefore: [true, { option: true }],
	extension: async ({ language, extensionOutput, browserArgs, startsBefore }, use) => {
		const dir = extensionDir('chrome', extensionOutput);
		// Playwright's `headless` would start a browser that cannot load extensions; the flag starts the complete one.
		const context = await chromium.launchPersistentContext('', {
			executablePath: requireBrowser('chromium'),
			headless: false,
			// Room for the chat alone: a wider window has a column for the history, which has a test of its own.
			viewport: { width: 880, height: 720 },
			args: [
				'--headless=new',
				...CHROMIUM_ARGS,
				...browserArgs,
				`--lang=${language}`,
				`--disable-extensions-except=${dir}`,
				`--load-extension=${dir}`,
			],
		});
		const worker = async () => context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
		const id = new URL((await worker()).url()).host;
		if (startsBefore && (await startedBefore(await worker()))) await (await welcomeTab(context)).close();
		await use({
			context,
			id,
			worker,
			async open(name) {
				const page = await context.newPage();
				await page.goto(`chrome-extension://${id}/${name}`);
				return page;
			},
			seed: async (settings) => seedSettings(await worker(), settings),
			async killWorker() {
				const page = context.pages()[0] ?? (await context.newPage());
				await stopWorkers(await context.newCDPSession(page));
			},
		});
		await context.close();
	},
});
export { expect } from '@playwright/test';
