import type { Query, Term } from './query.ts';
import { stemOf } from './stem-of.ts';
import { type Word, wordsOf } from './words-of.ts';

/** A place in a text where a term is, in UTF-16 code units; `term` is its place in the query. */
export interface Hit {
	start: number;
	end: number;
	term: number;
}

/** Once every term is found, no more hits than this are gathered: they show what a text is about. */
const ENOUGH = 60;

type Matcher = (words: readonly Word[], at: number) => Word | null;

/**
 * Where a text has the terms of a query, in the text's order; null when it lacks one of them. A word is found where it
 * begins a word of the text, and where another form of it stands: a word with the same stem.
 */
export function findHits(text: string, query: Query): Hit[] | null {
	const words = [...wordsOf(text)];
	const matchers = query.map(matcherOf);
	const lacking = new Set(query.keys());
	const hits: Hit[] = [];
	for (const [at, { start }] of words.entries()) {
		if (hits.length >= ENOUGH && lacking.size === 0) break;
		for (const [term, match] of matchers.entries()) {
			const last = match(words, at);
			if (!last) continue;
			lacking.delete(term);
			hits.push({ start, end: last.end, term });
			break;
		}
	}
	return lacking.size > 0 && !completes(words, matchers, lacking) ? null : hits;
}

/** Whether the terms that are lacking stand where another term was found first: “port” is in “ports”, too. */
function completes(
	words: readonly Word[],
	matchers: readonly Matcher[],
	lacking: ReadonlySet<number>,
): boolean {
	return [...lacking].every((term) => words.some((_, at) => matchers[term]?.(words, at)));
}

function matcherOf(term: Term): Matcher {
	return term.hasForms ? formMatcher(term) : phraseMatcher(term);
}

function formMatcher({ words: [sought = ''], isOpen }: Term): Matcher {
	const stem = stemOf(sought);
	const first = sought.charAt(0);
	return (words, at) => {
		const found = words[at];
		if (!found?.word.startsWith(first)) return null;
		const isHit =
			found.word === sought ||
			(isOpen && found.word.startsWith(sought)) ||
			(sought.length > 1 && stemOf(found.word) === stem);
		return isHit ? found : null;
	};
}

function phraseMatcher({ words: sought, isOpen }: Term): Matcher {
	const end = sought.length - 1;
	return (words, at) => {
		for (const [place, word] of sought.entries()) {
			const found = words[at + place]?.word;
			const isSame = isOpen && place === end ? found?.startsWith(word) : found === word;
			if (!isSame) return null;
		}
		return words[at + end] ?? null;
	};
}
