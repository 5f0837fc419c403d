import type { Page } from '@playwright/test';
import { expect, test } from '../harness/chromium.ts';
import { untilWritten } from '../harness/hold-database.ts';
import { chatOn } from './chat-page.ts';
import { askAndWait, focusedName, LONG, NOTED } from './focused.ts';

/** Where the element stands on the screen, in pixels from the top. */
function topOf(page: Page, name: string): Promise<number> {
	return page
		.getByRole('article', { name: 'You' })
		.getByRole('button', { name })
		.first()
		.evaluate((element) => element.getBoundingClientRect().top);
}

test('an edit begins at the end of the question; cancelled it gives the focus back, asked to the composer', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('focus of edits', NOTED);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const chat = chatOn(await extension.open('sidepanel.html'));
	const { page, answers, composer, questions } = chat;
	await askAndWait(chat, 'How are you');
	await questions.getByRole('button', { name: 'Edit' }).press('Enter');
	const editor = page.getByRole('textbox', { name: 'New version of the question' });
	await expect(editor).toBeFocused();
	await page.keyboard.type(' today?');
	await expect(editor).toHaveValue('How are you today?');
	await page.keyboard.press('Escape');
	await expect(editor).toHaveCount(0);
	await expect(questions.getByRole('button', { name: 'Edit' })).toBeFocused();

	await page.keyboard.press('Enter');
	await page.keyboard.type('!');
	await editor.press('Tab');
	await page.keyboard.press('Enter');
	await expect(editor).toHaveCount(0);
	await expect(questions.getByRole('button', { name: 'Edit' })).toBeFocused();

	await page.keyboard.press('Enter');
	await page.keyboard.type('?');
	await page.keyboard.press('Enter');
	await expect(questions).toContainText('How are you?');
	await expect(composer).toBeFocused();
	await expect(answers).toHaveAttribute('aria-busy', 'false');
	await expect(composer).toBeFocused();
});

test('stepping through the versions of a question keeps its switch where it is, and the focus on it', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('focus of versions', [{ token: LONG }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const chat = chatOn(await extension.open('sidepanel.html'));
	const { page, questions, answers } = chat;
	await askAndWait(chat, 'First');
	await askAndWait(chat, 'Follow up');
	server.script('focus of versions', NOTED);
	await questions.first().hover();
	await questions.first().getByRole('button', { name: 'Edit' }).click();
	await page.keyboard.type(' again');
	await page.keyboard.press('Enter');
	await expect(answers).toHaveText('Noted.');

	for (const [name, text] of [
		['Previous version', 'First'],
		['Next version', 'First again'],
		['Previous version', 'First'],
	] as const) {
		await questions.first().getByRole('button', { name }).scrollIntoViewIfNeeded();
		const before = await topOf(page, name);
		await questions.first().getByRole('button', { name }).click();
		await expect(questions.first()).toContainText(text);
		await expect(answers.first()).toContainText(text === 'First' ? 'Paragraph 59.' : 'Noted.');
		await expect.poll(async () => Math.abs((await topOf(page, name)) - before)).toBeLessThan(2);
		expect(await focusedName(page)).toMatch(/version$/);
	}
	await untilWritten(page);
	await page.reload();
	await expect(questions).toHaveCount(2);
	// The row of the other version has to be read now, so the version comes in two steps.
	const previous = questions.first().getByRole('button', { name: 'Next version' });
	await previous.scrollIntoViewIfNeeded();
	const before = await topOf(page, 'Next version');
	await previous.click();
	await expect(answers).toHaveText('Noted.');
	await expect.poll(async () => Math.abs((await topOf(page, 'Next version')) - before)).toBeLessThan(2);
	await expect.poll(() => focusedName(page)).toBe('Previous version');
});
