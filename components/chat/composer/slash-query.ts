/** The place of a slash that asks for a prompt, and what stands between it and the cursor. */
export interface SlashQuery {
	/** The slash's place, in UTF-16 code units. */
	start: number;
	query: string;
}

/** A slash at the start, or after a blank. What follows may hold no blank and no other slash, as a path does. */
const BEFORE_CURSOR = /(?:^|\s)\/([^\s/]{0,50})$/u;

/** Null where the cursor does not stand behind such a slash: in a word, in a path, in an address, or behind a selection. */
export function slashQueryOf(text: string, selectionStart: number, selectionEnd: number): SlashQuery | null {
	if (selectionStart !== selectionEnd) return null;
	const query = BEFORE_CURSOR.exec(text.slice(0, selectionStart))?.[1];
	// What follows the cursor must not be the rest of a word, either.
	if (query === undefined || /^[^\s]/u.test(text.slice(selectionStart))) return null;
	return { start: selectionStart - query.length - 1, query };
}
