/** Accents are taken apart from their letters, and left out with all other signs. */
const lettersOf = (text: string): string =>
	text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * A search for the words of a query: every word must be found in a text, wherever it stands; capitals, accents, spaces
 * within names and signs do not count. Everything is found by an empty query.
 */
export function createWordSearch(query: string): (texts: readonly string[]) => boolean {
	const words = query
		.split(/\s+/)
		.map(lettersOf)
		.filter((word) => word !== '');
	const whole = lettersOf(query);
	return (texts) => {
		const text = texts.map(lettersOf).join(' ');
		return words.every((word) => text.includes(word)) || text.includes(whole);
	};
}
