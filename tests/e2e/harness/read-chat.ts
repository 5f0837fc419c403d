import type { Page } from 'puppeteer-core';
import { byRole } from './by-role.ts';

/** What a chat window shows, for browsers and windows that only Puppeteer reaches. */
export interface ShownChat {
	questions: string[];
	/** The texts of the messages, with their failures and notes. */
	answers: string[];
	/** Whether the last answer still runs. */
	isBusy: boolean;
	/** The buttons of the last answer. */
	buttons: string[];
}

export function readChat(page: Page): Promise<ShownChat> {
	return page.evaluate(() => {
		const articles = (name: string) => [
			...document.querySelectorAll(`[role=log] article[aria-label="${name}"]`),
		];
		const texts = (elements: Element[]) => elements.map(({ textContent }) => textContent?.trim() ?? '');
		const last = articles('Lockchat').at(-1);
		return {
			questions: texts(articles('You')),
			answers: texts(articles('Lockchat')),
			isBusy: last?.getAttribute('aria-busy') === 'true',
			buttons: Array.from(
				last?.querySelectorAll('button') ?? [],
				(button) => button.getAttribute('aria-label') ?? button.textContent?.trim() ?? '',
			),
		};
	});
}

/** Types a question and sends it with Enter, as soon as the window knows whom to ask. */
export async function ask(page: Page, question: string): Promise<void> {
	await page.waitForSelector(byRole('combobox', 'Model'));
	await page.type('textarea', `${question}\n`);
}
