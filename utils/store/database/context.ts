import { type Connection, createConnection } from './connection.ts';
import type { BlobRow } from './database.ts';
import type { DatabaseOptions } from './open-database.ts';

/** Pictures that are in no database: those of drafts and of temporary chats, and those that the database refused. */
export interface HeldBlobs {
	/** Never rejects: what cannot be read counts as not there. */
	read(ids: readonly string[]): Promise<BlobRow[]>;
	/** Never rejects. */
	remove(ids: readonly string[]): Promise<void>;
}

/** What all parts of the store share. */
export interface StoreContext {
	connection: Connection;
	held: HeldBlobs;
	/** The clock, in milliseconds since the epoch. */
	now: () => number;
	/** How long a watch that failed waits before it tries again, in milliseconds. */
	retryMs: number;
}

export interface StoreOptions extends Partial<DatabaseOptions> {
	/** There are none when left out. */
	held?: HeldBlobs;
	/** The clock, in milliseconds since the epoch; the computer's when left out. */
	now?: () => number;
	/** How long a watch that failed waits before it tries again, in milliseconds; 2,000 when left out. */
	retryMs?: number;
}

export function createStoreContext({
	name = 'lockchat',
	now = Date.now,
	retryMs = 2000,
	held = { read: async () => [], remove: async () => undefined },
	...options
}: StoreOptions): StoreContext {
	return {
		connection: createConnection({ name, ...options }),
		held,
		now,
		retryMs,
	};
}
