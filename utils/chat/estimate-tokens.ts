/**
 * How many tokens a text has, roughly and rather too many than too few. No tokenizer is asked: each model has its own, and
 * they weigh more than the whole extension. The rule: four Latin letters or signs a token, three digits, two and a half
 * letters of other alphabets; seven tokens for ten characters of Chinese, Japanese and Korean.
 */
export function estimateTokens(text: string): number {
	const wide = countOf(text, /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu);
	const digits = countOf(text, /\p{N}/gu);
	const latin = countOf(text, /\p{Script=Latin}/gu);
	const letters = countOf(text, /\p{L}/gu) - wide - latin;
	const signs = text.length - wide - digits - latin - letters;
	return Math.ceil(wide * 0.7 + digits / 3 + letters / 2.5 + (latin + signs) / 4);
}

/** Lists of millions of matches would cost ten times as much as the matching. In UTF-16 code units. */
const LOOKED_AT_ONCE = 2_048;

function countOf(text: string, kind: RegExp): number {
	let count = 0;
	for (let start = 0; start < text.length; start += LOOKED_AT_ONCE)
		count += text.slice(start, start + LOOKED_AT_ONCE).match(kind)?.length ?? 0;
	return count;
}
