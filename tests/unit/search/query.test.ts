import { describe, expect, it } from 'vitest';
import { findHits } from '../../../utils/search/words/find-hits.ts';
import { parseQuery } from '../../../utils/search/words/query.ts';

const isFound = (query: string, text: string) => findHits(text, parseQuery(query)) !== null;

describe('case 155: what was typed finds', () => {
	it.each([
		['words in any order', 'ships nine', 'The keeper counts nine ships.'],
		['a word that is not typed to its end', 'lightho', 'A lighthouse.'],
		['several of these', 'keep cou', 'The keeper counts.'],
		['another form of a Russian word', 'пирогами', 'Для пирога нужны яйца'],
		['another form of an English word', 'running', 'It runs well'],
		['a form whose stem is no beginning of it', 'happiness', 'I am happy'],
		['е for ё', 'ежевика', 'Ёжевика в лесу'],
		['ё for е', 'Ёжевика', 'ежевика в лесу'],
		['no accents for accents', 'creme brulee', 'Crème brûlée'],
		['accents for none', 'crème', 'CREME'],
		['a phrase', '"nine ships"', 'counts nine ships before'],
		['a phrase over a line’s end and marks', '"nine ships"', 'counts **nine**\nships'],
		['a phrase in other quotes', '«девять кораблей»', 'Он видит девять кораблей.'],
		['a phrase that is not closed yet', '"nine sh', 'nine ships'],
		['a phrase and words', '"nine ships" keeper', 'The keeper counts nine ships.'],
		['what is joined by a sign', 'node.js', 'I use Node.js here'],
		['one word of a script without spaces', '学習', '機械学習の本'],
		['a number', '3.14', 'pi is 3.14159'],
		['a letter that stands alone', 'c', 'C++ and Rust'],
		['a Ukrainian word by any apostrophe (case 301)', 'п\u02bcять', "п’ять і п'ять"],
		['one with the letter apostrophe by that of a keyboard', "п'ять", 'Їх п\u02bcять'],
		['a word behind a Hawaiian one', 'okina', 'The ʻokina'],
		['a Hebrew abbreviation and a word behind it', 'צה"ל בישראל', 'צה״ל פעל אתמול בישראל'],
		['one written with a curly mark', 'צה”ל', 'דובר צה"ל אמר'],
		['a number in the digits of another script', '2024', 'سال ۲۰۲۴ بود'],
		['a word that was made longer', 'الكتاب', 'هذا الكتـــاب جديد'],
		['a Persian word typed on an Arabic keyboard', 'كتابي', 'این کتابی است'],
	])('%s', (_, query, text) => expect(isFound(query, text)).toBe(true));

	it.each([
		['a message that lacks a word', 'nine whales', 'The keeper counts nine ships.'],
		['a phrase in another order', '"ships nine"', 'nine ships'],
		['another form in a phrase', '"nine ship"', 'nine ships'],
		['the middle of a word', 'house', 'A lighthouse.'],
		['a word that only begins as the stem does', 'столы', 'Столица страны'],
		['a letter as a beginning', 'c', 'cat'],
		['й for и', 'йод', 'иод'],
	])('not %s', (_, query, text) => expect(isFound(query, text)).toBe(false));
});

describe('case 155: a query of nothing but signs', () => {
	it.each(['', '   ', '"', '""', '***', '()', '« »', '-', ':', '^'])('“%s” asks for nothing', (typed) => {
		expect(parseQuery(typed)).toEqual([]);
	});

	it('is bounded, however much was pasted', () => {
		expect(parseQuery('word '.repeat(10_000)).length).toBe(1);
		expect(parseQuery(Array.from({ length: 900 }, (_, n) => n).join(' ')).length).toBeLessThanOrEqual(12);
	});
});

describe('hits', () => {
	it('are the places of all terms, in the order of the text', () => {
		const text = 'Ships: nine ships, and one Ship.';
		const hits = findHits(text, parseQuery('nine ship')) ?? [];
		expect(hits.map(({ start, end }) => text.slice(start, end))).toEqual(['Ships', 'nine', 'ships', 'Ship']);
	});

	it('count where one word is found for two terms', () => {
		expect(isFound('port ports', 'All ports')).toBe(true);
	});
});
