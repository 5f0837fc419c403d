import { createAbortScope } from './abort-scope.ts';
import type { CompletionBody } from './completion-body.ts';
import { type CompletionOptions, DEFAULT_MAX_EVENT_BYTES, DEFAULT_STALL_MS } from './completion-options.ts';
import { endpointAccess } from './endpoint-access.ts';
import { endpointUrl } from './endpoint-url.ts';
import { isLoopback } from './is-loopback.ts';
import { openResponse } from './open-response.ts';
import { readCompletion } from './read-completion.ts';
import { createStallWatch } from './stall-watch.ts';
import type { CompletionEvent, CompletionRequest } from './types.ts';

const UNSTREAMED_PATIENCE = 5;

/** One request for a completion, never repeated. The connection is closed when the generator ends, however it ends. */
export async function* requestCompletion(
	request: Pick<CompletionRequest, 'endpoint' | 'apiKey'>,
	body: CompletionBody,
	options: CompletionOptions,
): AsyncGenerator<CompletionEvent> {
	const url = endpointUrl(request.endpoint.url, 'chat/completions');
	const { headers, secrets } = endpointAccess(url, request);
	headers.set('content-type', 'application/json');
	const stallMs = (options.stallMs ?? DEFAULT_STALL_MS) * (body.stream ? 1 : UNSTREAMED_PATIENCE);
	const watch = createStallWatch(stallMs);
	const scope = createAbortScope(options.signal);
	try {
		const call = { url, method: 'POST', headers, body: JSON.stringify(body), secrets } as const;
		const opened = await openResponse(call, {
			fetch: options.fetch ?? fetch,
			signal: scope.signal,
			watch,
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
