/**
 * The letters and punctuation of Chinese, Japanese and Korean, which are written without spaces, as the inside of a
 * character class. Blocks are named beside scripts because most punctuation belongs to no script.
 */
export const CJK =
	String.raw`\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Bopo}\p{sc=Yi}` +
	String.raw`\u3001-\u303f\u3099-\u30ff\u3190-\u33ff\ufe10-\ufe1f\ufe30-\ufe6f\uff00-\uffef\u{e0100}-\u{e01ef}`;
