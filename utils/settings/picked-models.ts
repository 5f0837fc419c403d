/** Which models a user likes, and which were chosen last: for the list in which models are chosen. */
import * as v from 'valibot';
import { defineSettingsItem, exclusively, type SettingsItem } from './settings-item.ts';

/** A model of an endpoint. */
export interface ModelChoice {
	endpointId: string;
	model: string;
}

const MOST_FAVOURITES = 200;
const MOST_RECENT = 5;
const LONGEST_ID = 200;
const LONGEST_NAME = 1_000;

const choice = v.object({
	endpointId: v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_ID)),
	model: v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_NAME)),
});

export function isSameChoice(one: ModelChoice, other: ModelChoice): boolean {
	return one.endpointId === other.endpointId && one.model === other.model;
}

/** Each once, in their order; what is no choice is left out. */
function readChoices(given: readonly unknown[], most: number): ModelChoice[] {
	const read: ModelChoice[] = [];
	for (const entry of given) {
		const { success, output } = v.safeParse(choice, entry);
		if (success && !read.some((other) => isSameChoice(other, output))) read.push(output);
		if (read.length === most) break;
	}
	return read;
}

function defineChoices(key: 'local:favouriteModels' | 'local:recentModels', most: number) {
	return defineSettingsItem<ModelChoice[]>({
		key,
		fallback: [],
		schema: v.pipe(
			v.array(v.unknown()),
			v.transform((given) => readChoices(given, most)),
		),
	});
}

const favourites = defineChoices('local:favouriteModels', MOST_FAVOURITES);
const recent = defineChoices('local:recentModels', MOST_RECENT);

type Readable = Pick<SettingsItem<ModelChoice[]>, 'getValue' | 'watch'>;

/** In the order in which they became favourites. Some may be of endpoints that are gone. */
export const favouriteModels: Readable = favourites;
/** The one that was chosen last comes first. */
export const recentModels: Readable = recent;

function change(item: typeof favourites, next: (all: ModelChoice[]) => ModelChoice[]): Promise<void> {
	return exclusively('pickedModels', async () => item.setValue(next(await item.getValue())));
}

const without = (all: readonly ModelChoice[], one: ModelChoice): ModelChoice[] =>
	all.filter((other) => !isSameChoice(other, one));

export function setFavourite(one: ModelChoice, isFavourite: boolean): Promise<void> {
	return change(favourites, (all) => {
		const others = without(all, one);
		return isFavourite ? [...others, one].slice(-MOST_FAVOURITES) : others;
	});
}

/**
 * Adds favourites that are not among them yet, as an import brings them; what is no choice is left out.
 * @returns how many are new.
 */
export async function addFavourites(more: readonly unknown[]): Promise<number> {
	let added = 0;
	await change(favourites, (all) => {
		const next = readChoices([...all, ...more], MOST_FAVOURITES);
		added = next.length - all.length;
		return next;
	});
	return added;
}

export function rememberChoice(one: ModelChoice): Promise<void> {
	return change(recent, (all) => [one, ...without(all, one)].slice(0, MOST_RECENT));
}
