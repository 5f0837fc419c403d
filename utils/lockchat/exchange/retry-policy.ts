import type { LockchatError } from '../lockchat-error.ts';
import type { CompletionStatus } from '../types.ts';

/** A wait before the same request is sent again, and what is said of it meanwhile. */
interface RetryPause {
	status: Extract<CompletionStatus['status'], 'loading-model' | 'retrying'>;
	ms: number;
}

export interface RetryPolicy {
	/** The pause after this failure; null when it is final. Counts what it allows. */
	after(error: LockchatError): RetryPause | null;
}

const MOST_RETRIES = 2;
/** However long the server asks for: beyond a minute the user decides. */
const LONGEST_PAUSE_MS = 60_000;
const MODEL_PAUSE_MS = 500;
const LOADING_PAUSE_MS = 2_000;
/** However soon the server asks for it, as with `Retry-After: 0`: it would be asked hundreds of times a second. */
const SHORTEST_LOADING_PAUSE_MS = 500;
/** A large model from a slow disk takes minutes. */
const LONGEST_LOADING_MS = 300_000;
/** What overloaded gateways say of models they do have; OpenAI's own sentence has no colon, and is final. */
const SPURIOUS = /\bthe model: `[^`]*` does not exist/i;

/** Decides what is worth another try, before anything of the answer has come. One policy a completion. */
export function createRetryPolicy(): RetryPolicy {
	let retries = 0;
	let loadingPausedMs = 0;
	let loadingSince: number | undefined;

	return {
		after(error) {
			const asked =
				error.retryAfterMs === undefined ? undefined : Math.min(error.retryAfterMs, LONGEST_PAUSE_MS);
			if (error.code === 'model-loading') {
				const ms = Math.max(asked ?? LOADING_PAUSE_MS, SHORTEST_LOADING_PAUSE_MS);
				const now = Date.now();
				loadingSince ??= now;
				loadingPausedMs += ms;
				// Requests take time too. The pauses alone are the bound where the clock is set back.
				const loadingMs = Math.max(loadingPausedMs, now - loadingSince + ms);
				return loadingMs > LONGEST_LOADING_MS ? null : { status: 'loading-model', ms };
			}
			const ms = isSpurious(error) ? MODEL_PAUSE_MS : isBusy(error) ? asked : undefined;
			if (ms === undefined || retries >= MOST_RETRIES) return null;
			retries += 1;
			return { status: 'retrying', ms };
		},
	};
}

function isSpurious({ code, detail }: LockchatError): boolean {
	return code === 'model-not-found' && SPURIOUS.test(detail ?? '');
}

function isBusy({ status }: LockchatError): boolean {
	return status === 429 || status === 503;
}
