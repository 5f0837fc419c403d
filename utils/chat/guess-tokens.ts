/**
 * Roughly how many tokens a text is. Tokenizers differ by model; most take about four letters of a Latin word to a token,
 * fewer of other alphabets, and about one character of Chinese, Japanese and Korean.
 */
export function guessTokens(text: string): number {
	const wide = text.match(WIDE)?.length ?? 0;
	const other = text.match(OTHER)?.length ?? 0;
	return Math.ceil(wide * 0.8 + other / 2.5 + (text.length - wide - other) / 4);
}

const WIDE = /[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF]/g;
/** Letters of Greek, Cyrillic, Armenian, Hebrew, Arabic and the scripts of India and its neighbours. */
const OTHER = /[\u0370-\u1FFF]/g;
