import type { ElementHandle, Page } from 'puppeteer-core';
import { byRole } from '../../e2e/harness/by-role.ts';
import type { FirefoxExtension } from '../../e2e/harness/firefox.ts';
import type { ChaosBrowser } from './chaos-browser.ts';

async function findLast(page: Page, role: string, name: string): Promise<ElementHandle | null> {
	return (await page.$$(byRole(role, name))).at(-1) ?? null;
}

/** Resolves to false if the element has disappeared meanwhile, for which Puppeteer has no error of its own. */
async function isDone(element: ElementHandle, action: () => Promise<void>): Promise<boolean> {
	try {
		await action();
		return true;
	} catch (error) {
		if (await element.evaluate((node) => node.isConnected)) throw error;
		return false;
	}
}

export function firefoxBrowser(extension: FirefoxExtension): ChaosBrowser {
	return {
		kill: extension.terminateBackground,
		async open(name) {
			const page = await extension.open(name);
			await page.waitForFunction(() => document.querySelector('textarea, main') !== null);
			return {
				evaluate: (run) => page.evaluate(run),
				bringToFront: () => page.bringToFront(),
				close: () => page.close(),
				press: (key) => page.keyboard.press(key),
				async fill(label, text) {
					const box = await findLast(page, 'textbox', label);
					if (!box) return false;
					return isDone(box, async () => {
						await box.evaluate((node) => node instanceof HTMLTextAreaElement && node.select());
						await box.press('Delete');
						if (text !== '') await box.type(text);
					});
				},
				async click(label, { role = 'button', times = 1 } = {}) {
					const button = await findLast(page, role, label);
					return button !== null && isDone(button, () => button.click({ count: times }));
				},
			};
		},
	};
}
