import { endpointAccess } from '../address/endpoint-access.ts';
import { basesToTry, endpointUrl } from '../address/endpoint-url.ts';
import { hostKind } from '../address/host-kind.ts';
import { createStallWatch } from '../body/body-reader.ts';
import { PAGE, readCompletion } from '../body/read-completion.ts';
import { LockchatError } from '../lockchat-error.ts';
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

/**
 * Makes one request for a completion. It is repeated only at another address that the endpoint's may mean, and only
 * where nothing has taken it. The connection is closed when the generator ends, however it ends.
 */
export function requestCompletion(
	request: Pick<CompletionRequest, 'endpoint' | 'apiKey' | 'conversationId' | 'extra'>,
	body: CompletionBody,
	options: CompletionOptions,
): AsyncGenerator<CompletionEvent> {
	const { bases, answered } = basesToTry(request.endpoint, options.onBase);
	const sent = JSON.stringify(body);
	const attempts = bases.map((base): Attempt => {
		const url = endpointUrl(request.endpoint.url, 'chat/completions', base);
		const { headers, secrets } = endpointAccess(url, request);
		headers.set('content-type', 'application/json');
		const endpoint = { ...request.endpoint, base };
		const kept = body.stream ? keptStreamOf({ ...request, endpoint }) : null;
		if (kept !== null) headers.set(CONVERSATION_HEADER, kept.conversationId);
		return {
			call: { url, method: 'POST', headers, body: sent, secrets },
			kept,
			onAnswer: () => answered(base),
		};
	});
	// A base that has answered before is the right one, whatever it says now. At another path the words might reach
	// something that takes them for its own, as g4f has conversations below its providers.
	if (bases[0] === request.endpoint.base) attempts.length = 1;
	const stallMs = (options.stallMs ?? DEFAULT_STALL_MS) * (body.stream ? 1 : UNSTREAMED_PATIENCE);
	return exchangeCompletion({ attempts }, { ...options, stallMs });
}

interface Attempt {
	call: HttpCall;
	/**
	 * Where the server keeps the stream of the answer, to be connected to again when it breaks off; null where it
	 * keeps none.
	 */
	kept: KeptStream | null;
	/** Called when the answer's first event has come. */
	onAnswer?: () => void;
}

export interface CompletionExchange {
	/** At least one attempt. Each further one is made only if nothing that could answer was found by those before it. */
	attempts: readonly Attempt[];
	/**
	 * Picks the wanted part of an event, or null for nothing of it. Throws when the answer is not the one that was
	 * looked for.
	 */
	pick?: (event: CompletionEvent) => CompletionEvent | null;
}

/**
 * The events that a server answers with. The connection is closed when the generator ends, however it ends.
 * Whoever leaves the loop before the end, or aborts, wants no more of a kept stream: the server is told so, without
 * waiting for its answer. A stream that fails stays at the server, so that it can be gone on from.
 */
export async function* exchangeCompletion(
	{ attempts, pick = (event) => event }: CompletionExchange,
	options: CompletionOptions,
): AsyncGenerator<CompletionEvent> {
	const watch = createStallWatch(options.stallMs ?? DEFAULT_STALL_MS);
	const scope = createAbortScope(options.signal);
	const transport: Transport = { fetch: options.fetch ?? fetch, signal: scope.signal, watch };
	let isLeft = true;
	let kept: KeptStream | null = null;

	async function* open() {
		let failure: unknown;
		for (const attempt of attempts) {
			kept = attempt.kept;
			const { call, onAnswer } = attempt;
			const { url, secrets } = call;
			try {
				const opened = await openResponse(call, {
					...transport,
					...(kept && { reopen: createReopen(kept, transport, options.wait) }),
				});
				// The response's headers have come. The first word can take minutes from here, and whoever waits should know for what.
				yield { type: 'status', status: 'accepted' } as const;
				const events = await readCompletion({
					...opened,
					watch,
					source: { url, secrets },
					maxEventLength: options.maxEventBytes ?? DEFAULT_MAX_EVENT_BYTES,
					isLocal: options.isLocal ?? hostKind(url.hostname) === 'loopback',
					joinsTokens: options.joinsTokens ?? false,
				});
				return { events, onAnswer };
			} catch (error) {
				if (!isElsewhere(error)) throw error;
				failure ??= error;
			}
		}
		throw failure;
	}

	try {
		let { events, onAnswer } = yield* open();
		for await (const event of events) {
			const picked = pick(event);
			isLeft = event.type !== 'end';
			onAnswer?.();
			onAnswer = undefined;
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

/**
 * Whether what answered at an address cannot be the API and so has not taken the request: it has no such path, or it
 * sent a web page.
 */
function isElsewhere(error: unknown): boolean {
	if (!(error instanceof LockchatError)) return false;
	return error.code === 'not-found' || (error.code === 'not-an-api' && error.cause === PAGE);
}
