import { createConnection } from './connection.ts';
import type { DatabaseOptions } from './database.ts';
import type { StoreContext } from './store-context.ts';

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
