import { expect } from '@playwright/test';
import type { ChatPage } from './chat-page.ts';

/**
 * Asks, stops, goes on, asks again and loads the window anew. The model must repeat the words of a question, wait after
 * “hold” until it is stopped, and answer “and on.” to a Continue.
 */
export async function holdAndGoOn({ page, ask, answers, questions, stop }: ChatPage): Promise<void> {
	await ask('Say it hold now');
	await expect(answers).toHaveText('Say it hold');
	await expect(answers).toHaveAttribute('aria-busy', 'true');
	await stop.click();
	await expect(answers).toHaveAttribute('aria-busy', 'false');
	await page.getByRole('button', { name: 'Continue', exact: true }).click();
	await expect(answers).toHaveText('Say it hold and on.');
	await expect(answers).toHaveAttribute('aria-busy', 'false');

	await ask('And again');
	await expect(answers.last()).toHaveText('And again');
	await expect(answers.last()).toHaveAttribute('aria-busy', 'false');

	await page.reload();
	await expect(questions).toHaveText(['Say it hold now', 'And again']);
	await expect(answers.first()).toHaveText('Say it hold and on.');
	await expect(answers.last()).toHaveText('And again');
}
