import type { CodeWatch } from './code-watch.ts';

/** Punctuation that follows a tag only in a sentence about the tag. */
const CLOSING_MARK = /[,.;:!?)\]}»”’]/;
const OPENING_MARK = /[([{«“‘]/;
const LETTER = /[\p{L}\p{N}]/u;
const SENTENCE_END = /[.!?…。！？]/;

/**
 * Whether a closing tag with no opening one ends reasoning. It does where models put it: in a line of its own, or
 * right behind a word. It does not between the words of a sentence. `next` is the character behind the tag, empty at
 * the end of the answer.
 */
export function endsReasoning(
	{ isAtLineStart, before, lastWordCharacter }: CodeWatch,
	next: string,
): boolean {
	if (CLOSING_MARK.test(next)) return false;
	if (isAtLineStart) return true;
	if (/\s/.test(before)) return /^\s?$/.test(next) && next !== ' ' && SENTENCE_END.test(lastWordCharacter);
	return !OPENING_MARK.test(before) && (before !== next || LETTER.test(before));
}
