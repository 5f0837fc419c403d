import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { byRole } from '../harness/by-role.ts';
import { expect, type FirefoxExtension, test } from '../harness/firefox.ts';
import { ask, readChat } from '../harness/read-chat.ts';
import { searchedChats } from '../harness/searched-chats.ts';

async function importChats(extension: FirefoxExtension): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'lockchat-searched-'));
	const { name, buffer } = searchedChats();
	await writeFile(join(folder, name), buffer);
	const options = await extension.open('options.html');
	const input = (await options.waitForSelector('input[type=file]')) as ElementHandle<HTMLInputElement>;
	await input.uploadFile(join(folder, name));
	await expect
		.poll(() => options.$eval('[role=status]', ({ textContent }) => textContent))
		.toContain('3 chats added');
	await options.close();
	await rm(folder, { recursive: true });
}

async function search(page: Page, text: string): Promise<void> {
	if (!(await page.$('[role=dialog]'))) await page.locator(byRole('button', 'History')).click();
	await (await page.waitForSelector('[role=dialog] [type=search]'))?.focus();
	await page.keyboard.down('Control');
	await page.keyboard.press('a');
	await page.keyboard.up('Control');
	await page.keyboard.type(text);
}

const hitsOf = (page: Page) =>
	page.$$eval('[role=dialog] ul[aria-label=Messages] button', (all) =>
		all.map(({ textContent }) => textContent ?? ''),
	);

test('cases 155 to 160: Firefox searches all messages, follows what is said, and keeps the index', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('firefox-searched', [{ token: 'A **walrus** sings.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	await importChats(extension);
	const page = await extension.open('sidepanel.html');
	await search(page, 'пирогами ежевикой');
	await expect
		.poll(() => hitsOf(page))
		.toEqual([expect.stringContaining('Для пирога с ёжевикой нужны два яйца.')]);
	await search(page, '"nine ships"');
	await expect.poll(() => hitsOf(page)).toEqual([expect.stringContaining('counts nine ships before')]);
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect
		.poll(() => page.evaluate(() => document.activeElement?.textContent))
		.toContain('The keeper of the lighthouse');
	await expect
		.poll(() => page.evaluate(() => [...(CSS.highlights.get('found')?.keys() ?? [])].map(String)))
		.toEqual(['nine ships']);

	const other = await extension.open('popup.html');
	await other.locator(byRole('button', 'New chat')).click();
	await ask(other, 'What sings?');
	await expect.poll(() => readChat(other)).toMatchObject({ answers: ['A walrus sings.'], isBusy: false });
	await search(other, 'walruses');
	await expect.poll(() => hitsOf(other)).toEqual([expect.stringContaining('A walrus sings.')]);
	await page.close();
	await search(other, 'armadillos');
	await expect.poll(() => hitsOf(other)).toEqual([expect.stringContaining('An armadillo rolls up')]);
	await other.close();

	const later = await extension.open('sidepanel.html');
	await search(later, 'walrus');
	await expect.poll(() => hitsOf(later)).toEqual([expect.stringContaining('A walrus sings.')]);
});
