/** What is counted, and how many of it make a token. Each sign is of the first kind that takes it. */
const KINDS: readonly { is: RegExp; aToken: number }[] = [
	{ is: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u, aToken: 10 / 7 },
	{ is: /\p{N}/u, aToken: 3 },
	{ is: /\p{Script=Latin}/u, aToken: 4 },
	{ is: /\p{L}/u, aToken: 2.5 },
	{ is: /(?:)/, aToken: 4 },
];

/**
 * The kind of each sign of Unicode's first plane, as its place in the list and one more; 0 where it is not known yet. To
 * look a sign up is many times quicker than to match it: pages of a million are measured while their chip is drawn.
 */
const kinds = new Uint8Array(0x1_0000);

function kindOf(code: number): number {
	const sign = String.fromCodePoint(code);
	const kind = KINDS.findIndex(({ is }) => is.test(sign)) + 1;
	if (code < kinds.length) kinds[code] = kind;
	return kind;
}

/**
 * How many tokens a text has, roughly and rather too many than too few. No tokenizer is asked: each model has its own, and
 * they weigh more than the whole extension. The rule: four Latin letters or signs a token, three digits, two and a half
 * letters of other alphabets; seven tokens for ten characters of Chinese, Japanese and Korean.
 */
export function estimateTokens(text: string): number {
	// One place more than there are kinds: theirs begin with 1.
	const counts = new Uint32Array(KINDS.length + 1);
	for (let at = 0; at < text.length; at += 1) {
		const unit = text.charCodeAt(at);
		const isFirstOfTwo = unit >= 0xd800 && unit <= 0xdbff;
		const code = isFirstOfTwo ? (text.codePointAt(at) ?? unit) : unit;
		const kind = kinds[code] || kindOf(code);
		counts[kind] = (counts[kind] ?? 0) + 1;
		if (code <= 0xffff) continue;
		// Emoji and rare scripts are two units of a text, and mostly more than one token.
		counts[KINDS.length] = (counts[KINDS.length] ?? 0) + 1;
		at += 1;
	}
	return Math.ceil(KINDS.reduce((sum, { aToken }, at) => sum + (counts[at + 1] ?? 0) / aToken, 0));
}
