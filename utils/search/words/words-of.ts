import { fold } from './fold.ts';

/** A word of a text: folded, and where it stands, in UTF-16 code units. */
export interface Word {
	word: string;
	start: number;
	end: number;
}

/** Scripts that put no space between words: each of their letters counts as a word, and a row of them as a phrase. */
const UNSPACED = '\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}';
/** Letters by their class that are apostrophes to a reader: that of Ukrainian (п\u02bcять) and its kin. */
const APOSTROPHES = '\\u02b9-\\u02bf';
const WORD = new RegExp(
	`[${UNSPACED}]\\p{M}*|[[\\p{L}\\p{N}]--[${UNSPACED}${APOSTROPHES}]]` +
		`[[\\p{L}\\p{N}\\p{M}\\u00ad\\u200b-\\u200d\\u2060]--[${UNSPACED}${APOSTROPHES}]]*`,
	'gv',
);

/** Longer runs of letters are data, such as an encoded picture; their beginning is enough to find them by. */
const MAX_LENGTH = 64;

/** The words of a text, in its order. All that is neither a letter nor a digit stands between words. */
export function* wordsOf(text: string): Generator<Word> {
	for (const { 0: found, index } of text.matchAll(WORD)) {
		const word = fold(found).slice(0, MAX_LENGTH);
		if (word !== '') yield { word, start: index, end: index + found.length };
	}
}
