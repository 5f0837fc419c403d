import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '../harness/chromium.ts';
import { readDatabases } from '../harness/find-key.ts';
import { chatOn } from './chat-page.ts';

/** What Export all downloads: the file's name and its text. */
async function exportAll(options: Page): Promise<{ name: string; text: string }> {
	const downloading = options.waitForEvent('download');
	await options.getByRole('button', { name: 'Export all' }).click();
	const download = await downloading;
	return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** Presses Import, and chooses a file with this text. */
async function importText(options: Page, text: string): Promise<void> {
	const choosing = options.waitForEvent('filechooser');
	await options.getByRole('button', { name: 'Import' }).click();
	const file = { name: 'chats.json', mimeType: 'application/json', buffer: Buffer.from(text) };
	await (await choosing).setFiles(file);
}

async function openHistory(page: Page) {
	await page.getByRole('button', { name: 'History' }).click();
	return page.getByRole('dialog', { name: 'History' }).getByRole('list', { name: 'Chats' });
}

test.beforeEach(async ({ extension, endpoint, server }) => {
	const model = server.script('kept', [{ token: 'Kept **well**.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
});

test('chats that were exported and then lost are back after an import, also in an open window', async ({
	extension,
}) => {
	const chat = chatOn(await extension.open('popup.html'));
	await chat.ask('Will you be kept?');
	await expect(chat.answers).toHaveText('Kept well.');
	const options = await extension.open('options.html');
	const { name, text } = await exportAll(options);
	expect(name).toMatch(/^lockchat-chats-\d{4}-\d\d-\d\d\.json$/);
	expect(JSON.parse(text)).toMatchObject({
		format: 'lockchat-chats',
		version: 2,
		chats: [
			{
				messages: [
					{ parts: [{ type: 'text', text: 'Will you be kept?' }] },
					{ parts: [{ type: 'text', text: 'Kept **well**.' }] },
				],
			},
		],
	});
	await expect(options.getByRole('status')).toContainText('1 chat exported');
	await expect(options.getByRole('status')).toContainText(name);

	await importText(options, text);
	await expect(options.getByRole('status')).toContainText('1 chat was here already and stays as it is.');

	await chat.page.bringToFront();
	const chats = await openHistory(chat.page);
	await chats.getByRole('button', { name: 'More' }).click();
	await chat.page.getByRole('menuitem', { name: 'Delete' }).click();
	await expect(chats).toHaveCount(0);

	await options.bringToFront();
	await importText(options, text);
	await expect(options.getByRole('status')).toHaveText('1 chat added');
	await chat.page.bringToFront();
	await chats.getByRole('button', { name: /Will you be kept/ }).click();
	await expect(chat.questions).toHaveText('Will you be kept?');
	await expect(chat.answers.locator('strong')).toHaveText('well');
	await chat.ask('And now?');
	await expect(chat.answers).toHaveText(['Kept well.', 'Kept well.']);
});

test('a file that is none of ours is refused in words, and changes nothing', async ({ extension }) => {
	const chat = chatOn(await extension.open('popup.html'));
	await chat.ask('Will you be kept?');
	await expect(chat.answers).toHaveText('Kept well.');
	const options = await extension.open('options.html');
	const { text } = await exportAll(options);
	const before = await readDatabases(options);
	const status = options.getByRole('status');
	const refused: [string, string][] = [
		[text.slice(0, -20), 'This file is damaged, or it is another kind of file'],
		['{"chats":[]}', 'There are no Lockchat chats in this file'],
		[text.replace('"version":2', '"version":3'), 'This file is from a newer Lockchat'],
	];
	for (const [broken, sentence] of refused) {
		await importText(options, broken);
		await expect(status).toContainText(sentence);
		await expect(status).toContainText('Nothing was changed.');
	}
	expect(await readDatabases(options)).toBe(before);
});

test('the settings open without the database, and warn of nothing when a file is written', async ({
	extension,
}) => {
	const page = await extension.context.newPage();
	const scripts: string[] = [];
	page.on('request', (request) => scripts.push(request.url()));
	const lines: string[] = [];
	// Chromium itself writes these when a page asks whether it has a model of its own.
	const ofTheBrowser = /LanguageModel|text session/;
	page.on('console', (message) => {
		if (!ofTheBrowser.test(message.text())) lines.push(message.text());
	});
	await page.goto(`chrome-extension://${extension.id}/options.html`);
	await page.getByRole('textbox', { name: 'System prompt' }).fill('Not saved yet.');
	expect(scripts.filter((url) => url.includes('create-store'))).toEqual([]);
	await page.getByRole('button', { name: 'Export all' }).click();
	await expect(page.getByRole('status')).toContainText('There are no chats yet');
	expect(scripts.filter((url) => url.includes('create-store'))).toHaveLength(1);
	expect(lines).toEqual([]);
	await expect(page.getByRole('textbox', { name: 'System prompt' })).toHaveValue('Not saved yet.');
});
