/** What the list of models holds, and in which order; pure, so that the list only draws it. */
import type { ModelDetails } from '../../../utils/lockchat/types.ts';
import type { Endpoint } from '../../../utils/providers/endpoint.ts';
import { isSameChoice, type ModelChoice } from '../../../utils/settings/picked-models.ts';
import { createWordSearch } from '../../../utils/settings/word-search.ts';

/** A model that can be chosen. */
export interface ModelEntry extends ModelChoice {
	/** The server's name, as the user knows it. */
	server: string;
	details: ModelDetails;
	isFavourite: boolean;
	isCurrent: boolean;
	/**
	 * `listed`: it is in the endpoint's own list; `unlisted`: the server has told of it, but it is not in that list;
	 * `typed`: it is what the user has typed, and no more is known of it. Those not listed are added when they are chosen.
	 */
	origin: 'listed' | 'unlisted' | 'typed';
}

/** `server` and `unlisted` belong to the endpoint of that id. */
export type ModelGroup = { entries: ModelEntry[] } & (
	| { type: 'favourites' | 'recent' | 'typed' }
	| { type: 'server' | 'unlisted'; endpointId: string }
);

export interface ModelSources {
	endpoints: readonly Endpoint[];
	/** What is known of an endpoint's models. */
	knownOf: (endpoint: Endpoint) => readonly ModelDetails[];
	favourites: readonly ModelChoice[];
	/** The latest first. */
	recent: readonly ModelChoice[];
	current: ModelChoice;
	/** Whose list may be added to: not that of an organization. */
	canAdd: (endpoint: Endpoint) => boolean;
	/** What an organization leaves to choose from; everything where it has set nothing. */
	isAllowed: (choice: ModelChoice) => boolean;
}

/** A list that is seen as a whole needs no group for what was used recently. */
export const LONG_LIST = 10;
/** More than that of what is not in the user's list would bury what is. */
const MOST_UNLISTED = 50;

/**
 * The groups for a query: favourites, what was used recently, the servers in their order, and for a query also what
 * servers have besides, and the query itself as a name. Each model stands once.
 */
export function modelGroups(query: string, sources: ModelSources): ModelGroup[] {
	const { endpoints, favourites, recent, current, canAdd, isAllowed } = sources;
	const isFound = createWordSearch(query);
	const typed = query.trim();
	const isSearch = typed !== '';
	const listed = new Map<string, ModelEntry>();
	const unlisted: ModelGroup[] = [];
	const typedEntries: ModelEntry[] = [];
	const likes = new Set(favourites.map(keyOfChoice));

	for (const endpoint of endpoints) {
		const { id: endpointId, name: server } = endpoint;
		const known = new Map(sources.knownOf(endpoint).map((details) => [details.id, details]));
		const entryOf = (model: string, origin: ModelEntry['origin']): ModelEntry => {
			const choice = { endpointId, model };
			const details = known.get(model) ?? { id: model };
			const isFavourite = likes.has(keyOfChoice(choice));
			return { ...choice, server, details, origin, isFavourite, isCurrent: isSameChoice(choice, current) };
		};
		const isOffered = (model: string) =>
			isAllowed({ endpointId, model }) && (!isSearch || isFound([model, server]));
		for (const model of endpoint.models.filter(isOffered)) {
			listed.set(keyOfChoice({ endpointId, model }), entryOf(model, 'listed'));
		}
		if (!isSearch || !canAdd(endpoint)) continue;
		const own = new Set(endpoint.models);
		const more = [...known.keys()].filter((model) => !own.has(model) && isOffered(model));
		const entries = more.slice(0, MOST_UNLISTED).map((model) => entryOf(model, 'unlisted'));
		if (entries.length > 0) unlisted.push({ type: 'unlisted', endpointId, entries });
		const isNew = !own.has(typed) && !known.has(typed) && isAllowed({ endpointId, model: typed });
		if (isNew) typedEntries.push(entryOf(typed, 'typed'));
	}

	const isLong = listed.size > LONG_LIST;
	const groups: ModelGroup[] = [];
	/** Takes the entries of these choices out of what is left. */
	function take(choices: readonly ModelChoice[]): ModelEntry[] {
		return choices.flatMap((choice) => {
			const entry = listed.get(keyOfChoice(choice));
			listed.delete(keyOfChoice(choice));
			return entry ?? [];
		});
	}
	const liked = take(favourites);
	if (liked.length > 0) groups.push({ type: 'favourites', entries: liked });
	const used = isLong && !isSearch ? take([current, ...recent]) : [];
	if (used.length > 0) groups.push({ type: 'recent', entries: used });
	for (const { id } of endpoints) {
		const entries = [...listed.values()].filter(({ endpointId }) => endpointId === id);
		if (entries.length > 0) groups.push({ type: 'server', endpointId: id, entries });
	}
	groups.push(...unlisted);
	// The server in use is the likeliest one.
	const isOfCurrent = ({ endpointId }: ModelEntry) => endpointId === current.endpointId;
	const sorted = [
		...typedEntries.filter(isOfCurrent),
		...typedEntries.filter((entry) => !isOfCurrent(entry)),
	];
	if (sorted.length > 0) groups.push({ type: 'typed', entries: sorted });
	return groups;
}

/** A choice as a key; ids and names may hold any character. */
export function keyOfChoice({ endpointId, model }: ModelChoice): string {
	return JSON.stringify([endpointId, model]);
}
