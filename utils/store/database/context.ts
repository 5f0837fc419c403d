import type { Damage } from '../../chat/repair.ts';
import { type Connection, createConnection } from './connection.ts';
import type { DatabaseOptions } from './open-database.ts';

/** What all parts of the store share. */
export interface StoreContext {
	connection: Connection;
	/** Counts the rows that reads had to repair or skip. */
	damage: Damage;
	/** The clock, in milliseconds since the epoch. */
	now: () => number;
	/** How long a watch that failed waits before it tries again, in milliseconds. */
	retryMs: number;
}

export interface StoreOptions extends Partial<DatabaseOptions> {
	/** The clock, in milliseconds since the epoch; the computer's when left out. */
	now?: () => number;
	/** How long a watch that failed waits before it tries again, in milliseconds; 2,000 when left out. */
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
