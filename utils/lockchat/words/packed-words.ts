import type { ServerWords } from './server-words.ts';

/**
 * The words of servers as JSON.
 *
 * @throws Error for a pattern with other flags than `i`, which is the one that they are unpacked with
 */
export function packWords(words: ServerWords): string {
	return JSON.stringify(words, (_, value: unknown) => {
		if (!(value instanceof RegExp)) return value;
		if (value.flags !== 'i') throw new Error(`This pattern must ignore case, and nothing else: ${value}`);
		return { pattern: value.source };
	});
}

/** The words that were packed. */
export function unpackWords(packed: string): ServerWords {
	return JSON.parse(packed, (_, value: { pattern?: string } | string) =>
		typeof value === 'object' && value.pattern ? new RegExp(value.pattern, 'i') : value,
	);
}
