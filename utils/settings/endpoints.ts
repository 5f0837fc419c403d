import * as v from 'valibot';
import type { ModelQuirks } from '../lockchat/types.ts';
import { type Endpoint, isKnownKind, type Quirks, storedEndpoint, whereTo } from '../providers/endpoint.ts';
import { isManagedId, type Managed, readManaged, watchManagedItem } from './managed.ts';
import { defineSettingsItem, exclusively, type SettingsItem } from './settings-item.ts';

/** An endpoint of a kind that only a newer version knows: it is kept as it is stored, and offered to nobody. */
interface UnknownEndpoint {
	kind: string;
}

export type StoredEndpoint = Endpoint | UnknownEndpoint;

function isKnown(stored: StoredEndpoint): stored is Endpoint {
	return isKnownKind(stored.kind);
}

/**
 * The entry with an id and a kind. One that lost its id gets one from its place in the list, the same at every
 * reading. One without a kind is a server, as all endpoints once were.
 */
function completed(entry: object, index: number) {
	const hasId = 'id' in entry && typeof entry.id === 'string' && entry.id !== '';
	const kind = 'kind' in entry && typeof entry.kind === 'string' ? entry.kind : 'server';
	return { ...entry, kind, ...(!hasId && { id: `recovered-${index}` }) };
}

/**
 * The schema of the stored list. Broken fields become their defaults, and fields that this version does not know
 * stay. Entries that are no objects are removed, and so is each further endpoint with the same id. An endpoint of an
 * unknown kind stays as it is.
 */
const list = v.pipe(
	v.array(v.unknown()),
	v.transform((entries): StoredEndpoint[] => {
		const ids = new Set<string>();
		return entries.flatMap((entry, index): StoredEndpoint[] => {
			if (typeof entry !== 'object' || entry === null) return [];
			const { kind } = completed(entry, index);
			if (!isKnownKind(kind)) return [{ ...entry, kind }];
			const { success, output } = v.safeParse(storedEndpoint, completed(entry, index));
			if (!success || ids.has(output.id)) return [];
			ids.add(output.id);
			return [output];
		});
	}),
);

const stored = defineSettingsItem<StoredEndpoint[]>({ key: 'local:endpoints', fallback: [], schema: list });

const recordOf = <T>(entry: v.GenericSchema<unknown, T>) => v.record(v.string(), entry);
const quirksOfModels = v.fallback(recordOf(v.fallback(recordOf(v.unknown()), {})), {});

/**
 * What was found out of an organization's endpoints, by their ids: no write stores the endpoints themselves, nor where
 * they are. It holds only for the address at which it was found, so that one's checksum stands beside it.
 */
interface ManagedFound {
	of: number;
	/** The base without its origin. */
	base?: string;
	quirks: Quirks;
}

const managedFound = defineSettingsItem<Record<string, ManagedFound>>({
	key: 'local:managedFound',
	fallback: {},
	schema: recordOf(
		v.object({ of: v.fallback(v.number(), 0), base: v.exactOptional(v.string()), quirks: quirksOfModels }),
	),
});

/** A checksum of the endpoint's address. */
function placeSum(endpoint: Endpoint): number {
	const { address = '' } = whereTo(endpoint) ?? {};
	return [...address].reduce((sum, char) => Math.imul(sum, 31) ^ char.charCodeAt(0), 7);
}

/** As it was last read, for watchers: they are called at once. */
let lastFound: Record<string, ManagedFound> = {};

async function readFound(): Promise<void> {
	lastFound = await managedFound.getValue();
}

/** What of this holds for the endpoint as it is set up now. */
function foundOf(all: Record<string, ManagedFound>, endpoint: Endpoint): ManagedFound {
	const of = placeSum(endpoint);
	const found = Object.hasOwn(all, endpoint.id) ? all[endpoint.id] : undefined;
	return found?.of === of ? found : { of, quirks: {} };
}

function withFound(endpoint: Endpoint): Endpoint {
	if (!Object.hasOwn(lastFound, endpoint.id)) return endpoint;
	const { base, quirks } = foundOf(lastFound, endpoint);
	return {
		...endpoint,
		quirks: { ...endpoint.quirks, ...quirks },
		...(base !== undefined && { base: `${whereTo(endpoint)?.origin}${base}` }),
	};
}

const over = (managed: Managed, all: StoredEndpoint[]): Endpoint[] => [
	...managed.endpoints.map(withFound),
	...all.filter(isKnown),
];

/**
 * The endpoints that an organization has set up, and after them those of the user, in their order. At install there
 * are none. The user's endpoints of an unknown kind outlive every write, and no write stores an organization's.
 */
