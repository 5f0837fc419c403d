/**
 * - `unavailable`: there is no database (a private window, or storage that is switched off or damaged).
 * - `full`: the disk or the browser's quota is used up.
 * - `blocked`: a window of another version of the extension is in the way; closing or reloading it helps.
 * - `failed`: anything else.
 */
export type StoreErrorCode = 'unavailable' | 'full' | 'blocked' | 'failed';

/** Why the database refused. `cause` is the browser's own error. */
export class StoreError extends Error {
	override readonly name = 'StoreError';
	readonly code: StoreErrorCode;

	constructor(code: StoreErrorCode, cause?: unknown) {
		super(`The database is ${code}`, { cause });
		this.code = code;
	}
}

const codes: Readonly<Record<string, StoreErrorCode>> = {
	QuotaExceededError: 'full',
	VersionError: 'blocked',
	MissingAPIError: 'unavailable',
	SecurityError: 'unavailable',
	// Firefox in a private window, or with a damaged profile.
	InvalidStateError: 'unavailable',
	DatabaseClosedError: 'unavailable',
};

/**
 * Finds the code for what Dexie or the browser threw. Errors hold their causes: Dexie puts them in `inner`, and for bulk
 * writes in `failures`. The innermost cause whose name is known here decides, since “the transaction was aborted” or
 * “the database is closed” says less than the reason for it.
 */
export function toStoreError(error: unknown): StoreError {
	if (error instanceof StoreError) return error;
	const code = causesOf(error)
		.map((cause) => codes[nameOf(cause)])
		.findLast((found) => found !== undefined);
	return new StoreError(code ?? 'failed', error);
}

function causesOf(error: unknown): unknown[] {
	const causes: unknown[] = [];
	let open: unknown[] = [error];
	while (open.length > 0) {
		causes.push(...open);
		open = open.flatMap(innerOf).filter((cause) => !causes.includes(cause));
	}
	return causes;
}

function innerOf(error: unknown): unknown[] {
	if (typeof error !== 'object' || error === null) return [];
	const inner: unknown[] = [];
	if ('cause' in error) inner.push(error.cause);
	if ('inner' in error) inner.push(error.inner);
	if ('failures' in error && Array.isArray(error.failures)) inner.push(...error.failures);
	return inner;
}

function nameOf(error: unknown): string {
	if (typeof error !== 'object' || error === null || !('name' in error)) return '';
	return typeof error.name === 'string' ? error.name : '';
}
