import { completionBody } from './exchange/completion-body.ts';
import type { CompletionOptions } from './exchange/completion-options.ts';
import { requestCompletion } from './exchange/exchange-completion.ts';
import { discardStream } from './exchange/kept-stream.ts';
import { learn, quirksOf } from './exchange/quirks.ts';
import type { FailureCode } from './failure.ts';
import { LockchatError } from './lockchat-error.ts';
import type { CompletionRequest } from './types.ts';

/** Failures that still prove a working endpoint: one token may be a space, half a thought, or nothing at all. */
const GOOD_ENOUGH: readonly FailureCode[] = [
	'empty-answer',
	'reasoning-only',
	'limit-reached',
	'tools-unsupported',
];
/**
 * A cold model has to be loaded first, and a server that does not say that it loads one may take this long. In
 * milliseconds.
 */
const LIMIT_MS = 180_000;

/**
 * Finds out whether an endpoint answers, by asking it for one token the way a chat would. A list of models would
 * prove less: Ollama lists its models to anyone, and refuses the POST of a foreign origin.
 *
 * Where the server refuses the request in a way that a chat would answer with another one, this does so too. It takes
 * at most `limitMs` (180,000).
 * @throws LockchatError; the signal's reason when it is aborted.
 */
export async function checkEndpoint(
	request: Pick<CompletionRequest, 'endpoint' | 'apiKey' | 'model'>,
	options: Pick<CompletionOptions, 'signal' | 'fetch' | 'onBase'> & { limitMs?: number } = {},
): Promise<void> {
	const { signal, limitMs = LIMIT_MS } = options;
	const limit = AbortSignal.timeout(limitMs);
	const probe: CompletionRequest = { ...request, messages: [{ role: 'user', content: 'Hi' }], maxTokens: 1 };
	let quirks = quirksOf(request);
	for (;;) {
		const body = completionBody(probe, quirks);
		signal?.throwIfAborted();
		const bounded = { ...options, signal: signal === undefined ? limit : AbortSignal.any([signal, limit]) };
		try {
			for await (const { type } of requestCompletion(request, body, bounded)) {
				if (type !== 'status') return;
			}
			return;
		} catch (error) {
			signal?.throwIfAborted();
			if (limit.aborted) throw new LockchatError('stalled');
			if (!(error instanceof LockchatError)) throw error;
			if (GOOD_ENOUGH.includes(error.code)) return;
			const lesson = learn({ request: probe, body, quirks }, error);
			if (lesson === null) throw error;
			quirks = lesson.quirks;
		}
	}
}

/**
 * Whether an endpoint keeps streams and lets us end them. If it did not let us, Stop would leave it generating. A
 * list of its streams would prove neither, as proxies answer with an empty list.
 */
export function findResumable(access: Pick<CompletionRequest, 'endpoint' | 'apiKey'>): Promise<boolean> {
	return discardStream({ ...access, conversationId: crypto.randomUUID() });
}
