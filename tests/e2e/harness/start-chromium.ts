import { type BrowserContext, chromium, type Page, type Worker } from '@playwright/test';
import { requireBrowser } from '../../../scripts/browsers.mjs';
import { CHROMIUM_ARGS } from './chromium-args.ts';
import { extensionDir } from './extension-dir.ts';
import { startedBefore } from './seed-settings.ts';

/** With what a Chromium is started. */
export interface ChromiumOptions {
	/** The browser's language. */
	language: 'en' | 'ru';
	/** The folder of the build, where it is not the product's. */
	extensionOutput: string | undefined;
	/** More arguments for the browser. */
	browserArgs: string[];
	/** Whether the extension is as after its first day, and not as just installed. */
	startsBefore: boolean;
}

/** A headless Chromium with the built extension and a profile of its own. */
export interface StartedChromium {
	context: BrowserContext;
	/** The extension's. */
	id: string;
	/**
	 * The tab that the browser starts with. It shows a file of the extension that runs no script, so that it opens no port
	 * and no database, and stays open over all tests: a browser takes half a second for a first page of an extension. As it
	 * is the extension's own, the extension takes it for no page that a user could attach.
	 */
	firstPage: Page;
}

const isWelcome = (page: Page) => page.url().endsWith('/welcome.html');

/** The tab that the extension opens after its installation. */
export async function welcomeTab(context: BrowserContext): Promise<Page> {
	return context.pages().find(isWelcome) ?? context.waitForEvent('page', { predicate: isWelcome });
}

/** The background that runs now; if it has been stopped, the one that starts next. */
export async function backgroundOf(context: BrowserContext): Promise<Worker> {
	return context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker');
}

export async function startChromium(options: ChromiumOptions): Promise<StartedChromium> {
	const { language, extensionOutput, browserArgs, startsBefore } = options;
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
	const worker = await backgroundOf(context);
	const { host: id } = new URL(worker.url());
	if (startsBefore && (await startedBefore(worker))) await (await welcomeTab(context)).close();
	const firstPage = context.pages().find((page) => page.url() === 'about:blank') ?? (await context.newPage());
	await firstPage.goto(`chrome-extension://${id}/icon/16.png`);
	return { context, id, firstPage };
}
