import { browser } from 'wxt/browser';

/** Where a value stands: the area of the browser's storage, and the value's name there. */
export type StorageKey = `${'local' | 'session'}:${string}`;

function placeOf(key: StorageKey) {
	const [area, ...name] = key.split(':');
	return { area: area === 'local' ? browser.storage.local : browser.storage.session, name: name.join(':') };
}

/** The stored value as it is; null where there is none. Rejects where the browser refuses. */
export async function getItem(key: StorageKey): Promise<unknown> {
	const { area, name } = placeOf(key);
	return (await area.get(name))[name] ?? null;
}

/** Stores a value that JSON can hold; null removes it. Rejects where the browser refuses, as when it is full. */
export function setItem(key: StorageKey, value: unknown): Promise<void> {
	if (value === null || value === undefined) return removeItem(key);
	const { area, name } = placeOf(key);
	return area.set({ [name]: value });
}

export function removeItem(key: StorageKey): Promise<void> {
	const { area, name } = placeOf(key);
	return area.remove(name);
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Whether two stored values are the same. A draft can have a page of a million characters, so none is written out. */
function isSame(one: unknown, other: unknown): boolean {
	if (!isObject(one) || !isObject(other)) return one === other;
	const entries = Object.entries(one);
	if (Array.isArray(one) !== Array.isArray(other) || entries.length !== Object.keys(other).length)
		return false;
	return entries.every(([key, value]) => Object.hasOwn(other, key) && isSame(value, Reflect.get(other, key)));
}

/**
 * Calls `onChange` with the new value, null for none, whichever part of the extension makes the change.
 *
 * @returns a function that ends the watch
 */
export function watchItem(key: StorageKey, onChange: (value: unknown) => void): () => void {
	const { area, name } = placeOf(key);
	const listener: Parameters<typeof area.onChanged.addListener>[0] = (changes) => {
		const change = changes[name];
		// Firefox tells of writes that change nothing, too.
		if (!change || isSame(change.newValue, change.oldValue)) return;
		onChange(change.newValue ?? null);
	};
	area.onChanged.addListener(listener);
	return () => area.onChanged.removeListener(listener);
}
