import type { CompletionOptions } from './completion-options.ts';
import { discardStream } from './discard-stream.ts';
import type { KeptStream } from './kept-stream.ts';
import type { CompletionEvent } from './types.ts';

/**
 * Passes the events of a kept stream on. Who leaves, or aborts, wants no more of it, and the server is told so, without
 * waiting for its answer; a stream that fails stays there, to be gone on from.
 */
export async function* discardWhenLeft(
	events: AsyncIterable<CompletionEvent>,
	stream: KeptStream,
	options: Pick<CompletionOptions, 'signal' | 'fetch'>,
): AsyncGenerator<CompletionEvent> {
	let isLeft = true;
	try {
		for await (const event of events) {
			isLeft = event.type !== 'end';
			yield event;
		}
	} catch (error) {
		isLeft = options.signal?.aborted ?? false;
		throw error;
	} finally {
		if (isLeft) void discardStream(stream, options);
	}
}
