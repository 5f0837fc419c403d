import { browser } from 'wxt/browser';
import { preferences } from './preferences.ts';
import { defineSettingsItem, textRecord } from './settings-item.ts';

/*
 * API keys by endpoint id. They are stored apart from the endpoints, so that code that reads or exports an endpoint
 * never has a key. A key stands in one of the two items; the preference `forgetKeysOnClose` decides in which one.
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

/** Undefined if the endpoint has no key, or if the key was forgotten when the browser closed. */
export async function keyFor(endpointId: string): Promise<string | undefined> {
	const [inSession, onDisk] = await Promise.all([forgotten.getValue(), kept.getValue()]);
	return inSession[endpointId] ?? onDisk[endpointId];
}

/**
 * Stores a key where the user wants keys to be; an empty key removes the stored one. The key is written before it is
 * removed from the other item, so that a page that closes in between does not lose it.
 */
export async function setKey(endpointId: string, key: string): Promise<void> {
	if (key === '') return forget(endpointId);
	const { forgetKeysOnClose } = await preferences.getValue();
	const [to, from] = forgetKeysOnClose ? [forgotten, kept] : [kept, forgotten];
	await to.setValue({ ...(await to.getValue()), [endpointId]: key });
	await removeFrom(from, endpointId);
}

export async function forget(endpointId: string): Promise<void> {
	for (const item of [forgotten, kept]) await removeFrom(item, endpointId);
}

async function removeFrom(item: typeof kept, endpointId: string): Promise<void> {
	const { [endpointId]: key, ...others } = await item.getValue();
	if (key !== undefined) await item.setValue(others);
}

/** Moves every key to the item that `forgetKeysOnClose` asks for. Each is written before it is removed, so none is lost. */
export async function moveKeys(forgetKeysOnClose: boolean): Promise<void> {
	const [from, to] = forgetKeysOnClose ? [kept, forgotten] : [forgotten, kept];
	const moving = await from.getValue();
	if (Object.keys(moving).length === 0) return;
	await to.setValue({ ...(await to.getValue()), ...moving });
	await from.removeValue();
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
