import { describe, expect, it } from 'vitest';
import { createWordSearch } from '../../../utils/settings/word-search.ts';

const isFound = (query: string, text: string) => createWordSearch(query)([text]);

describe('case 303: a name in a list is found', () => {
	it.each([
		['without its accents', 'cafe', 'Le Café'],
		['with accents of their own', 'cafe\u0301', 'Café'],
		['without the dots of ё', 'елка', 'Ёлка'],
		['with them', 'ёлка', 'Новая елка'],
		['in full-width letters', 'gpt4', 'ＧＰＴ－4'],
		['with a Turkish capital', 'istanbul', 'İstanbul'],
		['by the beginning of a word', 'перев', 'Перевод'],
	])('%s', (_, query, text) => expect(isFound(query, text)).toBe(true));

	it('but not by other words', () => {
		expect(isFound('тень', 'День')).toBe(false);
	});
});
