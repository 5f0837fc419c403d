import type { Page } from 'puppeteer-core';
import { byRole } from './by-role.ts';

/** Types a new endpoint into an options page that only Puppeteer reaches, and has it tested. */
export async function testByHand(page: Page, { name, url }: { name: string; url: string }): Promise<void> {
	await page.locator(byRole('button', 'Add server')).click();
	await page.locator(byRole('textbox', 'Name')).fill(name);
	await page.locator(byRole('textbox', 'Server URL')).fill(url);
	const test = byRole('button', 'Test connection');
	// Puppeteer thinks that an element behind the status bar is visible, and would click on the bar.
	await page.$eval(test, (button) => button.scrollIntoView({ block: 'center' }));
	await page.locator(test).click();
}

export const readStatus = (page: Page): Promise<string | null> =>
	page.$eval('[role=status]', ({ textContent }) => textContent);
