import { endpointAccess } from '../address/endpoint-access.ts';
import { endpointUrl } from '../address/endpoint-url.ts';
import { createStallWatch, type Reopen } from '../body/body-reader.ts';
import { LockchatError } from '../lockchat-error.ts';
import type { CompletionRequest } from '../types.ts';
import type { CompletionOptions } from './completion-options.ts';
import { type HttpCall, openResponse, type Transport } from './open-response.ts';
import { wait as waitByTimer } from './wait.ts';

/**
 * A stream that goes on at the server when its connection drops, until it is discarded. The server keeps its last
 * megabytes for some minutes. This is llama.cpp's protocol: a POST that carries the header makes the stream, `GET
 * /v1/stream` reads it from a byte on, `DELETE /v1/stream` ends it.
 *
 * @see https://github.com/ggml-org/llama.cpp/blob/master/tools/server/server-stream.cpp
 */
export type KeptStream = Pick<CompletionRequest, 'endpoint' | 'apiKey'> & { conversationId: string };

export const CONVERSATION_HEADER = 'x-conversation-id';

/** Where this request's stream is kept; null where it is not. */
export function keptStreamOf({
	endpoint,
	conversationId,
	...access
}: Pick<CompletionRequest, 'endpoint' | 'apiKey' | 'conversationId'>): KeptStream | null {
	const isKept = endpoint.isResumable && conversationId !== undefined;
	return isKept ? { ...access, endpoint, conversationId } : null;
}

/** @param from the first byte that is wanted; a DELETE ignores it. */
export function keptStreamCall(stream: KeptStream, method: 'GET' | 'DELETE', from = 0): HttpCall {
	const url = endpointUrl(stream.endpoint.url, 'stream', stream.endpoint.base);
	const access = endpointAccess(url, stream);
	url.searchParams.set('conv_id', stream.conversationId);
	url.searchParams.set('from', String(from));
	return { url, method, ...access };
}

/** The pause before each attempt. A computer that changes its network is connected again within seconds. */
const PAUSES_MS: readonly number[] = [0, 1_000, 3_000];

/** Connects to a kept stream again where it broke off: three attempts in all. Nothing is asked for anew. */
export function createReopen(
	stream: KeptStream,
	transport: Transport,
	wait: typeof waitByTimer = waitByTimer,
): Reopen {
	const pauses = [...PAUSES_MS];

	return async (offset) => {
		for (let pause = pauses.shift(); pause !== undefined; pause = pauses.shift()) {
			try {
				await wait(pause, transport.signal);
				return (await openResponse(keptStreamCall(stream, 'GET', offset), transport)).response;
			} catch (error) {
				if (transport.signal.aborted) break;
				if (!(error instanceof LockchatError)) throw error;
				// The server answered: it is there, and has no such stream any more.
				if (error.code !== 'unreachable') break;
			}
		}
		return null;
	};
}

const LIMIT_MS = 5_000;

/**
 * Has the server end a stream and forget it, within five seconds. True if the server says that it did; it says so of
 * streams that it has never heard of, too.
 */
export async function discardStream(
	stream: KeptStream,
	options: Pick<CompletionOptions, 'fetch'> = {},
): Promise<boolean> {
	try {
		const call = keptStreamCall(stream, 'DELETE');
		// The header is not needed here. It is sent so that CORS headers that would forbid it for a completion already fail here.
		call.headers.set(CONVERSATION_HEADER, stream.conversationId);
		const { response } = await openResponse(call, {
			fetch: options.fetch ?? fetch,
			signal: AbortSignal.timeout(LIMIT_MS),
			watch: createStallWatch(LIMIT_MS),
		});
		return response.status === 204;
	} catch (error) {
		if (error instanceof LockchatError) return false;
		throw error;
	}
}
