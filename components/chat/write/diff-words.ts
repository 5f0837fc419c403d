import { diffArrays } from 'diff';

/** A piece of two texts: in both, only in the old one, or only in the new one. */
export interface DiffPiece {
	type: 'same' | 'gone' | 'new';
	text: string;
}

/** Texts that differ in so much that it takes longer are shown as replaced whole, in milliseconds. */
const WITHIN_MS = 400;

/** Words by the rules of their language. */
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/**
 * The words of a text, and what stands between them. What is between two blanks is read by itself: the time that browsers
 * take for a whole text grows with the square of its length.
 */
const wordsOf = (text: string): string[] =>
	(text.match(/\s|\S{1,1000}/gu) ?? []).flatMap((run) =>
		/^\w+$|^\s$/.test(run) ? [run] : Array.from(segmenter.segment(run), ({ segment }) => segment),
	);

/** What has changed from one text to another, word by word, in the order of reading. */
export function diffWords(before: string, after: string): DiffPiece[] {
	const changes = diffArrays(wordsOf(before), wordsOf(after), { timeout: WITHIN_MS });
	if (!changes)
		return [
			{ type: 'gone', text: before },
			{ type: 'new', text: after },
		];
	return changes.map(({ value, added, removed }) => ({
		type: added ? 'new' : removed ? 'gone' : 'same',
		text: value.join(''),
	}));
}
