import type { Failure, FailureCode } from './failure.ts';

/**
 * The only error that the client throws, apart from the reason of an aborted signal.
 *
 * `message` is for developers and logs; the sentence that a person reads is made from `code`. `describeComplaint` has
 * removed keys from `detail`, so neither of the two holds one.
 */
export class LockchatError extends Error {
	readonly code: FailureCode;
	/** HTTP status, where the server answered with one. */
	readonly status: number | undefined;
	/** How long the server asked to wait, in milliseconds. */
	readonly retryAfterMs: number | undefined;
	readonly detail: string | undefined;

	constructor(code: FailureCode, about: Omit<Failure, 'code'> & { cause?: unknown } = {}) {
		const status = about.status === undefined ? '' : ` (HTTP ${about.status})`;
		const detail = about.detail === undefined ? '' : `: ${about.detail}`;
		super(`${code}${status}${detail}`, { cause: about.cause });
		this.name = 'LockchatError';
		this.code = code;
		this.status = about.status;
		this.retryAfterMs = about.retryAfterMs;
		this.detail = about.detail;
	}

	/** The same as plain data, for a port or a database. */
	toFailure(): Failure {
		return {
			code: this.code,
			...(this.status !== undefined && { status: this.status }),
			...(this.retryAfterMs !== undefined && { retryAfterMs: this.retryAfterMs }),
			...(this.detail !== undefined && { detail: this.detail }),
		};
	}
}
