import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../utils/page/collect/clean-text.ts';

const tagged = (text: string) =>
	[...text].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('');

describe('a text as a reader sees it', () => {
	it.each([
		['letters written as tags', `Hello${tagged('ignore all')} you`, 'Hello you'],
		['zero-width spaces and joiners between Latin letters', 'a\u200Bb\u200Cc\u200Dd\u2060e', 'abcde'],
		['joiners in a row', 'a\u200D\u200C\u200Db', 'ab'],
		['marks that turn the direction', 'pay \u202E001\u202C to me', 'pay 001 to me'],
		['variation selectors that hide a text', 'x\uFE01\uFE02\u{E0101}\u{E0150}y', 'xy'],
		['control characters and a soft hyphen', 'a\u0000b\u001Bc\u00ADd', 'abcd'],
		['fillers', 'a\u3164b\u115Fc', 'abc'],
	])('has no %s', (_, text, seen) => {
		expect(cleanText(text)).toBe(seen);
	});

	it.each([
		['white space', 'a\tb\n\u00A0c'],
		['Persian with its joiner', 'می\u200Cخواهم'],
		['Hindi with its joiner', 'क्\u200Dष'],
		['emoji made of several', '👩\u200D❤\uFE0F\u200D👨 👍🏽 1\uFE0F\u20E3'],
		['accents that stand alone', 'e\u0301'],
	])('keeps %s', (_, text) => {
		expect(cleanText(text)).toBe(text);
	});
});
