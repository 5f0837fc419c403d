import { describe, expect, it } from 'vitest';
import { dictatedLanguages } from '../../../utils/platform/dictated-language.ts';

describe('case 285: the languages to dictate in', () => {
	it.each([
		// chosen, the browser's, what is offered
		['browser', ['ru-RU', 'ru', 'en-US', 'en'], ['ru-RU', 'en-US']],
		['browser', ['ru'], ['ru-RU']],
		['ru', ['en-US', 'en'], ['ru-RU', 'en-US']],
		['ru', ['en', 'ru-KZ'], ['ru-KZ', 'en-US']],
		['en', ['ru-RU', 'en-GB'], ['en-GB', 'ru-RU']],
		['browser', ['de', 'en'], ['de-DE', 'en-US']],
		['browser', ['sr-Latn'], ['sr-RS']],
		['browser', ['zh-Hant'], ['zh-TW']],
		['browser', ['es-419'], ['es-419']],
		['browser', [], ['en-US']],
	])('%s in a browser of %j: %j', (chosen, own, expected) => {
		expect(dictatedLanguages(chosen, own)).toEqual(expected);
	});
});