export const endpoints: Pick<SettingsItem<Endpoint[]>, 'getValue' | 'setValue' | 'watch'> = {
	async getValue() {
		await readFound();
		return over(await readManaged(), await stored.getValue());
	},
	async setValue(next) {
		const unknown = (await stored.getValue()).filter((endpoint) => !isKnown(endpoint));
		await stored.setValue([...next.filter(({ id }) => !isManagedId(id)), ...unknown]);
	},
	watch(onChange) {
		const unwatchers = [
			watchManagedItem(stored, over, onChange),
			managedFound.watch(() => void endpoints.getValue().then(onChange)),
		];
		return () => {
			for (const unwatch of unwatchers) unwatch();
		};
	},
};

export async function findEndpoint(id: string): Promise<Endpoint | undefined> {
	return (await endpoints.getValue()).find((endpoint) => endpoint.id === id);
}

/** The list as it is stored, with the endpoints of a newer version. */
export function storedEndpoints(): Promise<StoredEndpoint[]> {
	return stored.getValue();
}

/** Changes the list as it is stored, with the endpoints of a newer version. */
export function changeStored(change: (all: StoredEndpoint[]) => StoredEndpoint[]): Promise<void> {
	return exclusively('endpoints', async () => stored.setValue(change(await stored.getValue())));
}

/**
 * Puts each of these in the place of the stored endpoint with its id, or at the end. The other endpoints stay as they
 * are.
 */
export function saveEndpoints(changed: readonly Endpoint[]): Promise<void> {
	return changeStored((all) => {
		const own = changed.filter(({ id }) => !isManagedId(id));
		const left = new Map(own.map((endpoint) => [endpoint.id, endpoint]));
		const next = all.map((endpoint) => {
			if (!isKnown(endpoint)) return endpoint;
			const given = left.get(endpoint.id) ?? endpoint;
			left.delete(endpoint.id);
			return given;
		});
		return [...next, ...left.values()];
	});
}

export function removeEndpoints(ids: readonly string[]): Promise<void> {
	return changeStored((all) => all.filter((endpoint) => !isKnown(endpoint) || !ids.includes(endpoint.id)));
}

/**
 * Changes the stored endpoint of this id, if there is one. An organization's endpoint is not stored, so it does not
 * change.
 */
async function changeEndpoint(id: string, change: (endpoint: Endpoint) => Endpoint): Promise<void> {
	if (isManagedId(id)) return;
	return changeStored((all) =>
		all.map((endpoint) => (isKnown(endpoint) && endpoint.id === id ? change(endpoint) : endpoint)),
	);
}

/** Changes what was found out of an organization's endpoint. What was found at another address is dropped. */
async function changeFound(id: string, change: (found: ManagedFound) => ManagedFound): Promise<void> {
	const endpoint = await findEndpoint(id);
	if (!endpoint) return;
	await exclusively('managedFound', async () => {
		const all = await managedFound.getValue();
		await managedFound.setValue({ ...all, [id]: change(foundOf(all, endpoint)) });
	});
}

function changeQuirks(id: string, change: (quirks: Quirks) => Quirks): Promise<void> {
	if (isManagedId(id)) return changeFound(id, (found) => ({ ...found, quirks: change(found.quirks) }));
	return changeEndpoint(id, (endpoint) => ({ ...endpoint, quirks: change(endpoint.quirks ?? {}) }));
}

/** Puts a model at the end of an endpoint's list, where it is not in it. An organization's list stays as it is. */
export function addModel(id: string, model: string): Promise<void> {
	return changeEndpoint(id, (endpoint) =>
		endpoint.models.includes(model) ? endpoint : { ...endpoint, models: [...endpoint.models, model] },
	);
}

/** Stores where an endpoint answers, unless the endpoint itself is not stored, or has another address by now. */
export async function saveBase(endpoint: Endpoint, base: string): Promise<void> {
	const known = await findEndpoint(endpoint.id);
	if (known?.kind !== 'server' || known.base === base) return;
	const { address, origin } = whereTo(endpoint) ?? {};
	if (isManagedId(endpoint.id)) {
		const isHere = typeof origin === 'string' && base.startsWith(`${origin}/`);
		return changeFound(endpoint.id, (found) =>
			isHere && found.of === placeSum(endpoint) ? { ...found, base: base.slice(origin.length) } : found,
		);
	}
	await changeEndpoint(endpoint.id, (other) =>
		other.kind === 'server' && whereTo(other)?.address === address ? { ...other, base } : other,
	);
}

/** Notes what a model of an endpoint was found to need. What a newer version has noted of the model stays. */
export function rememberQuirks(id: string, model: string, found: ModelQuirks): Promise<void> {
	return changeQuirks(id, (quirks) => ({ ...quirks, [model]: { ...quirks[model], ...found } }));
}

/** Forgets all that a model was found to need: the next question is asked as if nothing were known. */
export function forgetQuirks(id: string, model: string): Promise<void> {
	return changeQuirks(id, (quirks) =>
		Object.fromEntries(Object.entries(quirks).filter(([name]) => name !== model)),
	);
}
