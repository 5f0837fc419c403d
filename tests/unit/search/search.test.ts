import { describe, expect, it, vi } from 'vitest';
import { createWordIndex } from '../../../utils/search/index/word-index.ts';
import { answer, chat, question } from '../store/fixtures.ts';
import { untilFound } from './found-by.ts';
import { bytesOf, openDatabase } from './open-words.ts';
import { say, start } from './said.ts';

describe('case 156: a search over all messages', () => {
	it('finds what was said before it was first used, with the sentence', async () => {
		const { store, browser } = await start();
		await (
			await say(store, 'c', ['How to bake a pie?', 'Knead first. For a pie two eggs. Bake it.'])
		).finish();
		const search = browser.window();
		search.ask('eggs', 30);
		browser.lead();
		await untilFound(search, (ids) => ids.includes('c-a'));
		expect(search.getView()).toMatchObject({
			hasMore: false,
			found: [
				{
					chatId: 'c',
					role: 'assistant',
					title: 'How to bake a pie?',
					words: ['eggs'],
					snippet: [
						{ text: 'For a pie two ', isHit: false },
						{ text: 'eggs', isHit: true },
						{ text: '.', isHit: false },
					],
				},
			],
		});
		search.ask('baking pies', 30);
		await untilFound(search, (ids) => ids.length === 2);
		expect(search.getView().titleChatIds).toEqual(['c']);
	});

	it('gives no more than was asked for, the newest first, and says that there is more', async () => {
		const { store, browser } = await start();
		for (let n = 0; n < 8; n += 1) {
			const q = question(`q${n}`, { chatId: `c${n}`, content: `ship ${n}`, createdAt: n * 60_000 });
			const a = answer(`a${n}`, { chatId: `c${n}`, parentId: `q${n}` });
			await store.saveQuestion({ chat: chat({ id: `c${n}` }), question: q, answer: a });
		}
		browser.lead();
		const search = browser.window();
		search.ask('ship', 3);
		expect(await untilFound(search, (ids) => ids[0] === 'q7')).toEqual(['q7', 'q6', 'q5']);
		expect(search.getView().hasMore).toBe(true);
	});

	it('asks for nothing when nothing but signs was typed', async () => {
		const { browser } = await start();
		browser.lead();
		const search = browser.window();
		search.ask('***', 3);
		await vi.waitUntil(() => search.getView().isAnswered);
		expect(search.getView().found).toEqual([]);
	});
});

describe('case 157: the index follows the database of chats', () => {
	it('has an answer when it has ended, and not before', async () => {
		const { store, browser } = await start();
		browser.lead();
		const search = browser.window();
		const { finish } = await say(store, 'c', ['What sings?', 'A walrus sings.']);
		search.ask('sings', 30);
		expect(await untilFound(search, (ids) => ids.length > 0)).toEqual(['c-q']);
		await finish();
		expect(await untilFound(search, (ids) => ids.length > 1)).toEqual(['c-a', 'c-q']);
	});

	it('loses what is deleted, and takes a new title', async () => {
		const { store, browser } = await start();
		await (await say(store, 'c', ['What sings?', 'A walrus sings.'])).finish();
		await (await say(store, 'd', ['What swims?', 'A walrus swims.'])).finish();
		browser.lead();
		const search = browser.window();
		search.ask('walrus', 30);
		await untilFound(search, (ids) => ids.length === 2);
		await store.deleteChat('c');
		expect(await untilFound(search, (ids) => ids.length === 1)).toEqual(['d-a']);
		await store.renameChat('d', 'Seals');
		search.ask('seal', 30);
		await vi.waitUntil(() => search.getView().titleChatIds.includes('d'));
		await store.cutMessages('d-a');
		search.ask('walrus', 30);
		await untilFound(search, (ids) => ids.length === 0);
		await vi.waitUntil(() => !bytesOf(browser.database).includes('walrus'));
	});

	it('is caught up with what happened while nobody led', async () => {
		const { store, browser } = await start();
		await (await say(store, 'c', ['What sings?', 'A walrus sings.'])).finish();
		await (await say(store, 'd', ['What swims?', 'A walrus swims.'])).finish();
		const end = browser.lead();
		const search = browser.window();
		search.ask('walrus', 30);
		await untilFound(search, (ids) => ids.length === 2);
		end();
		await store.deleteChat('c');
		await (await say(store, 'e', ['What sleeps?', 'A walrus sleeps.'])).finish();
		browser.lead();
		expect(await untilFound(search, (ids) => !ids.includes('c-a') && ids.length === 2)).toEqual([
			'e-a',
			'd-a',
		]);
	});
});

/** A database that has the tables of an index, but cannot be read. */
async function brokenDatabase() {
	const database = await openDatabase();
	createWordIndex(database);
	database.exec('DROP TABLE marks');
	return database;
}

describe('case 158: an index that cannot be used', () => {
	it('is made anew when it is damaged', async () => {
		const { store, browser } = await start();
		await (await say(store, 'c', ['What sings?', 'A walrus sings.'])).finish();
		browser.lead();
		const search = browser.window();
		search.ask('walrus', 30);
		await untilFound(search, (ids) => ids.length === 1);
		vi.spyOn(console, 'error').mockReturnValue(undefined);
		browser.database.exec('UPDATE words_data SET block = zeroblob(40)');
		search.ask('walruses', 30);
		expect(await untilFound(search, (ids) => ids.length === 1)).toEqual(['c-a']);
	});

	it('is made in memory when it is damaged again and again, and that is said', async () => {
		const { store, browser } = await start();
		await (await say(store, 'c', ['What sings?', 'A walrus sings.'])).finish();
		vi.spyOn(console, 'error').mockReturnValue(undefined);
		const search = browser.window();
		browser.lead({
			open: async () => ({
				index: createWordIndex(await brokenDatabase()),
				isKept: true,
				discard: async () => undefined,
			}),
		});
		search.ask('walrus', 30);
		expect(await untilFound(search, (ids) => ids.length === 1)).toEqual(['c-a']);
		expect(search.getView()).toMatchObject({ isKept: false, isFailing: false });
	});

	it('is said to be missing where none can be made', async () => {
		const { browser } = await start();
		vi.spyOn(console, 'error').mockReturnValue(undefined);
		const search = browser.window();
		browser.lead({ open: () => Promise.reject(new Error('No WebAssembly here.')) });
		await vi.waitUntil(() => search.getView().isFailing);
	});
});

describe('case 159: several windows', () => {
	it('are answered by one leader, each what it asked', async () => {
		const { store, browser } = await start();
		await (await say(store, 'c', ['What sings?', 'A walrus sings.'])).finish();
		const [one, other] = [browser.window(), browser.window()];
		browser.lead();
		one.ask('walrus', 30);
		other.ask('what', 30);
		expect(await untilFound(one, (ids) => ids.length > 0)).toEqual(['c-a']);
		expect(await untilFound(other, (ids) => ids.length > 0)).toEqual(['c-q']);
	});

	it('ask the next leader what the last one did not answer', async () => {
		const { store, browser } = await start();
		await (await say(store, 'c', ['What sings?', 'A walrus sings.'])).finish();
		const search = browser.window();
		browser.lead({ open: () => new Promise(() => undefined) })();
		search.ask('walrus', 30);
		browser.lead();
		expect(await untilFound(search, (ids) => ids.length > 0)).toEqual(['c-a']);
	});
});
