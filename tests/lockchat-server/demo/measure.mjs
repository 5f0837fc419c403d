// @ts-check

/** Shorter words are left out, since they say nothing about a text. */
const TELLING_LENGTH = 5;

/**
 * What can be said of a text without understanding it.
 * @param {string} text
 */
export function measure(text) {
	const words = text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
	const sentences = text.split(/(?<=[.!?…])\s+/u).filter((sentence) => /\p{L}/u.test(sentence));
	/** @type {Map<string, number>} */
	const counts = new Map();
	for (const word of words.map((each) => each.toLowerCase())) {
		if (word.length >= TELLING_LENGTH) counts.set(word, (counts.get(word) ?? 0) + 1);
	}
	const byCount = [...counts].sort(([, a], [, b]) => b - a);
	return {
		wordCount: words.length,
		sentenceCount: sentences.length,
		firstSentence: sentences[0]?.trim() ?? text,
		longestWord: words.reduce((longest, word) => (word.length > longest.length ? word : longest), ''),
		frequentWords: byCount.slice(0, 4).map(([word]) => word),
		isCyrillic: /\p{Script=Cyrillic}/u.test(text),
	};
}
