import type { CompletionOptions } from './exchange/completion-options.ts';
import { exchangeCompletion } from './exchange/exchange-completion.ts';
import { type KeptStream, keptStreamCall, keptStreamOf } from './exchange/kept-stream.ts';
import { LockchatError } from './lockchat-error.ts';
import type { CompletionEvent, CompletionRequest, Said } from './types.ts';

/**
 * Goes on with an answer whose connection was lost: reads the stream that the server has kept of it, from its start,
 * and yields what comes after `said`. Nothing is asked for anew. The last event is always `end`, unless it throws.
 *
 * @throws LockchatError also when the stream is gone, or is not the one that `said` came from (`malformed`); the
 * signal's reason when it is aborted, which ends the stream at the server too.
 */
export async function* resumeCompletion(
	kept: KeptStream,
	said: Said,
	options: CompletionOptions = {},
): AsyncGenerator<CompletionEvent> {
	options.signal?.throwIfAborted();
	const left = { ...said };
	/** True if a text of this stream is already known as reasoning, so that the stream must bring a `retype`. */
	let isRetypeKnown = false;

	function pick(event: CompletionEvent): CompletionEvent | null {
		if (event.type === 'text' && left.reasoning !== '' && left.reasoning.startsWith(event.text)) {
			isRetypeKnown = true;
			left.reasoning = left.reasoning.slice(event.text.length);
			return null;
		}
		if (event.type === 'retype') {
			if (!isRetypeKnown) return { ...event, coversEarlier: true };
			isRetypeKnown = false;
			return null;
		}
		if ('text' in event && isRetypeKnown) throw new LockchatError('malformed');
		if ('text' in event) {
			const { type, text } = event;
			const known = left[type].slice(0, text.length);
			if (!text.startsWith(known)) throw new LockchatError('malformed');
			left[type] = left[type].slice(known.length);
			return known === text ? null : { type, text: text.slice(known.length) };
		}
		if (event.type === 'end' && Object.values(left).join('') !== '') throw new LockchatError('malformed');
		return event;
	}

	try {
		yield* exchangeCompletion({ attempts: [{ call: keptStreamCall(kept, 'GET'), kept }], pick }, options);
	} catch (error) {
		options.signal?.throwIfAborted();
		throw error;
	}
}

/** Does what `resumeCompletion` does with the stream that this request's endpoint keeps; null where it keeps none. */
export function resumeKept(
	request: Pick<CompletionRequest, 'endpoint' | 'apiKey' | 'conversationId'>,
	said: Said,
	options: CompletionOptions = {},
): AsyncGenerator<CompletionEvent> | null {
	const kept = keptStreamOf(request);
	return kept === null ? null : resumeCompletion(kept, said, options);
}
