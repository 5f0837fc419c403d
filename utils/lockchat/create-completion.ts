import { completionBody, dropRefusedParameter } from './exchange/completion-body.ts';
import type { CompletionOptions } from './exchange/completion-options.ts';
import { requestCompletion } from './exchange/exchange-completion.ts';
import { createRetryPolicy } from './exchange/retry-policy.ts';
import { wait as waitByTimer } from './exchange/wait.ts';
import { LockchatError } from './lockchat-error.ts';
import type { CompletionEvent, CompletionRequest } from './types.ts';

/**
 * Asks for a completion and yields it as it comes. The last event is always `end`, unless it throws.
 *
 * As long as nothing of the answer has come, a request may be sent again: twice if the server says how long it is busy, or
 * wrongly denies that it has the model; for some minutes while the server loads the model; and without a parameter that
 * the server does not know. Once a token has come, nothing is sent again.
 *
 * The connection is closed when the loop is left, and when the signal is aborted, also in the middle of a wait.
 *
 * @throws LockchatError for whatever fails; the signal's reason when it is aborted.
 */
export async function* createCompletion(
	request: CompletionRequest,
	options: CompletionOptions = {},
): AsyncGenerator<CompletionEvent> {
	const { signal, wait = waitByTimer } = options;
	const retries = createRetryPolicy();
	let body = completionBody(request);
	for (;;) {
		signal?.throwIfAborted();
		yield { type: 'status', status: 'connecting' };
		let hasBegun = false;
		let failure: LockchatError;
		try {
			for await (const event of requestCompletion(request, body, options)) {
				signal?.throwIfAborted();
				hasBegun ||= event.type !== 'status';
				yield event;
			}
			return;
		} catch (error) {
			signal?.throwIfAborted();
			if (hasBegun || !(error instanceof LockchatError)) throw error;
			failure = error;
		}
		const lighter = dropRefusedParameter(body, failure);
		if (lighter !== null) {
			body = lighter;
			continue;
		}
		const pause = retries.after(failure);
		if (pause === null) throw failure;
		yield { type: 'status', status: pause.status, retryAt: Date.now() + pause.ms };
		await wait(pause.ms, signal);
	}
}
