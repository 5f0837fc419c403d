import type { CompletionOptions } from './completion-options.ts';
import { CONVERSATION_HEADER, type KeptStream, keptStreamCall } from './kept-stream.ts';
import { LockchatError } from './lockchat-error.ts';
import { openResponse } from './open-response.ts';
import { createStallWatch } from './stall-watch.ts';

const LIMIT_MS = 5_000;

/**
 * Has the server end a stream and forget it, within five seconds. True if it says so, as it does of streams that it
 * has never heard of.
 */
export async function discardStream(
	stream: KeptStream,
	options: Pick<CompletionOptions, 'fetch'> = {},
): Promise<boolean> {
	try {
		const call = keptStreamCall(stream, 'DELETE');
		// Not needed here, but what CORS headers forbid of a completion then fails here already.
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

/**
 * Whether this endpoint keeps streams, and lets us end them: without the second, Stop would leave it generating.
 * A list of streams proves neither, as proxies answer with an empty one.
 */
export function findResumable(access: Omit<KeptStream, 'conversationId'>): Promise<boolean> {
	return discardStream({ ...access, conversationId: crypto.randomUUID() });
}
