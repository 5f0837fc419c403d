/** The variables in a prompt's text: `{word}`, `{two words}`. `{{word}}` stands for `{word}` itself, and what begins with no letter, as in code, is no variable. */

const VARIABLE = /\{\{([^{}\n]*)\}\}|\{([\p{L}_][\p{L}\p{M}\p{N}_ -]{0,39})\}/gu;

/** The names of the variables, each once, in their order. */
export function variablesOf(text: string): string[] {
	const names = Array.from(text.matchAll(VARIABLE), ([, , name]) => name?.trim() ?? '');
	return [...new Set(names.filter((name) => name !== ''))];
}

/** The text with its variables filled in. One without a value is left empty. */
export function fillPrompt(text: string, values: ReadonlyMap<string, string>): string {
	return text.replace(VARIABLE, (_, literal?: string, name?: string) =>
		name === undefined ? `{${literal ?? ''}}` : (values.get(name.trim()) ?? ''),
	);
}
