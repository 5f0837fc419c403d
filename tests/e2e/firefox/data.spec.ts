import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { byRole } from '../harness/by-role.ts';
import { expect, test } from '../harness/firefox.ts';
import { ask, readChat } from '../harness/read-chat.ts';

let downloads = '';

test.use({
	preferences: async ({ playwright: _ }, use) => {
		downloads = await mkdtemp(join(tmpdir(), 'lockchat-downloads-'));
		await use({ 'browser.download.folderList': 2, 'browser.download.dir': downloads });
		await rm(downloads, { recursive: true });
	},
});

const statusOf = (page: Page) => page.$eval('[role=status]', ({ textContent }) => textContent);

async function importText(page: Page, name: string, text: string): Promise<void> {
	const path = join(downloads, name);
	await writeFile(path, text);
	const input = await page.waitForSelector('input[type=file]');
	await input?.uploadFile(path);
}

test('chats are exported to a file, and come back from it once they are lost', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('firefox-kept', [{ token: 'Kept.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const chat = await extension.open('popup.html');
	await ask(chat, 'Will you be kept?');
	await expect.poll(() => readChat(chat)).toMatchObject({ answers: ['Kept.'], isBusy: false });
	await chat.close();

	const options = await extension.open('options.html');
	await options.locator(byRole('button', 'Export all')).click();
	await expect.poll(() => statusOf(options)).toContain('1 chat exported');
	await expect.poll(() => readdir(downloads)).toEqual([expect.stringMatching(/^lockchat-chats-.*\.json$/)]);
	const [name = ''] = await readdir(downloads);
	await expect.poll(() => readFile(join(downloads, name), 'utf8')).toContain('Will you be kept?');
	const text = await readFile(join(downloads, name), 'utf8');

	await importText(options, 'broken.json', text.slice(0, -9));
	await expect.poll(() => statusOf(options)).toContain('This file is damaged');
	await importText(options, 'again.json', text);
	await expect.poll(() => statusOf(options)).toContain('1 chat was here already');
	await options.evaluate(() => void indexedDB.deleteDatabase('lockchat'));
	await importText(options, 'lost.json', text);
	await expect.poll(() => statusOf(options)).toBe('1 chat added');

	const again = await extension.open('sidepanel.html');
	await again.locator(byRole('button', 'History')).click();
	await again.locator('::-p-aria([role="dialog"]) ::-p-text(Will you be kept?)').click();
	await expect.poll(() => readChat(again)).toMatchObject({ answers: ['Kept.'] });
});
