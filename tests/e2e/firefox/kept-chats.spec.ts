import type { Page } from 'puppeteer-core';
import { byRole } from '../harness/by-role.ts';
import { expect, test } from '../harness/firefox.ts';
import { ask, readChat } from '../harness/read-chat.ts';

const textsOf = (page: Page, selector: string) =>
	page.$$eval(selector, (all) => all.map(({ textContent }) => textContent?.trim() ?? ''));

const chatsOf = (page: Page) => textsOf(page, '[role=dialog] ul[aria-label=Chats] > li');

/** Gives an element the focus, and presses Enter on it. */
async function enter(page: Page, selector: string): Promise<void> {
	await (await page.waitForSelector(selector))?.focus();
	await page.keyboard.press('Enter');
}

/** Opens a menu, and takes the item that begins with these letters, by keys alone. */
async function choose(page: Page, menuButton: string, item: string): Promise<void> {
	await enter(page, menuButton);
	await page.waitForFunction(() => document.activeElement?.closest('[role=menu]'));
	await page.keyboard.type(item);
	await page.waitForFunction((text) => document.activeElement?.textContent?.startsWith(text), {}, item);
	await page.keyboard.press('Enter');
}

test('cases 166, 168, 170, 171, 173 and 179: in Firefox a chat begun with an action is named by the model, forked, tagged, deleted and brought back; a temporary one is not kept', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('firefox-kept-chats', [{ token: 'Blue skies' }, { done: true }]);
	await extension.seed({
		endpoints: [{ ...endpoint, models: [model] }],
		preferences: { titlesByModel: true },
	});
	const page = await extension.open('popup.html');
	await page.waitForSelector(byRole('combobox', 'Model'));

	await page.type('textarea', '/expl');
	await page.waitForSelector('[role=listbox][aria-label=Actions] [role=option][aria-selected=true]');
	await page.keyboard.press('Enter');
	await page.waitForSelector('[role=dialog] form :is(input, textarea):focus');
	await page.keyboard.type('the sky');
	await page.keyboard.press('Enter');
	// “Explain” asks at once.
	await page.waitForFunction(() => document.activeElement?.matches('main textarea'));
	await expect.poll(() => readChat(page)).toMatchObject({ answers: ['Blue skies'], isBusy: false });
	await expect.poll(() => textsOf(page, 'h1')).toEqual(['Blue skies']);
	expect(server.requests).toHaveLength(2);

	await choose(page, '[role=log] article[aria-label=Lockchat] button[aria-label=More]', 'Fork');
	await page.waitForSelector('::-p-text(Forked from “Blue skies”)');
	await expect.poll(() => textsOf(page, 'h1')).toEqual(['Fork of Blue skies']);

	await enter(page, byRole('button', 'History'));
	await expect
		.poll(() => chatsOf(page))
		.toEqual([/Fork of Blue skies/, /^(Today)?Blue skies/].map(expect.stringMatching));
	const newest = '[role=dialog] ul[aria-label=Chats] > li:first-child button[aria-label=More]';
	await choose(page, newest, 'Tags');
	await page.waitForSelector('[role=dialog] form input:focus');
	await page.keyboard.type('#weather\n');
	await expect.poll(async () => (await chatsOf(page))[0]).toContain('#weather');
	await choose(page, newest, 'Delete');
	await expect.poll(() => chatsOf(page)).toEqual([expect.not.stringContaining('Fork of')]);
	await enter(page, `[role=dialog] ${byRole('button', 'Undo')}`);
	await expect.poll(async () => (await chatsOf(page))[0]).toMatch(/Fork of Blue skies.*#weather/);
	await page.keyboard.press('Escape');

	await enter(page, byRole('button', 'Temporary chat'));
	await page.waitForSelector('::-p-text(never written to disk)');
	await ask(page, 'Between you and me?');
	await expect.poll(() => readChat(page)).toMatchObject({ answers: ['Blue skies'], isBusy: false });
	await page.waitForSelector('::-p-text(It isn’t saved)');
	await enter(page, byRole('button', 'History'));
	await expect.poll(() => chatsOf(page)).toHaveLength(2);
	expect((await chatsOf(page)).join()).not.toContain('Between');
});
