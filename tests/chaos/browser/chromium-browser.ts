import { errors, type Locator } from '@playwright/test';
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

export function chromiumBrowser(extension: ChromiumExtension): ChaosBrowser {
	return {
		kill: extension.killWorker,
		async open(name) {
			const page = await extension.open(name);
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
					return isDone(button.click({ clickCount: times, timeout: WITHIN_MS }));
				},
			};
		},
	};
}
