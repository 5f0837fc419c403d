import type { LockchatError } from '../lockchat-error.ts';
import type { CompletionStatus } from '../types.ts';

/** A pause before the same request is sent again, and the status that is shown meanwhile. */
interface RetryPause {
	status: Extract<CompletionStatus['status'], 'loading-model' | 'retrying'>;
	ms: number;
}

export interface RetryPolicy {
	/** The pause after this failure; null if there is no further try. Each pause that it allows is counted. */
	after(error: LockchatError): RetryPause | null;
}

const MOST_RETRIES = 2;
/**
 * The longest pause, however long the server asks for, in milliseconds. If it asks for more than a minute, the user
 * decides.
 */
const LONGEST_PAUSE_MS = 60_000;
const MODEL_PAUSE_MS = 500;
const LOADING_PAUSE_MS = 2_000;
/**
 * The shortest pause while a model loads, whatever the server says: with `Retry-After: 0` it would be asked hundreds
 * of times a second.
 */
const SHORTEST_LOADING_PAUSE_MS = 500;
/** How long loading a model may take, in milliseconds: a large model on a slow disk takes minutes. */
const LONGEST_LOADING_MS = 300_000;
/**
 * The sentence by which overloaded gateways deny a model that they have. OpenAI's own sentence has no colon, and is
 * true.
 */
const SPURIOUS = /\bthe model: `[^`]*` does not exist/i;

/** Decides which failures are worth another try, as long as nothing of the answer has come. Make one for each completion. */
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
				// The requests themselves take time too. If the clock was set back, only the pauses count.
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

function isBusy({ status, code }: LockchatError): boolean {
	if (code === 'payment-needed') return false;
	return status === 429 || status === 503 || status === 529;
}
