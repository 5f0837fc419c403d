/** The user's actions: their own, those that come along, and their order. They are kept apart from the preferences, which are read before a window is drawn. */
import * as v from 'valibot';
import { defineSettingsItem, exclusively, type SettingsItem } from '../settings-item.ts';
import { builtInActions } from './built-in-actions.ts';

/** What an action can be chosen on, in the menu of a page. */
export const PLACES = ['selection', 'page', 'link', 'image', 'editable'] as const;
export type Place = (typeof PLACES)[number];

/** Something to ask with. In its text `{word}` stands for what is filled in when it is used; see `action-text.ts`. */
export interface Action {
	id: string;
	name: string;
	text: string;
	/** Where the page's menu has it. By a slash and in the address bar it can be had always. */
	places: Place[];
	/** Whether it asks as soon as it is chosen; else it is put into the composer. */
	isAtOnce: boolean;
	/** What answers it; left out where that is as for any new chat. */
	endpointId?: string | undefined;
	model?: string | undefined;
}

export interface StoredActions {
	/** The user's own, in the order in which they were made, and those that come along as the user has changed them. */
	own: Action[];
	/** The ids of those that come along and were deleted. */
	hidden: string[];
	/** Ids in the order that the user has chosen. What is not in it comes last. */
	order: string[];
}

export const LONGEST_ACTION_NAME = 100;
export const LONGEST_ACTION = 20_000;
const MOST_ACTIONS = 500;

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const words = (longest: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longest));
const anything = v.fallback(v.array(v.unknown()), []);
/** What is broken in a list is left out. */
const list = <T>(schema: v.GenericSchema<unknown, T>, most: number) =>
	v.pipe(
		anything,
		v.transform((given) => given.filter((entry): entry is T => v.is(schema, entry)).slice(0, most)),
	);

const action = v.object({
	id,
	name: words(LONGEST_ACTION_NAME),
	text: words(LONGEST_ACTION),
	// Those that were stored, or exported, as prompts have none of these.
	places: list(v.picklist(PLACES), PLACES.length),
	isAtOnce: v.fallback(v.boolean(), false),
	endpointId: v.fallback(v.optional(id), undefined),
	model: v.fallback(v.optional(words(1_000)), undefined),
});

/** What is an action of these, each id once. */
function readActions(given: readonly unknown[]): Action[] {
	const byId = new Map<string, Action>();
	for (const entry of given) {
		const { success, output } = v.safeParse(action, entry);
		if (success && !byId.has(output.id) && byId.size < MOST_ACTIONS) byId.set(output.id, output);
	}
	return [...byId.values()];
}

const item = defineSettingsItem<StoredActions>({
	// They were called prompts at first.
	key: 'local:prompts',
	fallback: { own: [], hidden: [], order: [] },
	schema: v.object({
		own: v.pipe(
			anything,
			v.transform((given) => readActions(given)),
		),
		hidden: list(id, 100),
		order: list(id, 2 * MOST_ACTIONS),
	}),
});

export const actions: Pick<SettingsItem<StoredActions>, 'getValue' | 'watch'> = item;

/** The actions that are offered, in their order. */
export function offeredActions({ own, hidden, order }: StoredActions): Action[] {
	const builtIn = builtInActions();
	const changed = new Map(own.map((one) => [one.id, one]));
	const all = [
		...own.filter((one) => !builtIn.some(({ id: of }) => of === one.id)),
		...builtIn.filter(({ id: of }) => !hidden.includes(of)).map((one) => changed.get(one.id) ?? one),
	];
	return inOrder(all, order);
}

/** Actions in the order that the user has chosen; what is not in it comes last, as it is. */
export function inOrder(all: readonly Action[], order: readonly string[]): Action[] {
	const place = ({ id: of }: Action) => (order.includes(of) ? order.indexOf(of) : order.length);
	return [...all].sort((one, other) => place(one) - place(other));
}

function change(next: (all: StoredActions) => Partial<StoredActions>): Promise<void> {
	return exclusively('actions', async () => {
		const all = await item.getValue();
		await item.setValue({ ...all, ...next(all) });
	});
}

/** Stores an action, in the place of an older one with its id. */
export function saveAction(saved: Action): Promise<void> {
	return change(({ own }) => {
		const isKnown = own.some((one) => one.id === saved.id);
		const next = isKnown ? own.map((one) => (one.id === saved.id ? saved : one)) : [...own, saved];
		return { own: readActions(next) };
	});
}

/** Deletes an action. Its place is remembered, for when it comes back. */
export function deleteAction(deletedId: string): Promise<void> {
	return change((all) => ({
		order: offeredActions({ ...all, hidden: [] }).map((one) => one.id),
		own: all.own.filter((one) => one.id !== deletedId),
		...(isBuiltIn(deletedId) && { hidden: [...all.hidden, deletedId] }),
	}));
}

/** Brings a deleted action back, as it was before its deletion and where it was. */
export function restoreAction(deletedId: string, before: StoredActions): Promise<void> {
	return change(({ own, hidden }) => ({
		own: readActions([...own, ...before.own.filter((one) => one.id === deletedId)]),
		hidden: hidden.filter((of) => of !== deletedId),
	}));
}

/** Brings back all actions that come along and were deleted. */
export function restoreBuiltIn(): Promise<void> {
	return change(() => ({ hidden: [] }));
}

/** Moves an action up or down, past its neighbour. */
export function moveAction(movedId: string, by: -1 | 1): Promise<void> {
	return change((all) => {
		const order = offeredActions(all).map((one) => one.id);
		const from = order.indexOf(movedId);
		const neighbour = order[from + by];
		if (from === -1 || neighbour === undefined) return {};
		order[from] = neighbour;
		order[from + by] = movedId;
		return { order };
	});
}

const isBuiltIn = (of: string): boolean => builtInActions().some((one) => one.id === of);

/**
 * Adds actions that are not here yet, as an import brings them. One that is here with other words stays as it is, and the
 * imported one is added beside it.
 *
 * @returns how many are new.
 */
export async function addActions(more: readonly unknown[]): Promise<number> {
	let added = 0;
	await change(({ own, hidden }) => {
		const isHere = (one: Action) => own.some(({ name, text }) => name === one.name && text === one.text);
		const isFree = (one: Action) =>
			isBuiltIn(one.id) && !hidden.includes(one.id) && !own.some((other) => other.id === one.id);
		const fresh = readActions(more)
			.filter((one) => !isHere(one))
			// Only one that came along keeps its id: those of a file could be anything's.
			.map((one) => (isFree(one) ? one : { ...one, id: crypto.randomUUID() }));
		const next = readActions([...own, ...fresh]);
		added = next.length - own.length;
		return { own: next };
	});
	return added;
}
