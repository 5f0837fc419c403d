import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { type Endpoint, storedEndpoint } from '../providers/endpoint.ts';
import { isPreference, type Preferences } from './preference-values.ts';
import { defineSettingsItem, type SettingsItem } from './settings-item.ts';

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

/** Whether there were policies when they were last read; null before that. */
const hadPolicies = defineSettingsItem<boolean | null>({
	key: 'local:hadPolicies',
	fallback: null,
	schema: v.boolean(),
});

/** True if the browser has told the policies since this page or worker started. */
let isTold = false;
/** Called when policies come that were not waited for. */
const latecomers = new Set<() => void>();

/** The organization's policies; nothing where there are none. Firefox rejects then, and some browsers lack this API. */
async function askForPolicies(): Promise<object> {
	const policies: object = await browser.storage.managed.get(null).catch(() => ({}));
	const isFirst = !isTold;
	isTold = true;
	const hasPolicies = Object.keys(policies).length > 0;
	const had = await hadPolicies.getValue();
	// If this cannot be remembered, as on a full disk, the policies are waited for the next time.
	if (had !== hasPolicies) await hadPolicies.setValue(hasPolicies).catch(() => undefined);
	if (isFirst && had === false && hasPolicies) for (const call of latecomers) call();
	return policies;
}

/**
 * The organization's policies. A Chromium that has just started tells them only after almost three seconds, and nobody
 * could write to any server until then. So if there were none the last time, they are not waited for, and an empty
 * object is given. Policies that come after all are laid over the settings just as a change of them is.
 */
async function readPolicies(): Promise<object> {
	const asked = askForPolicies();
	const isWaitedFor = isTold || (await hadPolicies.getValue()) !== false;
	return isWaitedFor || isTold ? asked : {};
}

/** The settings as they were last read. Watchers get these, since they are called at once. */
let last: Managed = { endpoints: [], preferences: {}, keys: {} };

/** What the organization has set now. What is wrong in it is left out. */
export async function readManaged(): Promise<Managed> {
	last = parsePolicy(await readPolicies());
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

/**
 * Calls `onChange` after the organization has changed something, and when its policies come late. Firefox reads policies only
 * when it starts.
 */
export function watchManaged(onChange: () => void): () => void {
	const listen = (_changes: unknown, area: string) => area === 'managed' && onChange();
	browser.storage.onChanged.addListener(listen);
	latecomers.add(onChange);
	return () => {
		browser.storage.onChanged.removeListener(listen);
		latecomers.delete(onChange);
	};
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
