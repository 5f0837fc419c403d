import { errors, type Locator, type Page } from '@playwright/test';
import type { ChromiumExtension } from '../../e2e/harness/chromium.ts';
import type { ChaosBrowser } from './chaos-browser.ts';

/** A limit for a click: a button that is about to disappear may be gone when the mouse arrives. */
const WITHIN_MS = 1_000;

async function isDone(action: Promise<void>): Promise<boolean> {
	try {
		await action;
		return true;
	} catch (error) {
		if (error instanceof errors.TimeoutError) return false;
		throw error;
	}
}

async function isThere(locator: Locator): Promise<boolean> {
	return (await locator.count()) > 0;
}

/** How many clicks of the user's the window has had. */
const heardClicks = (page: Page) => page.evaluate(() => Number(Reflect.get(window, 'heardClicks')));

async function listenToClicks(page: Page): Promise<void> {
	await page.evaluate(() => {
		let heard = 0;
		Object.defineProperty(window, 'heardClicks', { get: () => heard });
		const hear = ({ isTrusted }: Event) => {
			if (isTrusted) heard += 1;
		};
		window.addEventListener('click', hear, true);
	});
}

export function chromiumBrowser(extension: ChromiumExtension): ChaosBrowser {
	return {
		kill: extension.killWorker,
		async open(name) {
			const page = await extension.open(name);
			await listenToClicks(page);
			return {
				evaluate: (run) => page.evaluate(run),
				bringToFront: () => page.bringToFront(),
				close: () => page.close(),
				press: (key) => page.keyboard.press(key),
				fill: (label, text) =>
					isDone(page.getByRole('textbox', { name: label, exact: true }).fill(text, { timeout: WITHIN_MS })),
				async click(label, { role = 'button', times = 1 } = {}) {
					const button = page.getByRole(role, { name: label, exact: true }).last();
					if (!(await isThere(button))) return false;
					const before = await heardClicks(page);
					// On a busy machine the time can be over when the click has been made already.
					return (
						(await isDone(button.click({ clickCount: times, timeout: WITHIN_MS }))) ||
						(await heardClicks(page)) > before
					);
				},
			};
		},
	};
}
