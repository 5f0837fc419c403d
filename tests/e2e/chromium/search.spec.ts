import type { Page } from '@playwright/test';
import { recordLoads } from '../../bench/loaded-files.mjs';
import { type ChromiumExtension, expect, test } from '../harness/chromium.ts';
import { searchedChats } from '../harness/searched-chats.ts';
import { chatOn } from './chat-page.ts';

const SEARCH_FILES = /sqlite3|\/search(?!-field)/;

async function openHistory(page: Page) {
	await page.getByRole('button', { name: 'History' }).press('Enter');
	const dialog = page.getByRole('dialog', { name: 'History' });
	const box = dialog.getByRole('searchbox', { name: 'Search chats' });
	await expect(box).toBeFocused();
	return {
		dialog,
		box,
		hits: dialog.getByRole('list', { name: 'Messages' }).getByRole('listitem').filter({ visible: true }),
		status: dialog.getByRole('status'),
		titles: dialog.getByRole('list', { name: 'Chats' }).getByRole('listitem'),
		async type(text: string) {
			await box.press('Control+A');
			await page.keyboard.type(text);
		},
	};
}

/** Whether this text is within the transcript's visible part. */
const isInSight = (page: Page, text: string) =>
	page.evaluate((sought) => {
		const log = document.querySelector('[role=log]');
		if (!log) return false;
		const walker = document.createTreeWalker(log, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			if (!node.textContent?.includes(sought)) continue;
			const range = document.createRange();
			range.selectNodeContents(node);
			const [box, sight] = [range.getBoundingClientRect(), log.getBoundingClientRect()];
			return box.top >= sight.top && box.bottom <= sight.bottom;
		}
		return false;
	}, text);

async function importChats(extension: ChromiumExtension): Promise<void> {
	const options = await extension.open('options.html');
	await options.locator('input[type=file]').setInputFiles(searchedChats());
	await expect(options.getByRole('status')).toContainText('3 chats added');
	await options.close();
}

