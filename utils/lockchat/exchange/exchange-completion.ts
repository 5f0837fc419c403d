import { endpointAccess } from '../address/endpoint-access.ts';
import { endpointUrl } from '../address/endpoint-url.ts';
import { hostKind } from '../address/host-kind.ts';
import { createStallWatch } from '../body/body-reader.ts';
import { readCompletion } from '../body/read-completion.ts';
import type { CompletionEvent, CompletionRequest } from '../types.ts';
import { createAbortScope } from './abort-scope.ts';
import type { CompletionBody } from './completion-body.ts';
import { type CompletionOptions, DEFAULT_MAX_EVENT_BYTES, DEFAULT_STALL_MS } from './completion-options.ts';
import {
	CONVERSATION_HEADER,
	createReopen,
	discardStream,
	type KeptStream,
	keptStreamOf,
} from './kept-stream.ts';
import { type HttpCall, openResponse, type Transport } from './open-response.ts';

const UNSTREAMED_PATIENCE = 5;

/** One request for a completion, never repeated. The connection is closed when the generator ends, however it ends. */
export function requestCompletion(
	request: Pick<CompletionRequest, 'endpoint' | 'apiKey' | 'conversationId'>,
	body: CompletionBody,
	options: CompletionOptions,
): AsyncGenerator<CompletionEvent> {
	const url = endpointUrl(request.endpoint.url, 'chat/completions');
	const { headers, secrets } = endpointAccess(url, request);
	headers.set('content-type', 'application/json');
	const call = { url, method: 'POST', headers, body: JSON.stringify(body), secrets } as const;
	const kept = body.stream ? keptStreamOf(request) : null;
	const stallMs = (options.stallMs ?? DEFAULT_STALL_MS) * (body.stream ? 1 : UNSTREAMED_PATIENCE);
	if (kept !== null) headers.set(CONVERSATION_HEADER, kept.conversationId);
	return exchangeCompletion({ call, kept }, { ...options, stallMs });
}

export interface CompletionExchange {
	call: HttpCall;
	/** Where the stream of the answer is kept: it is connected to again when it breaks off. */
	kept: KeptStream | null;
	/** The part of an event that is wanted; throws when the answer is not the one that was looked for. */
	pick?: (event: CompletionEvent) => CompletionEvent | null;
}

/**
 * The events that a server answers one call with. The connection is closed when the generator ends, however it ends.
 * Who leaves before the end, or aborts, wants no more of a kept stream, and the server is told so, without waiting for
 * its answer; a stream that fails stays there, to be gone on from.
 */
export async function* exchangeCompletion(
	{ call, kept, pick = (event) => event }: CompletionExchange,
	options: CompletionOptions,
): AsyncGenerator<CompletionEvent> {
	const { url, secrets } = call;
	const watch = createStallWatch(options.stallMs ?? DEFAULT_STALL_MS);
	const scope = createAbortScope(options.signal);
	const transport: Transport = { fetch: options.fetch ?? fetch, signal: scope.signal, watch };
	let isLeft = true;
	try {
		const opened = await openResponse(call, {
			...transport,
			...(kept && { reopen: createReopen(kept, transport, options.wait) }),
		});
		// By its headers: until the first word a server can take minutes, and whoever waits should know for what.
		yield { type: 'status', status: 'accepted' };
		const events = await readCompletion({
			...opened,
			watch,
			source: { url, secrets },
			maxEventLength: options.maxEventBytes ?? DEFAULT_MAX_EVENT_BYTES,
			isLocal: options.isLocal ?? hostKind(url.hostname) === 'loopback',
			joinsTokens: options.joinsTokens ?? false,
		});
		for await (const event of events) {
			const picked = pick(event);
			isLeft = event.type !== 'end';
			if (picked !== null) yield picked;
		}
	} catch (error) {
		isLeft = options.signal?.aborted ?? false;
		throw error;
	} finally {
		scope.close();
		if (isLeft && kept !== null) void discardStream(kept, options);
	}
}
