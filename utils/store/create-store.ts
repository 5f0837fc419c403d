import { createChatWrites } from './chat-writes.ts';
import { createConnection } from './connection.ts';
import type { DatabaseOptions } from './database.ts';
import { createReads } from './reads.ts';
import { createRunWrites } from './run-writes.ts';
import type { Store } from './store.ts';

export interface StoreOptions extends Partial<Omit<DatabaseOptions, 'durability'>> {
	/** Milliseconds since the epoch; the clock when left out. */
	now?: () => number;
	/** After how long a watch that failed tries again; 2,000 when left out. */
	retryMs?: number;
}

/** The store of this context: one a window and one in the worker. Touches nothing until it is first used. */
export function createStore({
	name = 'lockchat',
	now = Date.now,
	retryMs = 2000,
	...options
}: StoreOptions = {}): Store {
	const damage = { repaired: 0, skipped: 0 };
	const connection = createConnection({ name, ...options });
	const context = { connection, damage, now, retryMs };
	return {
		...createReads(context),
		...createRunWrites(context),
		...createChatWrites(context),
		getDamage: () => ({ ...damage }),
		close: connection.close,
	};
}
