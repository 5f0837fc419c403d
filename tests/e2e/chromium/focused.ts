import { expect, type Page } from '@playwright/test';
import type { Step } from '../../lockchat-server/types.ts';
import type { ChatPage } from './chat-page.ts';

export const NOTED: Step[] = [{ token: 'Noted.' }, { done: true }];
export const LONG = Array.from({ length: 60 }, (_, index) => `Paragraph ${index}.`).join('\n\n');

/** The name of what has the focus. */
export function focusedName(page: Page): Promise<string> {
	return page.evaluate(() => {
		const element = document.activeElement;
		if (!element || element === document.body) return 'the body';
		return element.getAttribute('aria-label') ?? element.textContent?.trim() ?? element.localName;
	});
}

export async function askAndWait({ page, answers, composer }: ChatPage, text: string): Promise<void> {
	await expect(composer).toBeFocused();
	await page.keyboard.type(text);
	await page.keyboard.press('Enter');
	await expect(answers.last()).toHaveAttribute('aria-busy', 'false');
}
