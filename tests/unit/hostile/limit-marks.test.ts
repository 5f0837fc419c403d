import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createMarkLimit } from '../../../components/markdown/stream/markdown-document.ts';

const limit = (pieces: readonly string[]) => {
	const marks = createMarkLimit();
	return pieces.map((piece) => marks.take(piece)).join('');
};

it.each([
	['ordinary words', 'naïve café, e\u0301te\u0301, 👩\u200D👩\u200D👧, क्षत्रिय, שָׁלוֹם'],
	['thirty-two marks', `a${'\u0301'.repeat(32)}b`],
])('leaves %s alone', (_, text) => {
	expect(limit([text])).toBe(text);
});

it.each([
	['a hundred thousand marks', `a${'\u0301'.repeat(100_000)}b`, `a${'\u0301'.repeat(32)}b`],
	['marks of two code units', `a${'\u{E0100}'.repeat(100)}`, `a${'\u{E0100}'.repeat(32)}`],
	['marks before any letter', '\u0301'.repeat(100), '\u0301'.repeat(32)],
	['joiners', `a${'\u200D'.repeat(100)}b`, `a${'\u200D'.repeat(32)}b`],
])('keeps thirty-two of %s', (_, text, limited) => {
	expect(limit([text])).toBe(limited);
});

it('limits alike in any pieces', () => {
	const texts = fc.array(fc.constantFrom('\u0301', '\u0301'.repeat(20), 'a', ' ', '\u200D'), {
		maxLength: 40,
	});
	fc.assert(
		fc.property(texts, (pieces) => {
			expect(limit(pieces)).toBe(limit([pieces.join('')]));
		}),
	);
});
