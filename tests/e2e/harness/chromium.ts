import type { BrowserContext, Page, Worker } from '@playwright/test';
import { KeptBrowsers } from './kept-browsers.ts';
import { resetExtension } from './reset-extension.ts';
import { type SeededSettings, seedSettings } from './seed-settings.ts';
import { test as serverTest } from './server.ts';
import { backgroundOf, type ChromiumOptions, type StartedChromium, startChromium } from './start-chromium.ts';
import { stopWorkers } from './stop-workers.ts';

type ExtensionPage = 'popup.html' | 'sidepanel.html' | 'options.html';

/** The built extension in a headless Chromium, with nothing in its profile. */
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

interface TestOptions extends ChromiumOptions {
	/** Whether the test leaves something in its browser that no other test can do with, as a script for all pages. */
	ownBrowser: boolean;
}

export const test = serverTest.extend<
	TestOptions & { extension: ChromiumExtension },
	{ keptChromium: KeptBrowsers<ChromiumOptions, StartedChromium> }
>({
	language: ['en', { option: true }],
	extensionOutput: [undefined, { option: true }],
	browserArgs: [[], { option: true }],
	startsBefore: [true, { option: true }],
	ownBrowser: [false, { option: true }],
	keptChromium: [
		// biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs.
		async ({}, use) => {
			const kept = new KeptBrowsers<ChromiumOptions, StartedChromium>({
				start: startChromium,
				reset: resetExtension,
				close: ({ context }) => context.close(),
			});
			await use(kept);
			await kept.closeAll();
		},
		{ scope: 'worker' },
	],
	extension: async (
		{ keptChromium, language, extensionOutput, browserArgs, startsBefore, ownBrowser },
		use,
		testInfo,
	) => {
		// A just installed extension is so only once.
		const isOwn = ownBrowser || !startsBefore;
		const options = { language, extensionOutput, browserArgs, startsBefore };
		if (isOwn) await keptChromium.close(options);
		const { context, id, firstPage } = await keptChromium.take(options);
		const worker = () => backgroundOf(context);
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
				await stopWorkers(await context.newCDPSession(firstPage));
			},
		});
		if (isOwn || testInfo.status !== testInfo.expectedStatus) await keptChromium.close(options);
	},
});
export { expect } from '@playwright/test';
