import { createAbortScope } from './abort-scope.ts';
import { type CompletionOptions, DEFAULT_MAX_EVENT_BYTES, DEFAULT_STALL_MS } from './completion-options.ts';
import { isLoopback } from './is-loopback.ts';
import type { KeptStream } from './kept-stream.ts';
import { type HttpCall, openResponse, type Transport } from './open-response.ts';
import { readCompletion } from './read-completion.ts';
import { createReopen } from './reopen-stream.ts';
import { createStallWatch } from './stall-watch.ts';
import type { CompletionEvent } from './types.ts';

/**
 * The events that a server answers one call with. The connection is closed when the generator ends, however it ends.
 *
 * @param kept where the answer's stream is kept, to connect to it again when it breaks off.
 */
export async function* exchangeCompletion(
	call: HttpCall,
	kept: KeptStream | null,
	options: CompletionOptions,
): AsyncGenerator<CompletionEvent> {
	const { url, secrets } = call;
	const watch = createStallWatch(options.stallMs ?? DEFAULT_STALL_MS);
	const scope = createAbortScope(options.signal);
	const transport: Transport = { fetch: options.fetch ?? fetch, signal: scope.signal, watch };
	try {
		const opened = await openResponse(call, {
			...transport,
			...(kept && { reopen: createReopen(kept, transport, options.wait) }),
		});
		yield* await readCompletion({
			...opened,
			watch,
			source: { url, secrets },
			maxEventLength: options.maxEventBytes ?? DEFAULT_MAX_EVENT_BYTES,
			isLocal: options.isLocal ?? isLoopback(url.hostname),
		});
	} finally {
		scope.close();
	}
}
