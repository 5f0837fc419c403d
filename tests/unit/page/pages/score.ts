const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** The words of a text; of Markdown without its marks and addresses. */
function wordsOf(text: string): string[] {
	const plain = text.replace(/\]\([^)]*\)/g, ']');
	return [...segmenter.segment(plain)]
		.filter(({ isWordLike }) => isWordLike)
		.map(({ segment }) => segment.toLowerCase());
}

/** How well a text has the words of another, each as often: the F1 of precision and recall, from 0 to 1. */
export function wordF1(text: string, expected: string): number {
	const left = new Map<string, number>();
	const wanted = wordsOf(expected);
	for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1);
	const found = wordsOf(text);
	const hits = found.filter((word) => {
		const count = left.get(word) ?? 0;
		if (count > 0) left.set(word, count - 1);
		return count > 0;
	}).length;
	return hits === 0 ? 0 : (2 * hits) / (found.length + wanted.length);
}
