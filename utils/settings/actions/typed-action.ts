import type { Action } from './actions.ts';

/** What was written behind the keyword in the address bar. */
interface Typed {
	/** Null for a plain question. */
	action: Action | null;
	/** The question, or what stands behind the action's name. */
	input: string;
}

/** A name, or what is typed of one, without case and accents. */
const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Whatever an input method types where an English keyboard has a slash and a colon. */
const SLASH = /^[/／]/;
const BEHIND_NAME = /^\s*[:：]?\s*/;
const END_OF_NAME = /[\s:：]|$/gu;

/**
 * What follows a name that begins a text, whole, with nothing, a blank, or a colon behind it; null where another word
 * begins it. Case and accents do not count, so what was typed may be longer or shorter than the name.
 */
function behindName(text: string, name: string): string | null {
	const wanted = fold(name);
	const [end] = [...text.slice(0, 2 * name.length + 1).matchAll(END_OF_NAME)]
		.map(({ index }) => index)
		.filter((index) => fold(text.slice(0, index)) === wanted);
	return end === undefined || !/^(?:[\s:：]|$)/u.test(text.slice(end))
		? null
		: text.slice(end).replace(BEHIND_NAME, '').trim();
}

/** An action whose name begins the text, a slash before it or not; else the text is a question. The longest name counts. */
export function readTyped(text: string, offered: readonly Action[]): Typed {
	const typed = text.trim().replace(SLASH, '');
	const [found] = offered
		.map((action) => ({ action, input: behindName(typed, action.name) }))
		.filter(({ input }) => input !== null)
		.sort((one, other) => other.action.name.length - one.action.name.length);
	return { action: found?.action ?? null, input: found?.input ?? text.trim() };
}

/** Whether a name may still become what is typed. */
export const mayBecome = (text: string, { name }: Action): boolean =>
	fold(name).startsWith(fold(text.trim().replace(SLASH, '')));
