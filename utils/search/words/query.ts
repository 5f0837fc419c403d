import { stemOf } from './stem-of.ts';
import { wordsOf } from './words-of.ts';

/** Something that a message must have. */
export interface Term {
	/** The words, folded: several stand one behind the other in the text, too. */
	words: readonly string[];
	/** Whether other forms of the word are found as well. Never so for several words, nor for a word in quotes. */
	hasForms: boolean;
	/** Whether longer words that begin with the last word are found as well: somebody may still be typing it. */
	isOpen: boolean;
}

/** Every term must be found, in whatever order. */
export type Query = readonly Term[];

/** In UTF-16 code units; nobody types more. */
const MAX_LENGTH = 500;
const MAX_TERMS = 12;

const QUOTES = /[“”„‟«»＂]/g;
/** Before the last letter of a Hebrew abbreviation stands a quotation mark that quotes nothing: צה"ל. */
const IN_HEBREW = /(?<=[\u05d0-\u05ea])"(?=[\u05d0-\u05ea])/g;

/**
 * Reads what was typed into the search box: words, and phrases in quotes of any style. A quote that is not closed yet
 * holds the rest. Nothing else means anything: all other characters stand between words, as they do in a text, and what
 * they join, as in `node.js`, is found as a phrase.
 */
export function parseQuery(typed: string): Query {
	const pieces = typed.slice(0, MAX_LENGTH).replace(QUOTES, '"').replace(IN_HEBREW, '״').split('"');
	const terms = pieces.flatMap((piece, at): Term[] => {
		if (at % 2 === 0) return piece.split(/\s+/).flatMap((word) => toTerm(word, { isOpen: true }));
		return toTerm(piece, { isOpen: at === pieces.length - 1, isQuoted: true });
	});
	const unlike = new Map(terms.map((term) => [JSON.stringify(term), term]));
	return [...unlike.values()].slice(0, MAX_TERMS);
}

function toTerm(text: string, { isOpen, isQuoted = false }: { isOpen: boolean; isQuoted?: boolean }): Term[] {
	const words = Array.from(wordsOf(text), ({ word }) => word);
	const last = words.at(-1);
	if (last === undefined) return [];
	// Half the words there are begin with any one letter, so a letter is found only where it stands alone.
	return [{ words, hasForms: words.length === 1 && !isQuoted, isOpen: isOpen && last.length > 1 }];
}

/**
 * How a stem stands in the index, apart from all words: no word has this sign. There are three, so that the index of
 * beginnings, which goes by two and three letters, has one entry for all stems.
 */
export function asStem(stem: string): string {
	return `¦¦¦${stem}`;
}

/**
 * The query for SQLite's FTS5. It gives candidates; `findHits` decides by the text. Words have only letters and digits,
 * and stand in quotes, so nothing that was typed is ever read as an operator.
 */
export function toMatch(query: Query): string {
	return query.map(matchOf).join(' AND ');
}

function matchOf({ words, hasForms, isOpen }: Term): string {
	const phrase = `"${words.join(' ')}"${isOpen ? ' *' : ''}`;
	const [word = ''] = words;
	if (!hasForms || word.length === 1) return phrase;
	const stem = stemOf(word);
	// A word that is its own stem stands in the index as a word alone.
	return `(${phrase} OR "${stem}" OR "${asStem(stem)}")`;
}
