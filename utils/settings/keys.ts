import { browser } from 'wxt/browser';
import { isManagedId, readManaged } from './managed.ts';
import { preferences } from './preferences.ts';
import { defineSettingsItem, textRecord } from './settings-item.ts';

/*
 * API keys by endpoint id, apart from the endpoints, so that nothing that reads or exports an endpoint meets one. The
 * values of an endpoint's own headers are as secret, and stand beside its key, as JSON under a name made of its id; the
 * endpoint itself holds the headers' names. The preference `forgetKeysOnClose` decides in which of the two items a key stands.
 */
const kept = defineSettingsItem<Record<string, string>>({
	key: 'local:keys',
	fallback: {},
	schema: textRecord,
});
const forgotten = defineSettingsItem<Record<string, string>>({
	key: 'session:keys',
	fallback: {},
	schema: textRecord,
});

/**
 * The key of an endpoint, an organization's before the user's. Undefined if there is none, or if it was forgotten
 * when the browser closed.
 */
export async function keyFor(endpointId: string): Promise<string | undefined> {
	if (isManagedId(endpointId)) {
		const { [endpointId]: given } = (await readManaged()).keys;
		if (given !== undefined) return given;
	}
	const [inSession, onDisk] = await Promise.all([forgotten.getValue(), kept.getValue()]);
	return inSession[endpointId] ?? onDisk[endpointId];
}

/** Whether an organization has set the key of an endpoint, before which the user's own does not count. */
export async function isKeyManaged(endpointId: string): Promise<boolean> {
	return isManagedId(endpointId) && endpointId in (await readManaged()).keys;
}

/** The ids of the endpoints of which a key, or a header's value, is stored; they may be gone themselves. */
export async function secretIds(): Promise<Set<string>> {
	const [inSession, onDisk] = await Promise.all([forgotten.getValue(), kept.getValue()]);
	const names = [...Object.keys(inSession), ...Object.keys(onDisk)];
	return new Set(names.map((name) => name.replace(/ headers$/, '')));
}

const headersId = (endpointId: string): string => `${endpointId} headers`;

/**
 * The endpoint with the values of its own headers. A header whose value was forgotten when the browser closed has an
 * empty one.
 */
export async function withHeaders<E extends { id: string; headers?: Record<string, string> }>(
	endpoint: E,
): Promise<E> {
	const names = Object.entries(endpoint.headers ?? {});
	if (names.length === 0) return endpoint;
	const values = new Map(Object.entries(JSON.parse((await keyFor(headersId(endpoint.id))) ?? '{}')));
	const headers = names.map(([name, value]) => [name, value || String(values.get(name) ?? '')]);
	return { ...endpoint, headers: Object.fromEntries(headers) };
}

/**
 * Stores the values of an endpoint's own headers where its key is. Returns the endpoint without them, ready to be
 * stored.
 */
export async function storeHeaders<E extends { id: string; headers?: Record<string, string> }>(
	endpoint: E,
): Promise<E> {
	const { headers = {} } = endpoint;
	const filled = Object.entries(headers).filter(([, value]) => value !== '');
	const values = filled.length === 0 ? '' : JSON.stringify(Object.fromEntries(filled));
	await setKey(headersId(endpoint.id), values);
	if (!endpoint.headers) return endpoint;
	return { ...endpoint, headers: Object.fromEntries(Object.keys(headers).map((name) => [name, ''])) };
}

/** Calls back after any key was stored, moved or forgotten, by this window or another one. */
export function watchKeys(onChange: () => void): () => void {
	const unwatchers = [forgotten, kept].map((item) => item.watch(onChange));
	return () => {
		for (const unwatch of unwatchers) unwatch();
	};
}

/**
 * Stores a key where the user wants keys to be; an empty key is forgotten. The key is written to its new place before it
 * is removed from the old one, so that it is not lost when the page is closed in between.
 */
export async function setKey(endpointId: string, key: string): Promise<void> {
	if (key === '') return forgetEntry(endpointId);
	const { forgetKeysOnClose } = await preferences.getValue();
	const [to, from] = forgetKeysOnClose ? [forgotten, kept] : [kept, forgotten];
	await to.setValue({ ...(await to.getValue()), [endpointId]: key });
	await removeFrom(from, endpointId);
}

/** Forgets an endpoint's key and the values of its headers. */
export async function forget(endpointId: string): Promise<void> {
	await forgetEntry(endpointId);
	await forgetEntry(headersId(endpointId));
}

async function forgetEntry(entryId: string): Promise<void> {
	for (const item of [forgotten, kept]) await removeFrom(item, entryId);
}

async function removeFrom(item: typeof kept, endpointId: string): Promise<void> {
	const { [endpointId]: key, ...others } = await item.getValue();
	if (key !== undefined) await item.setValue(others);
}

/** Moves every key to where `forgetKeysOnClose` says. It writes before it removes, as `setKey` does. */
export async function moveKeys(forgetKeysOnClose: boolean): Promise<void> {
	const [from, to] = forgetKeysOnClose ? [kept, forgotten] : [forgotten, kept];
	const moving = await from.getValue();
	if (Object.keys(moving).length === 0) return;
	await to.setValue({ ...(await to.getValue()), ...moving });
	await from.removeValue();
}

/** Takes the keys off the disk if an organization wants keys to be forgotten. */
export async function obeyManaged(): Promise<void> {
	if ((await readManaged()).preferences.forgetKeysOnClose) await moveKeys(true);
}

/**
 * Forbids content scripts to read `storage.local`, where keys may be. (`storage.session` is closed to them by default.)
 * The background does this at each start. Firefox 153 cannot: it has no access levels.
 */
export async function closeStorageToPages(): Promise<void> {
	const { local } = browser.storage;
	if (typeof local.setAccessLevel === 'function') {
		await local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
	}
}
