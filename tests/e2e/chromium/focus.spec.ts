import { expect, test } from '../harness/chromium.ts';
import { createPacedModel } from '../harness/paced-model.ts';
import { chatOn } from './chat-page.ts';
import { askAndWait, focusedName, LONG, NOTED } from './focused.ts';

test('what is done with an answer leaves the cursor in the composer, or on what was pressed', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('focus of answers', NOTED);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const chat = chatOn(await extension.open('sidepanel.html'));
	const { page, answers, composer, log } = chat;
	await expect(composer).toBeFocused();
	await askAndWait(chat, 'How are you?');
	await expect(composer).toBeFocused();

	server.script('focus of answers', [{ token: 'Again.' }, { done: true }]);
	await answers.getByRole('button', { name: 'Regenerate' }).press('Enter');
	await expect(answers).toContainText('Again.');
	await expect(composer).toBeFocused();
	await expect(answers).toHaveAttribute('aria-busy', 'false');

	await answers.getByRole('button', { name: 'Previous version' }).press('Enter');
	await expect(answers).toContainText('Noted.');
	// It was the first version: there is no way further back.
	await expect(answers.getByRole('button', { name: 'Next version' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(answers).toContainText('Again.');
	await expect(answers.getByRole('button', { name: 'Previous version' })).toBeFocused();

	await answers.getByRole('button', { name: 'Copy' }).press('Enter');
	await expect(answers.getByRole('button', { name: 'Copy' })).toBeFocused();

	await answers.getByRole('button', { name: 'Delete' }).press('Enter');
	await expect(answers).toContainText('Noted.');
	await expect(composer).toBeFocused();

	await log.getByRole('article', { name: 'You' }).getByRole('button', { name: 'Delete' }).press('Enter');
	const dialog = page.getByRole('dialog', { name: 'Delete this message?' });
	await expect(dialog).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(dialog).toHaveCount(0);
	await expect.poll(() => focusedName(page)).toBe('Delete');
	await page.keyboard.press('Enter');
	await dialog.getByRole('button', { name: 'Delete' }).press('Enter');
	await expect(answers).toHaveCount(0);
	await expect(composer).toBeFocused();
});

test('Continue, Retry and Stop leave the cursor in the composer', async ({ extension, endpoint, server }) => {
	const { model, next } = createPacedModel(server, 'focus of ways on', ['So far', ' and on', ' to the end.']);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const chat = chatOn(await extension.open('sidepanel.html'));
	const { page, answers, composer, stop } = chat;
	await expect(composer).toBeFocused();
	await page.keyboard.type('Go on');
	await page.keyboard.press('Enter');
	next();
	await expect(answers).toHaveText('So far');
	await stop.press('Enter');
	await expect(answers).toContainText('You stopped this answer.');
	await expect(composer).toBeFocused();

	await answers.getByRole('button', { name: 'Continue' }).press('Enter');
	await expect(answers).toHaveAttribute('aria-busy', 'true');
	await expect(composer).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(answers).toHaveAttribute('aria-busy', 'false');

	server.script('focus of ways on', [{ status: 400, body: '{"error":{"message":"Broken."}}' }]);
	await answers.getByRole('button', { name: 'Regenerate' }).press('Enter');
	await expect(answers.getByRole('alert')).toBeVisible();
	await expect(composer).toBeFocused();
	server.script('focus of ways on', NOTED);
	await answers.getByRole('button', { name: 'Retry' }).press('Enter');
	await expect(answers).toContainText('Noted.');
	await expect(composer).toBeFocused();
});

test('Escape stops the answer from anywhere in the window, unless something nearer takes it', async ({
	extension,
	endpoint,
	server,
}) => {
	const { model, next } = createPacedModel(server, 'stopped from anywhere', ['So far', ' and on']);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const chat = chatOn(await extension.open('sidepanel.html'));
	const { page, answers, composer, questions } = chat;
	await expect(composer).toBeFocused();
	await page.keyboard.type('Go on');
	await page.keyboard.press('Enter');
	next();
	await expect(answers).toHaveText('So far');

	await page.getByRole('button', { name: 'History' }).press('Enter');
	const dialog = page.getByRole('dialog', { name: 'History' });
	await dialog.getByRole('button', { name: 'More' }).press('Enter');
	await expect(page.getByRole('menu')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('menu')).toHaveCount(0);
	await page.keyboard.press('Escape');
	await expect(dialog).toHaveCount(0);
	await expect(answers).toHaveAttribute('aria-busy', 'true');
	await expect(page.getByRole('button', { name: 'History' })).toBeFocused();

	await page.keyboard.press('Escape');
	await expect(answers).toContainText('You stopped this answer.');

	await answers.getByRole('button', { name: 'Regenerate' }).press('Enter');
	next();
	await expect(answers).toContainText('So far');
	// A click on words takes the focus to nothing, and it stays there, since the user may want to select them.
	await questions.getByText('Go on').click();
	expect(await focusedName(page)).toBe('the body');
	await page.keyboard.press('Escape');
	await expect(answers).toContainText('You stopped this answer.');
});

test('a long question, the way down, and the model keep the focus or give it to the composer', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('focus of the rest', [{ token: LONG }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model, 'lockchat-demo'] }] });
	const chat = chatOn(await extension.open('sidepanel.html'));
	const { page, questions, composer, log } = chat;
	await expect(composer).toBeFocused();
	await page.keyboard.insertText('many words '.repeat(100));
	await page.keyboard.press('Enter');
	await expect(chat.answers).toHaveAttribute('aria-busy', 'false');
	await questions.getByRole('button', { name: 'Show all' }).press('Enter');
	await expect.poll(() => focusedName(page)).toBe('Show less');
	await page.keyboard.press('Enter');
	await expect.poll(() => focusedName(page)).toBe('Show all');

	await log.hover();
	await page.mouse.wheel(0, -800);
	await page.getByRole('button', { name: 'Jump to latest' }).press('Enter');
	await expect(page.getByRole('button', { name: 'Jump to latest' })).toHaveCount(0);
	await expect(composer).toBeFocused();

	const picker = page.getByRole('combobox', { name: 'Model' });
	await picker.focus();
	await page.keyboard.type('lock');
	await expect(picker).toHaveValue(/lockchat-demo/);
	await expect(picker).toBeFocused();
	await page.getByRole('button', { name: 'New chat' }).press('Enter');
	await expect(composer).toBeFocused();
});
