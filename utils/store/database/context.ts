import type { Damage } from '../../chat/repair.ts';
import { type Connection, createConnection } from './connection.ts';
import type { DatabaseOptions } from './database.ts';

/** What every part of the store works with. */
export interface StoreContext {
	connection: Connection;
	/** Counted up by every read. */
	damage: Damage;
	/** Milliseconds since the epoch. */
	now: () => number;
	/** After how long a watch that failed tries again. */
	retryMs: number;
}

export interface StoreOptions extends Partial<Omit<DatabaseOptions, 'durability'>> {
	/** Milliseconds since the epoch; the clock when left out. */
	now?: () => number;
	/** After how long a watch that failed tries again; 2,000 when left out. */
	retryMs?: number;
}

export function createStoreContext({
	name = 'lockchat',
	now = Date.now,
	retryMs = 2000,
	...options
}: StoreOptions): StoreContext {
	return {
		connection: createConnection({ name, ...options }),
		damage: { repaired: 0, skipped: 0 },
		now,
		retryMs,
	};
}
