// @ts-check

import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { requireBrowser } from '../../scripts/browsers.mjs';

/** @import { Page } from '@playwright/test' */

const OUTPUT = process.env.LOCKCHAT_EXTENSION_DIR ?? fileURLToPath(new URL('../../.output', import.meta.url));

/** The extension as `npm run build` leaves it. */
export const EXTENSION_DIR = `${OUTPUT}/chrome-mv3`;

/**
 * A headless Chromium with the built extension, or a copy of it, connected to a server.
 * @param {string} serverUrl
 * @param {readonly string[]} models
 * @param {string} [dir]
 */
export async function launchExtension(serverUrl, models, dir = EXTENSION_DIR) {
	const context = await chromium.launchPersistentContext('', {
		executablePath: requireBrowser('chromium'),
		headless: false,
		viewport: { width: 400, height: 800 },
		args: [
			'--headless=new',
			...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			`--disable-extensions-except=${dir}`,
			`--load-extension=${dir}`,
		],
	});
	const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
	const endpoint = {
		id: 'bench',
		name: 'Bench',
		url: serverUrl,
		models,
		supportsStream: true,
		needsAuth: false,
	};
	/** @param {readonly string[]} names */
	const setModels = (names) =>
		worker.evaluate((items) => chrome.storage.local.set(items), {
			endpoints: [{ ...endpoint, models: [...names] }],
			// A browser that was started before does not wait for policies.
			hadPolicies: false,
		});
	await setModels(models);
	/** @param {Page} page */
	const isWelcome = (page) => page.url().endsWith('/welcome.html');
	// The tab that welcomes a new user opens where the extension was faster; it would draw beside what is measured.
	if (await worker.evaluate(async () => (await chrome.tabs.query({})).length > 1)) {
		const welcome =
			context.pages().find(isWelcome) ?? (await context.waitForEvent('page', { predicate: isWelcome }));
		await welcome.close();
	}
	const origin = `chrome-extension://${new URL(worker.url()).host}`;
	return {
		context,
		origin,
		/** @param {string} path */
		async open(path) {
			const page = await context.newPage();
			await page.goto(path.startsWith('http') ? path : `${origin}/${path}`);
			return page;
		},
		/** Offers more models, also in windows that are open. @param {readonly string[]} more */
		addModels: (more) => setModels([...models, ...more]),
		close: () => context.close(),
	};
}

/**
 * Asks in a chat window as a person does.
 * @param {Page} page @param {string} model @param {string} question
 */
export async function askInExtension(page, model, question) {
	const picker = page.getByRole('combobox', { name: 'Model' });
	await picker.selectOption({ label: model });
	await page.getByRole('textbox', { name: 'Message' }).fill(question);
	await page.getByRole('textbox', { name: 'Message' }).press('Enter');
}
