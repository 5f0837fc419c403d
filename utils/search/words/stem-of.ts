import { stemmer as russianStem } from '@orama/stemmers/russian';
import { stem as englishStem } from 'porter2';

/** Stemming takes microseconds, and texts say the same words again and again. */
const KEPT = 50_000;
const kept = new Map<string, string>();

/**
 * The part that the forms of a word have in common, by Snowball's rules for Russian and English; the
 * word itself where it is of another language, or too short to have an ending.
 *
 * @param word folded, see `fold`
 */
export function stemOf(word: string): string {
	if (word.length < 3) return word;
	const known = kept.get(word);
	if (known !== undefined) return known;
	if (kept.size >= KEPT) kept.clear();
	const stem = makeStem(word);
	kept.set(word, stem);
	return stem;
}

function makeStem(word: string): string {
	const stem = /^[а-я]+$/.test(word) ? russianStem(word) : /^[a-z]+$/.test(word) ? englishStem(word) : word;
	return stem.length < 2 ? word : stem;
}
