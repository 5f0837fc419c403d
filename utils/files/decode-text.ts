/** How a file's bytes were read: in which encoding, and how many characters of it could not be read. */
export interface DecodedText {
	/** Lines end with LF, and no byte order mark stands before them. */
	text: string;
	/** By the name that the Encoding Standard gives it. */
	encoding: string;
	/** True where nothing in the file tells its encoding, and it was found by what its bytes look like. */
	isGuessed: boolean;
	/** How many replacement characters stand in the text for bytes that are none of that encoding. */
	unreadable: number;
}

const BYTE_ORDER_MARKS: readonly (readonly [bytes: readonly number[], encoding: string])[] = [
	[[0xef, 0xbb, 0xbf], 'utf-8'],
	[[0xff, 0xfe], 'utf-16le'],
	[[0xfe, 0xff], 'utf-16be'],
];

/** Encodings of two bytes a character, with the letters of their language and the least share that a text has of them. */
const WIDE: readonly (readonly [encoding: string, letters: RegExp, share: number])[] = [
	['shift_jis', /[\p{Script=Hiragana}\u30a1-\u30fa]/gu, 0.2],
	['euc-jp', /[\p{Script=Hiragana}\u30a1-\u30fa]/gu, 0.2],
	['euc-kr', /\p{Script=Hangul}/gu, 0.6],
	['gb18030', /\p{Script=Han}/gu, 0.6],
	['big5', /\p{Script=Han}/gu, 0.6],
];
const CYRILLIC = ['windows-1251', 'koi8-r', 'ibm866'];
/** Words as Russian writes them. In the wrong encoding their small and capital letters are mixed. */
const RUSSIAN_WORDS = /(?<![А-яЁё])(?:[А-ЯЁ]?[а-яё]+|[А-ЯЁ]+)(?![А-яЁё])/g;
/** Where capitals tell nothing, as all letters are alike, the encoding is that in which these come often. */
const FREQUENT = /[аеинот]/gi;
const FREQUENT_WEIGHT = 0.001;
const CERTAINLY_RUSSIAN = 0.8;
const LIKELY_RUSSIAN = 0.5;

/**
 * Encodings of other alphabets, with their words as they are written, and signs that a text of the language has in at
 * least such a share: accents, letters of frequent endings, letters that end a word only. As Russian, these bytes may look
 * like words as well, but Russian bytes do not look like these.
 */
const ALPHABETS: readonly (readonly [encoding: string, words: RegExp, signs: RegExp, share: number])[] = [
	['windows-1253', /(?<!\p{L})(?:\p{Lu}?[ά-ώΐ]+|\p{Lu}+)(?!\p{L})/gu, /[άέήί]/g, 0.04],
	['windows-1255', /(?<![א-ת])(?:(?![ךםןףץ])[א-ת])*[א-ת](?![א-ת])/g, /[ךםןףץ]/g, 0.01],
	['windows-1256', /[ء-ي]+/g, /[ل-نهوىي]/g, 0.2],
];
const LEAST_LETTERS = 8;
const IN_ITS_WORDS = 0.95;

/** Text has hardly any control characters but white space and those that colour a terminal. */
const CONTROL = /[^\P{Cc}\t\n\v\f\r]/gu;
const ESCAPE = '\u001b';
const MOST_CONTROL_SHARE = 0.01;

/** The text of a file, or null where its bytes are no text. */
export function decodeText(bytes: Uint8Array): DecodedText | null {
	const marked = BYTE_ORDER_MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte));
	if (marked) return looked(bytes, marked[1], false);
	if (bytes.includes(0)) {
		const encoding = utf16Of(bytes);
		return encoding ? looked(bytes, encoding, true) : null;
	}
	const utf8 = looked(bytes, 'utf-8', false);
	if (!utf8 || utf8.unreadable === 0) return utf8;
	// Some bytes are damaged, and the others are plainly UTF-8.
	if (countOf(utf8.text, /[^\p{ASCII}\ufffd]/gu) >= utf8.unreadable) return utf8;
	return looked(bytes, legacyOf(bytes), true);
}

function looked(bytes: Uint8Array, encoding: string, isGuessed: boolean): DecodedText | null {
	const text = new TextDecoder(encoding).decode(bytes).replace(/\r\n?/g, '\n');
	const controls = countOf(text.replaceAll(ESCAPE, ''), CONTROL);
	if (controls > text.length * MOST_CONTROL_SHARE || text.includes('\0')) return null;
	return { text, encoding, isGuessed, unreadable: countOf(text, /\ufffd/g) };
}

/** UTF-16 without a mark: the zeros of its ASCII stand at the even or at the odd places, never at both. */
function utf16Of(bytes: Uint8Array): string | null {
	const zeros = [0, 0];
	for (const [at, byte] of bytes.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
	const [even = 0, odd = 0] = zeros;
	if (bytes.length % 2 === 1 || (even > 0 && odd > 0)) return null;
	const encoding = even > 0 ? 'utf-16be' : 'utf-16le';
	return decodes(bytes, encoding) === null ? null : encoding;
}

/** The whole text, or null if any of its bytes is none of this encoding. */
function decodes(bytes: Uint8Array, encoding: string): string | null {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

/** The encoding of a text from before Unicode, by what its letters would be. */
function legacyOf(bytes: Uint8Array): string {
	let high = 0;
	let paired = 0;
	for (const [at, byte] of bytes.entries()) {
		if (byte < 0x80) continue;
		high += 1;
		if ((bytes[at - 1] ?? 0) >= 0x80 || (bytes[at + 1] ?? 0) >= 0x80) paired += 1;
	}
	// In Western languages a letter with an accent stands among letters without one.
	if (paired < high / 2) return 'windows-1252';
	for (const [encoding, words, signs, share] of high < LEAST_LETTERS ? [] : ALPHABETS) {
		const found = (decodes(bytes, encoding)?.match(words) ?? []).join('');
		const isItsText = countOf(found, /\P{ASCII}/gu) >= high * IN_ITS_WORDS;
		if (isItsText && countOf(found, signs) >= high * share) return encoding;
	}
	const russianIn = (encoding: string) => {
		const found = (new TextDecoder(encoding).decode(bytes).match(RUSSIAN_WORDS) ?? []).join('');
		return (found.length + countOf(found, FREQUENT) * FREQUENT_WEIGHT) / high;
	};
	const russian = CYRILLIC.reduce((best, next) => (russianIn(next) > russianIn(best) ? next : best));
	if (russianIn(russian) >= CERTAINLY_RUSSIAN) return russian;
	for (const [encoding, letters, share] of WIDE) {
		const text = decodes(bytes, encoding);
		const wide = countOf(text ?? '', /\P{ASCII}/gu);
		if (text !== null && countOf(text, letters) >= wide * share) return encoding;
	}
	return russianIn(russian) >= LIKELY_RUSSIAN ? russian : 'windows-1252';
}

function countOf(text: string, kind: RegExp): number {
	let count = 0;
	for (const _ of text.matchAll(kind)) count += 1;
	return count;
}
