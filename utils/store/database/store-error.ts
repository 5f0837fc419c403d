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
	SecurityError: 'unavailable',
	// Firefox in a private window, or with a damaged profile.
	InvalidStateError: 'unavailable',
};

/**
 * Finds the code for what the browser threw. Of an error and its causes, the innermost one whose name is known here
 * decides: “the transaction was aborted” says less than the reason for it.
 */
export function toStoreError(error: unknown): StoreError {
	if (error instanceof StoreError) return error;
	const code = causesOf(error)
		.map((cause) => codes[nameOf(cause)])
		.findLast((found) => found !== undefined);
	return new StoreError(code ?? 'failed', error);
}

/** Whether a transaction could not begin because the database is closed, or about to be. */
export function isClosedError(error: unknown): boolean {
	return nameOf(error) === 'InvalidStateError';
}

function causesOf(error: unknown): unknown[] {
	const causes: unknown[] = [];
	let cause = error;
	while (cause !== undefined && !causes.includes(cause)) {
		causes.push(cause);
		cause = typeof cause === 'object' && cause !== null && 'cause' in cause ? cause.cause : undefined;
	}
	return causes;
}

function nameOf(error: unknown): string {
	if (typeof error !== 'object' || error === null || !('name' in error)) return '';
	return typeof error.name === 'string' ? error.name : '';
}
