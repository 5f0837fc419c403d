/** The user's own prompts, and which of those that come along are hidden. They are kept apart from the preferences, which are read before a window is drawn. */
import * as v from 'valibot';
import { defineSettingsItem, exclusively, type SettingsItem } from './settings-item.ts';

/** A text to ask with. In it `{word}` stands for something that is filled in when it is used; see `prompt-text.ts`. */
export interface Prompt {
	id: string;
	name: string;
	text: string;
}

export interface Prompts {
	/** In the order in which they were made. */
	own: Prompt[];
	/** The ids of those that come along and are not offered. */
	hidden: string[];
}

export const LONGEST_PROMPT_NAME = 100;
export const LONGEST_PROMPT = 20_000;
const MOST_PROMPTS = 500;
const LONGEST_ID = 100;

const prompt = v.object({
	id: v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_ID)),
	name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LONGEST_PROMPT_NAME)),
	text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LONGEST_PROMPT)),
});

/** What is a prompt of these, each id once. */
function readPrompts(given: readonly unknown[]): Prompt[] {
	const byId = new Map<string, Prompt>();
	for (const entry of given) {
		const { success, output } = v.safeParse(prompt, entry);
		if (success && !byId.has(output.id) && byId.size < MOST_PROMPTS) byId.set(output.id, output);
	}
	return [...byId.values()];
}

const item = defineSettingsItem<Prompts>({
	key: 'local:prompts',
	fallback: { own: [], hidden: [] },
	schema: v.object({
		own: v.pipe(
			v.fallback(v.array(v.unknown()), []),
			v.transform((given) => readPrompts(given)),
		),
		hidden: v.fallback(v.pipe(v.array(v.pipe(v.string(), v.maxLength(LONGEST_ID))), v.maxLength(100)), []),
	}),
});

export const prompts: Pick<SettingsItem<Prompts>, 'getValue' | 'watch'> = item;

function change(next: (all: Prompts) => Prompts): Promise<void> {
	return exclusively('prompts', async () => item.setValue(next(await item.getValue())));
}

/** Stores a prompt, in the place of an older one with its id. */
export function savePrompt(saved: Prompt): Promise<void> {
	return change(({ own, hidden }) => {
		const isKnown = own.some(({ id }) => id === saved.id);
		const next = isKnown ? own.map((one) => (one.id === saved.id ? saved : one)) : [...own, saved];
		return { own: readPrompts(next), hidden };
	});
}

export function deletePrompt(deletedId: string): Promise<void> {
	return change(({ own, hidden }) => ({ own: own.filter(({ id }) => id !== deletedId), hidden }));
}

/** Whether a prompt that comes along is offered. */
export function setPromptHidden(promptId: string, isHidden: boolean): Promise<void> {
	return change(({ own, hidden }) => {
		const others = hidden.filter((id) => id !== promptId);
		return { own, hidden: isHidden ? [...others, promptId] : others };
	});
}

/**
 * Adds prompts that are not here yet, as an import brings them. One that is here with other words stays as it is, and the
 * imported one is added beside it.
 *
 * @returns how many are new.
 */
export async function addPrompts(more: readonly unknown[]): Promise<number> {
	let added = 0;
	await change(({ own, hidden }) => {
		const isHere = (one: Prompt) => own.some(({ name, text }) => name === one.name && text === one.text);
		const isTaken = (one: Prompt) => own.some(({ id }) => id === one.id);
		const fresh = readPrompts(more)
			.filter((one) => !isHere(one))
			.map((one) => (isTaken(one) ? { ...one, id: crypto.randomUUID() } : one));
		const next = readPrompts([...own, ...fresh]);
		added = next.length - own.length;
		return { own: next, hidden };
	});
	return added;
}
