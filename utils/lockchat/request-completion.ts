import type { CompletionBody } from './completion-body.ts';
import { type CompletionOptions, DEFAULT_STALL_MS } from './completion-options.ts';
import { endpointAccess } from './endpoint-access.ts';
import { endpointUrl } from './endpoint-url.ts';
import { exchangeCompletion } from './exchange-completion.ts';
import { CONVERSATION_HEADER, keptStreamOf } from './kept-stream.ts';
import type { CompletionEvent, CompletionRequest } from './types.ts';

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
