import type { Page } from '@playwright/test';
import type { Step } from '../../lockchat-server/types.ts';
import { expect, test } from '../harness/chromium.ts';
import { createPacedModel } from '../harness/paced-model.ts';
import { type ChatPage, chatOn } from './chat-page.ts';

const NOTED: Step[] = [{ token: 'Noted.' }, { done: true }];
const LONG = Array.from({ length: 60 }, (_, index) => `Paragraph ${index}.`).join('\n\n');

/** The name of what has the focus. */
function focusedName(page: Page): Promise<string> {
	return page.evaluate(() => {
		const element = document.activeElement;
		if (!element || element === document.body) return 'the body';
		return element.getAttribute('aria-label') ?? element.textContent?.trim() ?? element.localName;
	});
}

/** Where the element stands on the screen, in pixels from the top. */
function topOf(page: Page, name: string): Promise<number> {
	return page
		.getByRole('article', { name: 'You' })
		.getByRole('button', { name })
		.first()
		.evaluate((element) => element.getBoundingClientRect().top);
}

async function askAndWait({ page, answers, composer }: ChatPage, text: string): Promise<void> {
	await expect(composer).toBeFocused();
	await page.keyboard.type(text);
	await page.keyboard.press('Enter');
	await expect(answers.last()).toHaveAttribute('aria-busy', 'false');
}

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
	// A click on words takes the focus to nothing, and leaves it there: they may be selected.
	await questions.getByText('Go on').click();
	expect(await focusedName(page)).toBe('the body');
	await page.keyboard.press('Escape');
	await expect(answers).toContainText('You stopped this answer.');
});

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
	await page.reload();
	await expect(questions).toHaveCount(2);
	// Its row has to be read now: the other version comes in two steps.
	const previous = questions.first().getByRole('button', { name: 'Next version' });
	await previous.scrollIntoViewIfNeeded();
	const before = await topOf(page, 'Next version');
	await previous.click();
	await expect(answers).toHaveText('Noted.');
	await expect.poll(async () => Math.abs((await topOf(page, 'Next version')) - before)).toBeLessThan(2);
	await expect.poll(() => focusedName(page)).toBe('Previous version');
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

test('a chat is renamed, pinned, exported and deleted with the keyboard alone', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('focus of history', NOTED);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const chat = chatOn(await extension.open('popup.html'));
	const { page, composer } = chat;
	for (const text of ['Apples', 'Bread', 'Cheese']) {
		await page.getByRole('button', { name: 'New chat' }).press('Enter');
		await expect(composer).toBeFocused();
		await askAndWait(chat, text);
	}
	await page.getByRole('button', { name: 'History' }).press('Enter');
	const dialog = page.getByRole('dialog', { name: 'History' });
	const rows = dialog.getByRole('list', { name: 'Chats' }).getByRole('listitem');
	const more = (title: string) => rows.filter({ hasText: title }).getByRole('button', { name: 'More' });
	/** Opens the row's menu and takes the item that begins with these letters. */
	const choose = async (title: string, item: string) => {
		await more(title).press('Enter');
		await expect(page.getByRole('menuitem').first()).toBeFocused();
		await page.keyboard.type(item);
		await expect(page.getByRole('menuitem', { name: item })).toBeFocused();
		await page.keyboard.press('Enter');
	};
	await expect(rows).toHaveCount(3);

	await choose('Bread', 'Rename');
	await expect(dialog.getByRole('textbox', { name: 'Title' })).toBeFocused();
	await page.keyboard.type('Butter');
	await page.keyboard.press('Enter');
	await expect(rows).toContainText(['Cheese', 'Butter', 'Apples']);
	await expect(more('Butter')).toBeFocused();

	await choose('Butter', 'Rename');
	await page.keyboard.type('Nothing');
	await page.keyboard.press('Escape');
	await expect(rows).toContainText(['Cheese', 'Butter', 'Apples']);
	await expect(more('Butter')).toBeFocused();

	await choose('Butter', 'Pin');
	await expect(rows).toContainText(['Butter', 'Cheese', 'Apples']);
	await expect(more('Butter')).toBeFocused();

	const downloading = page.waitForEvent('download');
	await choose('Butter', 'Export');
	await downloading;
	await expect(more('Butter')).toBeFocused();

	const confirm = page.getByRole('dialog', { name: 'Delete this chat?' });
	await choose('Butter', 'Delete');
	await expect(confirm).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(confirm).toHaveCount(0);
	await expect(more('Butter')).toBeFocused();

	for (const [title, then] of [
		['Butter', 'Cheese'],
		['Apples', 'Cheese'],
	] as const) {
		await choose(title, 'Delete');
		await confirm.getByRole('button', { name: 'Delete' }).press('Enter');
		await expect(rows.filter({ hasText: title })).toHaveCount(0);
		await expect(more(then)).toBeFocused();
	}
	await choose('Cheese', 'Delete');
	await confirm.getByRole('button', { name: 'Delete' }).press('Enter');
	await expect(rows).toHaveCount(0);
	await expect(dialog.getByRole('searchbox')).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(dialog).toHaveCount(0);
	await expect(page.getByRole('button', { name: 'History' })).toBeFocused();
});
