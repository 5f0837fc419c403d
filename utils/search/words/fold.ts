/** Accents, vowel points and the like. Other marks, such as the vowels of Indian scripts, are letters to a reader. */
const MARKS = new RegExp(
	'(?<!и)\\u0306|[\\u0300-\\u0305\\u0307-\\u036f\\u0591-\\u05c7\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06ed' +
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
	ð: 'd',
	þ: 'th',
	ħ: 'h',
	ı: 'i',
	ς: 'σ',
	ґ: 'г',
	// The letters of Arabic and Persian keyboards that look alike, and the ending that is often written without its dots.
	ى: 'ي',
	ی: 'ي',
	ک: 'ك',
	ہ: 'ه',
	ة: 'ه',
	ٱ: 'ا',
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');
/** Where a line may be broken in a word, what only makes an Arabic word longer, and other characters that nobody sees. */
const INVISIBLE = /[\u00ad\u0640\u200b-\u200d\u2060\ufeff]/g;
const DIGIT = /[\p{Nd}--[0-9]]/gv;

const IS_PLAIN = /^[a-z0-9а-я\s]*$/;

/** The digits of a script stand in a row, and no digit before their zero. */
function plainDigit(digit: string): string {
	let zero = digit.codePointAt(0) ?? 0;
	const code = zero;
	while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
	return String(code - zero);
}

/**
 * A text in the form in which words are compared: without case, accents, ligatures and invisible characters, with ё
 * as е, and with the digits of any script as 0 to 9. The letter й stays: it is no accented и to anybody who reads it.
 */
export function fold(text: string): string {
	const lower = text.toLowerCase();
	if (IS_PLAIN.test(lower)) return lower;
	return lower
		.normalize('NFKD')
		.replace(MARKS, '')
		.replace(INVISIBLE, '')
		.replace(LETTER, (letter) => LETTERS[letter] ?? letter)
		.replace(DIGIT, plainDigit)
		.normalize('NFC');
}
