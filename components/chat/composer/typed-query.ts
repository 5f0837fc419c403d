/** A sign that opens a list above the text box: a slash that of prompts, an at sign that of tabs. */
export type Sign = '/' | '@';

/** The place of such a sign, and what stands between it and the cursor. */
export interface TypedQuery {
	/** The sign's place, in UTF-16 code units. */
	start: number;
	query: string;
}

/** The sign at the start, or after a blank. What follows may hold no blank and no other such sign, as a path does. */
const BEFORE_CURSOR: Record<Sign, RegExp> = {
	'/': /(?:^|\s)\/([^\s/]{0,50})$/u,
	'@': /(?:^|\s)@([^\s@]{0,50})$/u,
};

/** Null where the cursor does not stand behind such a sign: in a word, in a path, in an address, or behind a selection. */
export function typedQueryOf(
	sign: Sign,
	text: string,
	[selectionStart, selectionEnd]: readonly [start: number, end: number],
): TypedQuery | null {
	if (selectionStart !== selectionEnd) return null;
	const query = BEFORE_CURSOR[sign].exec(text.slice(0, selectionStart))?.[1];
	// What follows the cursor must not be the rest of a word, either.
	if (query === undefined || /^[^\s]/u.test(text.slice(selectionStart))) return null;
	return { start: selectionStart - query.length - 1, query };
}
