import type { Connection } from './connection.ts';
import type { Damage } from './row-reader.ts';

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
