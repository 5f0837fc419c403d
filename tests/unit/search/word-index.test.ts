import { beforeEach, describe, expect, it } from 'vitest';
import { createWordIndex, isCurrent, type WordIndex } from '../../../utils/search/index/word-index.ts';
import { parseQuery, toMatch } from '../../../utils/search/words/query.ts';
import { bytesOf, openDatabase } from './open-words.ts';

let database: Awaited<ReturnType<typeof openDatabase>>;
let index: WordIndex;

beforeEach(async () => {
	database = await openDatabase();
	index = createWordIndex(database);
	index.putChat('c', 'Ships and lighthouses');
});

function add(messageId: string, text: string, createdAt = 1_000): void {
	index.addMessage({ chatId: 'c', messageId, text, createdAt, updatedAt: 1 });
}

const search = (typed: string) =>
	index
		.search(toMatch(parseQuery(typed)), { before: Number.MAX_SAFE_INTEGER, limit: 1_000 })
		.map(({ messageId }) => messageId);

describe('case 155: the index gives a message to be looked at for', () => {
	it.each([
		['lightho count', 'The lighthouse keeper counts'],
		['пирогами ежевикой', 'Для пирога с ёжевикой'],
		['happiness', 'I am happy'],
		['hoping', 'She hoped'],
		['hope', 'hoping'],
		['"nine ships"', 'counts nine ships'],
		['"nine sh', 'counts nine ships'],
		['node.js', 'Node.js'],
		['学習', '機械学習'],
		['c', 'C and C'],
		['2026', 'in 2026'],
	])('“%s”', (typed, text) => {
		add('m', text);
		add('other', 'Nothing of that kind stands here');
		expect(search(typed)).toEqual(['m']);
	});

	it.each([
		['столы', 'столица и столовая'],
		['cats', 'a catalogue'],
	])('but none that only begins as the stem of “%s” does', (typed, text) => {
		add('m', text);
		expect(search(typed)).toEqual([]);
	});

	it.each([
		'"',
		'a" OR "b',
		'¦¦¦secret',
		'NEAR(a b, 5)',
		'body:secret',
		'{body forms}: x',
		'x AND NOT y',
		'* ^ - + ( ) { } : " \' \\ ; --',
		"'; DROP TABLE words; --",
		'\0 \u0000null',
		'x*y',
		'AND',
		'OR OR OR',
		'🙂 👩‍👩‍👧',
		'\ud800',
		'"""unbalanced""',
	])('hostile text is never syntax: %j', (typed) => {
		add('m', 'a b x y and or not near secret drop table words');
		const query = parseQuery(typed);
		expect(() => (query.length > 0 ? search(typed) : [])).not.toThrow();
		expect(search('secret')).toEqual(['m']);
	});
});

describe('the index', () => {
	it('gives the newest first, and goes on where it stopped', () => {
		for (const [id, createdAt] of [
			['old', 5_000],
			['new', 90_000],
			['middle', 40_000],
		] as const)
			add(id, 'ship', createdAt);
		expect(search('ship')).toEqual(['new', 'middle', 'old']);
		const [first] = index.search(toMatch(parseQuery('ship')), { before: Number.MAX_SAFE_INTEGER, limit: 1 });
		const rest = index.search(toMatch(parseQuery('ship')), { before: first?.row ?? 0, limit: 9 });
		expect(rest.map(({ messageId }) => messageId)).toEqual(['middle', 'old']);
	});

	it('takes any number of messages of one second, and times out of all bounds', () => {
		for (let n = 0; n < 100; n += 1) add(`m${n}`, 'ship', 1_000);
		for (const time of [-8.64e15, 8.64e15, 0]) add(`at ${time}`, 'ship', time);
		expect(new Set(search('ship')).size).toBe(103);
	});

	it('knows chats by their titles, as they are now', () => {
		expect(index.searchTitles(toMatch(parseQuery('lighthouse')), 9)).toEqual([
			{ chatId: 'c', title: 'Ships and lighthouses' },
		]);
		expect(index.putChat('c', 'Whales')).toBe(true);
		expect(index.putChat('c', 'Whales')).toBe(false);
		expect(index.searchTitles(toMatch(parseQuery('lighthouse')), 9)).toEqual([]);
		expect(index.searchTitles(toMatch(parseQuery('whale')), 9)).toHaveLength(1);
	});
});

describe('case 157: what is deleted', () => {
	function purge(): void {
		for (let isFirst = true; index.purgeSome(isFirst); isFirst = false);
	}

	it('is not found any more, and its words are gone from the file once it was purged', () => {
		for (let n = 0; n < 300; n += 1) add(`m${n}`, `ordinary words ${n}`, n * 1_000);
		add('secret', 'the password is xyzzyplugh', 500_000);
		index.putChat('c', 'About xyzzytitle');
		const [row] = index.known('c').filter(({ messageId }) => messageId === 'secret');
		index.removeMessages([row?.row ?? 0]);
		index.putChat('c', 'Renamed');
		expect(search('xyzzyplugh')).toEqual([]);
		expect(index.has('purge')).toBe(true);
		purge();
		expect(index.has('purge')).toBe(false);
		expect(bytesOf(database)).not.toContain('xyzzy');
		expect(search('ordinary')).toHaveLength(300);
	});

	it('is gone from an index that was purged before, too', () => {
		add('one', 'first words');
		add('two', 'xyzzyplugh');
		index.removeMessages([index.known('c')[0]?.row ?? 0]);
		purge();
		index.removeChat('c');
		purge();
		expect(bytesOf(database)).not.toContain('xyzzy');
		expect(index.chatIds()).toEqual([]);
		expect(index.known('c')).toEqual([]);
	});
});

describe('case 158: an index of another version', () => {
	it('is told from one of this', async () => {
		expect(isCurrent(database)).toBe(true);
		database.exec('PRAGMA user_version = 999');
		expect(isCurrent(database)).toBe(false);
		expect(isCurrent(await openDatabase())).toBe(false);
	});
});
