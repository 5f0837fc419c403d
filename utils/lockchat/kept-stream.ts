import { endpointAccess } from './endpoint-access.ts';
import { endpointUrl } from './endpoint-url.ts';
import type { HttpCall } from './open-response.ts';
import type { CompletionRequest } from './types.ts';

/**
 * A stream that goes on at the server when its connection drops, until it is discarded; the server keeps its last
 * megabytes for some minutes. llama.cpp's protocol: a POST that carries the header makes it, `GET /v1/stream`
 * reads it from a byte on, `DELETE /v1/stream` ends it.
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

/** @param from the first byte that is wanted; a DELETE takes no notice. */
export function keptStreamCall(stream: KeptStream, method: 'GET' | 'DELETE', from = 0): HttpCall {
	const url = endpointUrl(stream.endpoint.url, 'stream');
	const access = endpointAccess(url, stream);
	url.searchParams.set('conv_id', stream.conversationId);
	url.searchParams.set('from', String(from));
	return { url, method, ...access };
}
