import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';

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
	key: `${'local' | 'session'}:${string}`;
	/** The value while nothing is stored. */
	fallback: T;
	/** Repairs what it can with `v.fallback`; where even that fails, the whole item reads as its fallback. */
	schema: v.GenericSchema<unknown, T>;
	/** The number of this item's format; 1 when left out. */
	version?: number;
	/** Functions by the number of a version. Each turns a value of the version before into one of its own. */
	migrations?: Record<number, (old: unknown) => unknown>;
}

/**
 * Defines an item. It does not touch the storage before its first use, so that a worker starts without reading
 * anything.
 */
export function defineSettingsItem<T>(options: SettingsItemOptions<T>): SettingsItem<T> {
	const { key, fallback, schema, version = 1, migrations = {} } = options;

	function define() {
		return storage.defineItem<unknown>(key, { version, migrations });
	}
	let defined: ReturnType<typeof define> | undefined;
	function item() {
		defined ??= define();
		return defined;
	}

	function repair(stored: unknown): T {
		if (stored === null || stored === undefined) return fallback;
		const result = v.safeParse(schema, stored);
		return result.success ? result.output : fallback;
	}

	return {
		getValue: async () => repair(await item().getValue()),
		setValue: (value) => item().setValue(value),
		removeValue: () => item().removeValue(),
		watch: (onChange) => item().watch((value) => onChange(repair(value))),
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
