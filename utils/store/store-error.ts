/**
 * - `unavailable`: there is no database to be had (a private window, storage switched off or damaged).
 * - `full`: the disk or the browser's quota is used up.
 * - `blocked`: a window of another version of the extension is in the way; closing or reloading it helps.
 * - `failed`: anything else.
 */
export type StoreErrorCode = 'unavailable' | 'full' | 'blocked' | 'failed';

/** What the database refused. `cause` holds the browser's own error. */
export class StoreError extends Error {
	override readonly name = 'StoreError';
	readonly code: StoreErrorCode;

	constructor(code: StoreErrorCode, cause?: unknown) {
		super(`The database is ${code}`, { cause });
		this.code = code;
	}
}