test('cases 155, 156, 157, 160 and 161: all messages are searched as one types: word forms, phrases, and the hit opened in its chat', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('searched', [{ token: 'A **walrus** sings.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	await importChats(extension);
	const page = await extension.context.newPage();
	const loads = await recordLoads(page);
	await page.goto(`chrome-extension://${extension.id}/sidepanel.html`);
	const chat = chatOn(page);
	const history = await openHistory(page);
	await expect(history.titles).toHaveCount(3);
	expect(loads.filter(({ url }) => SEARCH_FILES.test(url))).toEqual([]);
	expect(page.workers()).toEqual([]);
	expect(await page.evaluate(() => navigator.locks.query().then(({ held }) => held))).toEqual([]);

	// Another form of a Russian word, with an е for the ё.
	await history.type('пирогами ежевикой');
	await expect(history.hits).toHaveCount(1);
	await expect(history.hits).toContainText('Для пирога с ёжевикой нужны два яйца.');
	await expect(history.hits.locator('mark')).toHaveText(['пирога', 'ёжевикой']);
	await expect(history.status).toHaveText('1 message found');

	await history.type('"ships nine"');
	await expect(history.status).toHaveText('Nothing has these words.');
	await history.type('"nine ships" count lightho');
	await expect(history.hits).toContainText(
		'The keeper of the lighthouse counts nine ships before breakfast.',
	);
	await page.keyboard.press('ArrowDown');
	await expect(history.hits.getByRole('button')).toBeFocused();
	await page.keyboard.press('ArrowUp');
	await expect(history.box).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(history.dialog).toHaveCount(0);
	const hit = chat.answers.filter({ hasText: 'lighthouse' });
	await expect(hit).toBeFocused();
	await expect.poll(() => isInSight(page, 'lighthouse')).toBe(true);
	const marked = () =>
		page.evaluate(() => [...(CSS.highlights.get('found')?.keys() ?? [])].map((range) => String(range)));
	expect((await marked()).sort()).toEqual(['counts', 'lighthouse', 'nine ships']);

	// On another branch than the one that is shown.
	const again = await openHistory(page);
	await again.type('armadillos');
	await again.hits.getByRole('button').click();
	await expect(chat.answers).toHaveText(/An armadillo rolls up/);

	// What is said from now on is found, too, and what is deleted is not.
	await page.getByRole('button', { name: 'New chat' }).click();
	await chat.ask('What sings?');
	await expect(chat.answers).toHaveAttribute('aria-busy', 'false');
	const third = await openHistory(page);
	await third.type('walruses');
	await expect(third.hits).toContainText('A walrus sings.');
	await third.type('what sings');
	await third.titles.getByRole('button', { name: 'More' }).click();
	await page.getByRole('menuitem', { name: 'Delete' }).click();
	await third.type('walruses');
	await expect(third.status).toHaveText('Nothing has these words.');
});

/** Writes nonsense over the files of the index, which no worker holds. */
const damageIndex = (page: Page) =>
	page.evaluate(async () => {
		const files = await navigator.storage.getDirectory();
		const folder = await files.getDirectoryHandle('.lockchat-search');
		const opaque = await folder.getDirectoryHandle('.opaque');
		let damaged = 0;
		for await (const handle of opaque.values()) {
			if (!(handle instanceof FileSystemFileHandle)) continue;
			const { size } = await handle.getFile();
			if (size < 20_000) continue;
			const writable = await handle.createWritable({ keepExistingData: true });
			await writable.write({ type: 'write', position: 8_192, data: new Uint8Array(size - 8_192).fill(7) });
			await writable.close();
			damaged += 1;
		}
		return damaged;
	});

test('cases 158 and 159: the index is shared by windows, outlives them, and is made anew when damaged', async ({
	extension,
}) => {
	await importChats(extension);
	const [one, other] = [await extension.open('sidepanel.html'), await extension.open('popup.html')];
	for (const page of [one, other]) {
		await page.bringToFront();
		const { type, hits } = await openHistory(page);
		await type('lighthouse');
		await expect(hits).toContainText('The keeper of the lighthouse');
	}
	// The second window's worker asks for the lock on its own time: its answer may come from the leader before.
	await expect
		.poll(() => other.evaluate(() => navigator.locks.query()))
		.toMatchObject({ held: [{ name: 'lockchat:search' }], pending: [{}] });
	await one.close();
	const dialog = other.getByRole('dialog', { name: 'History' });
	await dialog.getByRole('searchbox').fill('armadillo');
	await expect(dialog.getByRole('list', { name: 'Messages' })).toContainText('An armadillo rolls up');
	await other.close();

	const later = await extension.open('sidepanel.html');
	await expect.poll(() => damageIndex(later).catch(() => 0)).toBeGreaterThan(0);
	const { type, hits } = await openHistory(later);
	await type('herons');
	await expect(hits).toContainText('A heron stands on one leg.');
});

test('case 319: who has searched before finds the search ready before the first letter; who never has loads nothing', async ({
	extension,
}) => {
	await importChats(extension);
	const heldLocks = async (page: Page) => {
		const { held } = await page.evaluate(() => navigator.locks.query());
		return held?.map(({ name }) => name);
	};
	const first = await extension.open('sidepanel.html');
	const { type, hits } = await openHistory(first);
	expect(first.workers()).toEqual([]);
	await type('lighthouse');
	await expect(hits).toHaveCount(1);
	await first.close();

	const later = await extension.context.newPage();
	const loads = await recordLoads(later);
	await later.goto(`chrome-extension://${extension.id}/sidepanel.html`);
	await expect(chatOn(later).composer).toBeFocused();
	expect(loads.filter(({ url }) => SEARCH_FILES.test(url))).toEqual([]);
	await openHistory(later);
	// The worker holds the index, and nothing has been typed.
	await expect.poll(() => heldLocks(later)).toEqual(['lockchat:search']);
});
