import type { Worker } from '@playwright/test';

/**
 * Has the background's database refuse the next `count` writes, as it would if the quota were used up. Zero ends this,
 * and so does a background that starts anew. No browser lets a test use up an extension's quota.
 */
export function refuseWrites(background: Worker, count: number): Promise<void> {
	return background.evaluate((left) => {
		const { prototype } = IDBObjectStore;
		const kept = globalThis as typeof globalThis & { put?: IDBObjectStore['put']; refusals?: number };
		kept.put ??= prototype.put;
		const { put } = kept;
		kept.refusals = left;
		prototype.put = function (this: IDBObjectStore, ...args) {
			if (!kept.refusals) return put.apply(this, args);
			kept.refusals -= 1;
			throw new DOMException('The test has no room.', 'QuotaExceededError');
		};
	}, count);
}
