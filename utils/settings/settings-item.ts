import * as v from 'valibot';
import { getItem, removeItem, type StorageKey, setItem, watchItem } from './browser-storage.ts';

/** A typed item in the extension's storage. Every value read is checked, and broken parts are replaced by their defaults. */
export interface SettingsItem<T> {
	/** What is stored, repaired: a broken part reads as its default. Storage itself changes only when a value is set. */
	getValue(): Promise<T>;
	setValue(value: T): Promise<void>;
	removeValue(): Promise<void>;
	/** Calls `listener` after each change, be it in this window, another window, or the background. */
	watch(onChange: (value: T) => void): () => void;
}

export interface SettingsItemOptions<T> {
	key: StorageKey;
	/** The value while nothing is stored. */
	fallback: T;
	/** Repairs what it can with `v.fallback`; where even that fails, the whole item reads as its fallback. */
	schema: v.GenericSchema<unknown, T>;
	/** The number of this item's format; 1 when left out. */
	version?: number;
	/** Functions by the number of a version. Each turns a value of the version before into one of its own. */
	migrations?: Record<number, (old: unknown) => unknown>;
}

const versioned = v.looseObject({ v: v.number() });

/**
 * Defines an item. It does not touch the storage before its first use, so that a worker starts without reading
 * anything.
 */
export function defineSettingsItem<T>(options: SettingsItemOptions<T>): SettingsItem<T> {
	const { key, fallback, schema, version = 1, migrations = {} } = options;

	// The version of what is stored stands beside it. What has none is of the first one.
	const versionKey: StorageKey = `${key}$`;
	async function migrate(): Promise<void> {
		const [value, known] = await Promise.all([getItem(key), getItem(versionKey)]);
		const stored = v.is(versioned, known) ? known.v : 1;
		if (value === null || stored >= version) return;
		let migrated = value;
		for (let next = stored + 1; next <= version; next++)
			migrated = (await migrations[next]?.(migrated)) ?? migrated;
		await setItem(key, migrated);
		await setItem(versionKey, { v: version });
	}
	let migrating: Promise<void> | undefined;
	function migrated(): Promise<void> {
		if (version === 1) return Promise.resolve();
		migrating ??= migrate().catch((error: unknown) =>
			console.error(`${key} was not brought up to date.`, error),
		);
		return migrating;
	}

	function repair(stored: unknown): T {
		if (stored === null || stored === undefined) return fallback;
		const result = v.safeParse(schema, stored);
		return result.success ? result.output : fallback;
	}

	return {
		async getValue() {
			await migrated();
			return repair(await getItem(key));
		},
		async setValue(value) {
			await migrated();
			await setItem(key, value);
			if (version > 1) await setItem(versionKey, { v: version });
		},
		removeValue: () => removeItem(key),
		watch: (onChange) => watchItem(key, (value) => onChange(repair(value))),
	};
}

/**
 * One change of an item at a time, whichever window makes it: for items that are read as a whole, changed, and written as
 * a whole.
 */
export async function exclusively<T>(name: string, change: () => Promise<T>): Promise<T> {
	// Every browser has locks in secure contexts, which ours are. Node has none.
	const locks: LockManager | null | undefined = globalThis.navigator?.locks;
	return locks ? locks.request(`lockchat:${name}`, change) : change();
}

/** A record of texts by id. Entries that are not texts are left out. */
export const textRecord = v.pipe(
	v.record(v.string(), v.unknown()),
	v.transform((entries): Record<string, string> => {
		const texts = Object.entries(entries).filter(
			(entry): entry is [string, string] => typeof entry[1] === 'string',
		);
		return Object.fromEntries(texts);
	}),
);
