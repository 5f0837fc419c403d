/**
 * The variables in an action's prompt: `{word}`, `{two words}`. `{{word}}` stands for `{word}` itself, and what begins with
 * no letter, as in code, is no variable. The variables below are filled in by the extension; any other is asked for.
 */

const VARIABLE = /\{\{([^{}\n]*)\}\}|\{([\p{L}_][\p{L}\p{M}\p{N}_ -]{0,39})\}/gu;

/**
 * The variables that mean something by themselves. The first five stand for somebody else's words: what is selected, the
 * page's text, its title and its address, and the clipboard. Their text is never put among the user's own words: it is
 * attached, fenced as a quotation. `language` is the user's, and `input` is what the user types.
 */
export const VARIABLES = ['selection', 'page', 'title', 'url', 'clipboard', 'language', 'input'] as const;

const ALONE_ON_LINE = /^[ \t]*\{([^{}\n]*)\}[ \t]*$/gmu;

/** The names of the variables, each once, in their order. */
export function variablesOf(text: string): string[] {
	const names = Array.from(text.matchAll(VARIABLE), ([, , name]) => name?.trim() ?? '');
	return [...new Set(names.filter((name) => name !== ''))];
}

/**
 * The text with its variables filled in, all at once: what comes in for one is not looked through for others. A variable
 * without a value is left empty.
 *
 * @param values what stands in the text itself, by the names of the variables.
 * @param quoted words that point at a quotation. A variable that stands alone on its line needs none, as the quotation
 * stands above the question: the line is left out, unless the text is nothing else.
 */
export function fillPrompt(
	text: string,
	values: ReadonlyMap<string, string>,
	quoted: ReadonlyMap<string, string> = new Map(),
): string {
	const own = quoted.size === 0 ? '' : withoutAlone(text, quoted);
	return (own || text).replace(VARIABLE, (_, literal?: string, name?: string) => {
		if (name === undefined) return `{${literal ?? ''}}`;
		return values.get(name.trim()) ?? quoted.get(name.trim()) ?? '';
	});
}

function withoutAlone(text: string, quoted: ReadonlyMap<string, string>): string {
	const kept = text.replace(ALONE_ON_LINE, (line, name: string) => (quoted.has(name.trim()) ? '' : line));
	return kept.replace(/\n{3,}/g, '\n\n').trim();
}
