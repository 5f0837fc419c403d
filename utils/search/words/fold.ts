/** Accents, vowel points and the like. Other marks, such as the vowels of Indian scripts, are letters to a reader. */
const MARKS = new RegExp(
	'(?<!и)\\u0306|[\\u0300-\\u0305\\u0307-\\u036f\\u0591-\\u05c7\\u064b-\\u065f\\u0670' +
		'\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]',
	'g',
);
/** Letters that no normalization takes apart, and what people type instead of them. */
const LETTERS: Readonly<Record<string, string>> = {
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ø: 'o',
	ł: 'l',
	đ: 'd',
	ı: 'i',
	ς: 'σ',
};
const LETTER = /[ßæœøłđıς]/g;
/** Where a line may be broken in a word, and other characters that nobody sees. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

const IS_PLAIN = /^[a-z0-9а-я\s]*$/;

/**
 * A text in the form in which words are compared: without case, accents, ligatures and invisible characters, and with ё
 * as е. The letter й stays: it is no accented и to anybody who reads it.
 */
export function fold(text: string): string {
	const lower = text.toLowerCase();
	if (IS_PLAIN.test(lower)) return lower;
	return lower
		.normalize('NFKD')
		.replace(MARKS, '')
		.replace(INVISIBLE, '')
		.replace(LETTER, (letter) => LETTERS[letter] ?? letter)
		.normalize('NFC');
}
