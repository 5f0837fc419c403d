import * as v from 'valibot';
import { type Endpoint, isKnownKind, storedEndpoint, whereTo } from '../providers/endpoint.ts';
import { defineSettingsItem, type SettingsItem } from './settings-item.ts';

/** An endpoint of a newer version: kept as it is stored, and offered to nobody. */
interface UnknownEndpoint {
	kind: string;
}

type StoredEndpoint = Endpoint | UnknownEndpoint;

function isKnown(stored: StoredEndpoint): stored is Endpoint {
	return isKnownKind(stored.kind);
}

/**
 * An endpoint that lost its id gets one from its place in the list, the same at every reading. One without a kind is
 * a server: for a long time there was nothing else.
 */
function completed(entry: object, index: number) {
	const hasId = 'id' in entry && typeof entry.id === 'string' && entry.id !== '';
	const kind = 'kind' in entry && typeof entry.kind === 'string' ? entry.kind : 'server';
	return { ...entry, kind, ...(!hasId && { id: `recovered-${index}` }) };
}

/**
 * The list as it is stored. Broken fields become their defaults, fields this version does not know stay, entries that
 * are no objects go, and so does a second endpoint of one id. What is of an unknown kind stays as it is.
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

/** The endpoints the user set up, in their order; none at install. Those of an unknown kind outlive every write. */
export const endpoints: Pick<SettingsItem<Endpoint[]>, 'getValue' | 'setValue' | 'watch'> = {
	getValue: async () => (await stored.getValue()).filter(isKnown),
	async setValue(next) {
		const unknown = (await stored.getValue()).filter((endpoint) => !isKnown(endpoint));
		await stored.setValue([...next, ...unknown]);
	},
	watch: (onChange) => stored.watch((all) => onChange(all.filter(isKnown))),
};

export async function findEndpoint(id: string): Promise<Endpoint | undefined> {
	return (await endpoints.getValue()).find((endpoint) => endpoint.id === id);
}

/** Puts each in the place of the stored one with its id, or at the end. The others stay as they are. */
export async function saveEndpoints(changed: readonly Endpoint[]): Promise<void> {
	const left = new Map(changed.map((endpoint) => [endpoint.id, endpoint]));
	const all = (await stored.getValue()).map((endpoint) => {
		if (!isKnown(endpoint)) return endpoint;
		const next = left.get(endpoint.id) ?? endpoint;
		left.delete(endpoint.id);
		return next;
	});
	await stored.setValue([...all, ...left.values()]);
}

/** Stores where an endpoint answers, unless the endpoint itself is not stored, or has another address by now. */
export async function saveBase(endpoint: Endpoint, base: string): Promise<void> {
	const stored = await findEndpoint(endpoint.id);
	if (!stored || stored.base === base) return;
	if (whereTo(stored)?.address === whereTo(endpoint)?.address) await saveEndpoints([{ ...stored, base }]);
}

export async function removeEndpoints(ids: readonly string[]): Promise<void> {
	const all = await stored.getValue();
	await stored.setValue(all.filter((endpoint) => !isKnown(endpoint) || !ids.includes(endpoint.id)));
}
