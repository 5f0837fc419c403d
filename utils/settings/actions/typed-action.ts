import type { Action } from './actions.ts';

/** What was written behind the keyword in the address bar. */
interface Typed {
	/** Null for a plain question. */
	action: Action | null;
	/** The question, or what stands behind the action's name. */
	input: string;
}

export const fold = (text: string): string => text.toLocaleLowerCase();

/** Whether a name stands at the beginning of a text, whole, with nothing, a blank, or a colon behind it. */
function startsWithName(text: string, name: string): boolean {
	const isThere = fold(text.slice(0, name.length)) === fold(name);
	return isThere && /^(?:[\s:]|$)/u.test(text.slice(name.length));
}

/** An action whose name begins the text, a slash before it or not; else the text is a question. The longest name counts. */
export function readTyped(text: string, offered: readonly Action[]): Typed {
	const typed = text.trim().replace(/^\//, '');
	const [action] = offered
		.filter(({ name }) => startsWithName(typed, name))
		.sort((one, other) => other.name.length - one.name.length);
	if (!action) return { action: null, input: text.trim() };
	return {
		action,
		input: typed
			.slice(action.name.length)
			.replace(/^\s*:?/, '')
			.trim(),
	};
}
