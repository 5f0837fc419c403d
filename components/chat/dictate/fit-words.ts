/** Letters of scripts that are written without blanks between words. */
const UNSPACED =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Behind these no blank stands. Straight quotation marks open where they stand behind a blank. */
const OPENING = /[\s([{«„“‘¿¡/@#-]$|(?:^|\s)["']$/u;
/** Before these no blank stands. Straight quotation marks close where nothing of a word follows them. */
const CLOSING = /^[\s.,;:!?…)\]}»”’%。、，！？：；،؛؟۔।]|^["'](?:$|[\s.,;:!?…)])/u;

/** The start of a text, of a line, or of a sentence. */
const SENTENCE_START = /(?:^\s*|\n\s*|[.!?…؟۔।]["'»”’)\]]*\s*)["'«„“‘(¿¡]*$/u;

const lastOf = (text: string): string => [...text.slice(-2)].at(-1) ?? '';
const firstOf = (text: string): string => [...text.slice(0, 2)][0] ?? '';

function wantsBlank(before: string, after: string): boolean {
	if (before === '' || after === '' || OPENING.test(before) || CLOSING.test(after)) return false;
	return !UNSPACED.test(lastOf(before)) && !UNSPACED.test(firstOf(after));
}

/**
 * Words as they stand between what is written before and after them: with blanks where they are missing, and a capital
 * letter at the start of a sentence. A capital letter that was heard stays: it may be that of a name.
 */
export function fitWords(heard: string, before: string, after: string): string {
	const words = heard.trim().replace(/\s+/gu, ' ');
	if (words === '') return '';
	const first = firstOf(words);
	const begun = SENTENCE_START.test(before) ? first.toUpperCase() + words.slice(first.length) : words;
	return `${wantsBlank(before, begun) ? ' ' : ''}${begun}${wantsBlank(begun, after) ? ' ' : ''}`;
}

/** What is left of words without the first `count` of them. */
export function dropWords(words: string, count: number): string {
	return words.trim().split(/\s+/u).slice(count).join(' ');
}

export function countWords(words: string): number {
	return words.trim() === '' ? 0 : words.trim().split(/\s+/u).length;
}
