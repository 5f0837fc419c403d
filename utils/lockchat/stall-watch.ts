import { LockchatError } from './lockchat-error.ts';

/**
 * Adds up the time spent waiting for a server since it last showed life.
 *
 * Only waiting counts: while the consumer of a stream takes its time, nothing is asked of the server.
 */
export interface StallWatch {
	/** Passes `promise` on; rejects with `stalled` when the silence has lasted as long as the limit. */
	wait<T>(promise: Promise<T>): Promise<T>;
	/** The server has shown life: the silence begins anew. */
	touch(): void;
	/** From now on at most `limitMs`, of which nothing has passed yet. */
	tighten(limitMs: number): void;
}

export function createStallWatch(limitMs: number): StallWatch {
	let limit = limitMs;
	let silentMs = 0;

	return {
		async wait(promise) {
			const startedAt = performance.now();
			let timer: ReturnType<typeof setTimeout> | undefined;
			const stall = new Promise<never>((_, reject) => {
				timer = setTimeout(() => reject(new LockchatError('stalled')), Math.max(0, limit - silentMs));
			});
			try {
				return await Promise.race([promise, stall]);
			} finally {
				clearTimeout(timer);
				silentMs += performance.now() - startedAt;
			}
		},
		touch() {
			silentMs = 0;
		},
		tighten(newLimitMs) {
			limit = Math.min(limit, newLimitMs);
			silentMs = 0;
		},
	};
}
