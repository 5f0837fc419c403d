import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '../harness/chromium.ts';
import { createPacedModel } from '../harness/paced-model.ts';
import { type ChatPage, chatOn } from './chat-page.ts';

/** Asks each question in a chat of its own. */
async function askInNewChats({ page, ask, answers }: ChatPage, questions: readonly string[]) {
	for (const question of questions) {
		await page.getByRole('button', { name: 'New chat' }).click();
		await ask(question);
		await expect(answers).toHaveAttribute('aria-busy', 'false');
	}
}

async function openHistory(page: Page) {
	await page.getByRole('button', { name: 'History' }).click();
	const dialog = page.getByRole('dialog', { name: 'History' });
	const rows = dialog.getByRole('list', { name: 'Chats' }).getByRole('listitem');
	return {
		dialog,
		rows,
		row: (title: string) => rows.filter({ hasText: title }),
		async choose(title: string, action: string) {
			await rows.filter({ hasText: title }).getByRole('button', { name: 'More' }).click();
			await page.getByRole('menuitem', { name: action }).click();
		},
	};
}

test.beforeEach(async ({ extension, endpoint, server }) => {
	const model = server.script('history', [{ token: 'Noted.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
});

test('the history lists chats by their questions, finds one by a word, and opens it', async ({
	extension,
}) => {
	const chat = chatOn(await extension.open('popup.html'));
	await askInNewChats(chat, ['Apples or pears?', 'Trains to Paris', 'A poem about rain']);
	const { dialog, rows } = await openHistory(chat.page);
	await expect(rows).toContainText(['A poem about rain', 'Trains to Paris', 'Apples or pears?']);
	await expect(dialog.getByRole('heading', { name: 'Today' })).toHaveCount(1);
	await expect(rows.first().getByRole('button', { name: 'More' })).toHaveAccessibleDescription(
		'A poem about rain',
	);
	await expect(dialog.getByRole('searchbox', { name: 'Search chats' })).toBeFocused();
	await chat.page.keyboard.type('paris');
	await expect(rows).toContainText(['Trains to Paris']);
	await rows.getByRole('button', { name: /Trains to Paris/ }).click();
	await expect(dialog).toHaveCount(0);
	await expect(chat.questions).toHaveText('Trains to Paris');
	await expect(chat.composer).toBeFocused();
});

test('a chat is renamed, and keeps its name', async ({ extension }) => {
	const chat = chatOn(await extension.open('popup.html'));
	await askInNewChats(chat, ['Apples or pears?']);
	const { dialog, rows, choose } = await openHistory(chat.page);
	await choose('Apples', 'Rename');
	await dialog.getByRole('textbox', { name: 'Title' }).fill('Fruit');
	await chat.page.keyboard.press('Enter');
	await expect(rows).toContainText(['Fruit']);
	await chat.page.reload();
	const again = await openHistory(chat.page);
	await expect(again.rows).toContainText(['Fruit']);
});

test('a pinned chat stays on top until it is unpinned', async ({ extension }) => {
	const chat = chatOn(await extension.open('popup.html'));
	await askInNewChats(chat, ['The old one', 'The new one']);
	const { rows, choose } = await openHistory(chat.page);
	await expect(rows).toContainText(['The new one', 'The old one']);
	await choose('The old one', 'Pin');
	await expect(rows).toContainText(['The old one', 'The new one']);
	await choose('The old one', 'Unpin');
	await expect(rows).toContainText(['The new one', 'The old one']);
});

test('a deleted chat is gone, also from the window that showed it; the others stay', async ({
	extension,
}) => {
	const chat = chatOn(await extension.open('popup.html'));
	await askInNewChats(chat, ['To keep', 'To throw away']);
	const { rows, row, choose } = await openHistory(chat.page);
	await choose('To throw away', 'Delete');
	await expect(row('To throw away')).toHaveCount(0);
	await expect(rows).toContainText(['To keep']);
	await chat.page.keyboard.press('Escape');
	await expect(chat.questions).toHaveCount(0);
	await chat.page.reload();
	const again = await openHistory(chat.page);
	await expect(again.rows).toContainText(['To keep']);
});

test('deleting a chat ends the answer that runs in it', async ({ extension, endpoint, server }) => {
	const { model, next } = createPacedModel(server, 'deleted', ['Going', ' on']);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const chat = chatOn(await extension.open('popup.html'));
	await chat.ask('For ever?');
	next();
	await expect(chat.answers).toHaveText('Going');
	const { choose, rows } = await openHistory(chat.page);
	await choose('For ever?', 'Delete');
	await server.waitForRequest((asked) => asked.model === model && asked.abortedAt !== null);
	await expect(rows).toHaveCount(0);
});

test('one chat of the list is exported to a file that has this chat alone', async ({ extension }) => {
	const chat = chatOn(await extension.open('popup.html'));
	await askInNewChats(chat, ['To keep', 'To take along']);
	const { choose } = await openHistory(chat.page);
	const downloading = chat.page.waitForEvent('download');
	await choose('To take along', 'Export');
	const download = await downloading;
	expect(download.suggestedFilename()).toMatch(/^lockchat-chat-\d{4}-\d\d-\d\d\.json$/);
	const { chats } = JSON.parse(await readFile(await download.path(), 'utf8'));
	expect(chats).toMatchObject([
		{ title: 'To take along', messages: [{ parts: [{ type: 'text', text: 'To take along' }] }, {}] },
	]);
});
