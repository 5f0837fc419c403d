import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { type Endpoint, storedEndpoint } from '../providers/endpoint.ts';
import { isPreference, type Preferences } from './preference-values.ts';
import type { SettingsItem } from './settings-item.ts';

/** What an organization has set. `public/managed-schema.json` describes it, and `docs/managed.md` shows how it is set. */
export interface Managed {
	/** The servers, without the values of their headers, just as the user's own are stored. */
	endpoints: Endpoint[];
	/** Choices that hold whatever the user has chosen. */
	preferences: Partial<Preferences>;
	/** Keys and values of headers, under the names that the user's own would have. */
	keys: Record<string, string>;
}

/** How the ids of an organization's endpoints begin. No endpoint of the user's own has such an id. */
const PREFIX = 'managed:';
const LONGEST_ID = 100;

export const isManagedId = (id: string): boolean => id.startsWith(PREFIX);
const managedId = (name: string): string => (PREFIX + name).slice(0, LONGEST_ID);

const policy = v.object({
	endpoints: v.fallback(v.array(v.record(v.string(), v.unknown())), []),
	preferences: v.fallback(v.record(v.string(), v.unknown()), {}),
});

/**
 * The organization's policies, or nothing where there are none. Firefox rejects where there are none, and some
 * browsers lack this API.
 */
async function readPolicy(): Promise<unknown> {
	try {
		return await browser.storage.managed.get(null);
	} catch {
		return {};
	}
}

/** The settings as they were last read. Watchers get these, since they are called at once. */
let last: Managed = { endpoints: [], preferences: {}, keys: {} };

/** What the organization has set now. What is wrong in it is left out. */
export async function readManaged(): Promise<Managed> {
	last = parsePolicy(await readPolicy());
	return last;
}

function parsePolicy(given: unknown): Managed {
	const managed: Managed = { endpoints: [], preferences: {}, keys: {} };
	const read = v.safeParse(policy, given);
	if (!read.success) return managed;
	for (const { id, apiKey, ...entry } of read.output.endpoints) {
		const own = managedId(String(id ?? entry.url));
		const hasKey = typeof apiKey === 'string' && apiKey !== '';
		const given = { ...entry, kind: 'server', id: own, ...(hasKey && { needsAuth: true }) };
		const { success, output } = v.safeParse(storedEndpoint, given);
		if (
			!success ||
			output.kind !== 'server' ||
			output.url === '' ||
			managed.endpoints.some((other) => other.id === own)
		)
			continue;
		const { headers } = output;
		managed.endpoints.push({
			...output,
			name: output.name || output.url,
			...(headers && { headers: Object.fromEntries(Object.keys(headers).map((name) => [name, ''])) }),
		});
		if (hasKey) managed.keys[own] = apiKey;
		if (headers) managed.keys[`${own} headers`] = JSON.stringify(headers);
	}
	const entries = Object.entries(read.output.preferences).map(([name, value]) => [
		name,
		name === 'defaultEndpointId' && typeof value === 'string' ? managedId(value) : value,
	]);
	managed.preferences = Object.fromEntries(
		entries.filter(([name, value]) => isPreference(String(name), value)),
	);
	return managed;
}

/** Calls `onChange` after the organization has changed something. Firefox reads policies only when it starts. */
export function watchManaged(onChange: () => void): () => void {
	const listen = (_changes: unknown, area: string) => area === 'managed' && onChange();
	browser.storage.onChanged.addListener(listen);
	return () => browser.storage.onChanged.removeListener(listen);
}

/**
 * Watches an item that the organization's settings are laid over, and those settings too.
 *
 * @param over lays the organization's settings over a stored value.
 */
export function watchManagedItem<Stored, Value>(
	item: SettingsItem<Stored>,
	over: (managed: Managed, value: Stored) => Value,
	onChange: (value: Value) => void,
): () => void {
	let isStopped = false;
	const read = async () => {
		const [managed, value] = await Promise.all([readManaged(), item.getValue()]);
		if (!isStopped) onChange(over(managed, value));
	};
	const unwatchers = [
		item.watch((value) => onChange(over(last, value))),
		watchManaged(() => void read()),
		() => {
			isStopped = true;
		},
	];
	return () => {
		for (const unwatch of unwatchers) unwatch();
	};
}
