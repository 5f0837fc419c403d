import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { ChromiumExtension } from '../harness/chromium.ts';
import { expect, test } from '../harness/chromium.ts';
import type { ExtensionApi } from '../harness/extension-api.ts';
import { chatOn } from './chat-page.ts';

declare const chrome: ExtensionApi;

const KEY = 'sk-travelling-key';
const PASSPHRASE = 'correct horse';

async function openTransfer(extension: ChromiumExtension): Promise<Page> {
	const options = await extension.open('options.html');
	await options.getByRole('button', { name: 'Move to another browser' }).click();
	return options;
}

async function exportSettings(options: Page): Promise<string> {
	const downloading = options.waitForEvent('download');
	await options.getByRole('button', { name: 'Export settings' }).click();
	return readFile(await (await downloading).path(), 'utf8');
}

async function importText(options: Page, text: string): Promise<void> {
	const choosing = options.waitForEvent('filechooser');
	await options.getByRole('button', { name: 'Import settings' }).click();
	const file = { name: 'settings.json', mimeType: 'application/json', buffer: Buffer.from(text) };
	await (await choosing).setFiles(file);
}

/** Makes the extension forget everything, as in a browser into which it has just been installed. */
const forgetAll = (options: Page) =>
	options.evaluate(() => Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]));

test.describe('case 130: settings', () => {
	test.use({ serverOptions: { requiredHeaders: { authorization: `Bearer ${KEY}` } } });

	test.beforeEach(async ({ extension, endpoint, server }) => {
		const model = server.script('travels', [{ token: 'Arrived.' }, { done: true }]);
		await extension.seed({
			endpoints: [{ ...endpoint, models: [model], needsAuth: true }],
			keys: { [endpoint.id]: KEY },
		});
	});

	test('are exported without any key, and a file of chats is still what “Import” means', async ({
		extension,
	}) => {
		const options = await openTransfer(extension);
		const text = await exportSettings(options);
		expect(text).not.toContain(KEY);
		expect(JSON.parse(text)).toMatchObject({
			lockchat: 'settings',
			version: 1,
			endpoints: [{ models: ['script:travels'] }],
		});
		await expect(options.getByRole('status')).toContainText('No key is in it.');
		await expect(options.getByRole('button', { name: 'Import', exact: true })).toHaveCount(1);
		await importText(options, '{"format":"lockchat-chats","version":2,"chats":[]}');
		await expect(options.getByRole('status')).toContainText('There are no Lockchat settings in this file');
	});

	test('are taken to an empty browser with a passphrase, by keyboard, and the chat works there', async ({
		extension,
	}) => {
		const options = await openTransfer(extension);
		await options.getByRole('checkbox', { name: /With keys/ }).check();
		await options.getByRole('button', { name: 'Export settings' }).click();
		await expect(options.getByRole('textbox', { name: 'Passphrase' })).toBeFocused();
		await options.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE);
		const text = await exportSettings(options);
		expect(text).not.toContain(KEY);
		await forgetAll(options);

		await importText(options, text);
		const passphrase = options.getByRole('textbox', { name: 'Passphrase of the file' });
		await expect(passphrase).toBeFocused();
		await passphrase.fill('wrong horse');
		await passphrase.press('Enter');
		await expect(options.getByRole('status')).toContainText('This is not the passphrase of the file');
		await passphrase.fill(PASSPHRASE);
		await passphrase.press('Enter');
		const report = options.getByRole('list', { name: 'What the import did' });
		await expect(report).toBeFocused();
		await expect(report).toContainText(/Key of “.+”: added/);
		await expect(options.getByRole('status')).toContainText('Settings imported');
		expect(await options.evaluate(() => chrome.storage.local.get(null).then(JSON.stringify))).not.toContain(
			PASSPHRASE,
		);

		const chat = chatOn(await extension.open('popup.html'));
		await chat.ask('Are you there?');
		await expect(chat.answers).toHaveText('Arrived.');
	});
});

test.describe('case 269: a language of the interface that comes with an import', () => {
	const RUSSIAN = JSON.stringify({
		lockchat: 'settings',
		version: 1,
		endpoints: [],
		preferences: {},
		appearance: { language: 'ru' },
	});

	test('holds at once, and the page says in it what the import did', async ({ extension }) => {
		const options = await openTransfer(extension);
		await importText(options, RUSSIAN);
		await expect(options.locator('html')).toHaveAttribute('lang', 'ru');
		const report = options.getByRole('list', { name: 'Что сделал импорт' });
		await expect(report).toBeFocused();
		await expect(report).toContainText('Язык: обновлено');
		await expect(options.getByRole('status')).toContainText('Lockchat теперь говорит на языке из файла');
		await options.reload();
		await expect(options.getByRole('heading', { name: 'Настройки' })).toBeVisible();
		await expect(report).toHaveCount(0);
		const panel = await extension.open('sidepanel.html');
		await expect(panel.getByRole('textbox', { name: 'Сообщение' })).toBeFocused();
	});

	test('waits for a click where something is typed that would be lost', async ({ extension }) => {
		const options = await openTransfer(extension);
		await options.getByRole('textbox', { name: 'System prompt' }).fill('Be brief.');
		await importText(options, RUSSIAN);
		await expect(options.getByRole('list', { name: 'What the import did' })).toContainText(
			'Language: updated',
		);
		await expect(options.getByRole('alert')).toContainText('when this page is loaded again');
		await options.getByRole('button', { name: 'Save' }).click();
		await expect(options.getByRole('status')).toContainText('Saved');
		await options.getByRole('button', { name: 'Load the page again' }).click();
		await expect(options.getByRole('textbox', { name: 'Системный промпт' })).toHaveValue('Be brief.');
		await expect(options.getByRole('list', { name: 'Что сделал импорт' })).toBeFocused();
		await expect(options.getByRole('alert')).toHaveCount(0);
	});
});
