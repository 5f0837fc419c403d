/** What is read aloud of Markdown that may still grow. */

/** A fence, from its line to the one that closes it; of one that is not closed yet, all that follows. */
const CODE = /^[ \t]*(`{3,}|~{3,})[^\n]*\n?[\s\S]*?(?:^[ \t]*\1[`~]*[ \t]*$|(?![\s\S]))/gm;
/**
 * An address may have brackets in pairs. Words have no bracket that opens, here and below: else each of many would be
 * followed to the end of the text.
 */
const LINK = /!?\[([^[\]]*)\]\((?:<[^<>\n]*>|(?:[^()\s]|\([^()\s]*\))*)(?:\s"[^"]*")?\)/g;
/** `[words][name]`, where the address stands elsewhere; the line where it does; a note's mark. */
const NAMED_LINK = /!?\[([^[\]\n]+)\]\[[^[\]\n]*\]/g;
const LINK_TARGET = /^ {0,3}\[(?!\^)[^[\]\n]+\]:[ \t]*\S+.*$/gm;
const NOTE_MARK = /\[\^[^[\]\s]+\]:?/g;
const CHECK_BOX = /^([ \t]*(?:[-*+]|\d+[.)])[ \t]+)\[[ xX]\][ \t]+/gm;
/** Underscores around words. Within a word they are part of a name. */
const UNDERSCORES = /(?<![\p{L}\p{N}_\\])_([^\s_](?:[^_\n]*[^\s_])?)_(?![\p{L}\p{N}_])/gu;
/** Where a sign is meant as itself. */
const ESCAPED = /\\([*_`~[\]#|<>$!.+-])/g;
const TABLE_RULE = /^[ \t]*\|?[ \t:|-]*-{2,}[ \t:|-]*$/gm;

/** The words without Markdown's marks. Code is left out: nobody can follow it by ear. */
export function spokenWords(markdown: string): string {
	return markdown
		.replace(CODE, '\n')
		.replace(LINK, '$1')
		.replace(LINK_TARGET, '')
		.replace(NAMED_LINK, '$1')
		.replace(NOTE_MARK, '')
		.replace(/<(https?:[^<>\s]+)>/g, '$1')
		.replace(/<br\s*\/?>/gi, ' ')
		.replace(CHECK_BOX, '$1')
		.replace(/https?:\/\/(?:www\.)?([^\s/)]+)\S*/g, '$1')
		.replace(TABLE_RULE, '')
		.replace(/^[ \t]*(?:#{1,6}|>|[-*+]|\d+[.)])[ \t]+/gm, '')
		.replace(/[ \t]*\|[ \t]*/g, ', ')
		.replace(/(?<!\\)(?:\*\*|__|~~|`|\*)/g, '')
		.replace(UNDERSCORES, '$1')
		.replace(ESCAPED, '$1')
		.replace(/[ \t]+/g, ' ')
		.trim();
}

/** Whether the text ends within a fence of code that is not closed. */
function isInCode(text: string): boolean {
	let fence = '';
	for (const [, mark = ''] of text.matchAll(/^[ \t]*(`{3,}|~{3,})/gm)) {
		if (fence === '') fence = mark;
		else if (mark.startsWith(fence)) fence = '';
	}
	return fence !== '';
}

/** The end of a sentence with a space behind it, or of a line. */
const SENTENCE_END = /[.!?…。！？؟۔।॥։]["'»”)\]*_]*(?=\s)|[。！？]|\n/g;

/**
 * The next sentences of a text from `offset` on.
 *
 * @param isFinal true if nothing more will come, so that the rest counts as a sentence, too
 * @returns the sentences, and the place behind them
 */
export function nextSentences(
	text: string,
	offset: number,
	isFinal: boolean,
): { sentences: string[]; end: number } {
	const rest = text.slice(offset);
	let length = isFinal ? rest.length : 0;
	if (!isFinal) for (const { index, 0: end } of rest.matchAll(SENTENCE_END)) length = index + end.length;
	const whole = rest.slice(0, length);
	// A block of code is taken as a whole, so that its marks are seen together.
	if (!isFinal && isInCode(whole)) {
		const before = whole.search(/^[ \t]*(?:`{3,}|~{3,})/m);
		return before <= 0 ? { sentences: [], end: offset } : nextSentencesOf(whole.slice(0, before), offset);
	}
	return nextSentencesOf(whole, offset);
}

function nextSentencesOf(whole: string, offset: number): { sentences: string[]; end: number } {
	const words = spokenWords(whole);
	const segments =
		words === '' ? [] : [...new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(words)];
	const sentences = segments
		.map(({ segment }) => segment.trim())
		.filter((text) => /[\p{L}\p{N}]/u.test(text));
	return { sentences, end: offset + whole.length };
}

const SCRIPTS: readonly (readonly [script: RegExp, language: string])[] = [
	[/ў/iu, 'be'],
	[/[ґєії]/iu, 'uk'],
	[/\p{Script=Cyrillic}/u, 'ru'],
	[/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
	[/\p{Script=Hangul}/u, 'ko'],
	[/\p{Script=Han}/u, 'zh'],
	[/[ٹڈڑںےہ]/u, 'ur'],
	[/[پچژگیک]/u, 'fa'],
	[/\p{Script=Arabic}/u, 'ar'],
	[/\p{Script=Hebrew}/u, 'he'],
	[/\p{Script=Greek}/u, 'el'],
	[/\p{Script=Devanagari}/u, 'hi'],
	[/\p{Script=Thai}/u, 'th'],
	[/\p{Script=Bengali}/u, 'bn'],
	[/\p{Script=Tamil}/u, 'ta'],
	[/\p{Script=Georgian}/u, 'ka'],
	[/\p{Script=Armenian}/u, 'hy'],
];

/** A word of another script among Latin ones does not make the sentence one of that script. */
const LEAST_SHARE = 0.2;

/** The language that a script tells of; null for Latin letters, which many languages share. */
export function languageOfScript(text: string): string | null {
	const letters = text.match(/\p{L}/gu) ?? [];
	const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length;
	if (letters.length - latin < letters.length * LEAST_SHARE) return null;
	return SCRIPTS.find(([script]) => script.test(text))?.[1] ?? null;
}
