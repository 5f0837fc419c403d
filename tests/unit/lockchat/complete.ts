import { once } from 'node:events';
import { createCompletion } from '../../../utils/lockchat/create-completion.ts';
import type { CompletionOptions } from '../../../utils/lockchat/exchange/completion-options.ts';
import { LockchatError } from '../../../utils/lockchat/lockchat-error.ts';
import type {
	CompletionEvent,
	CompletionRequest,
	CompletionStatus,
	Endpoint,
	ModelQuirks,
	Usage,
} from '../../../utils/lockchat/types.ts';
import { type Server, serveBody } from './serve.ts';

export function endpointAt(url: string, more: Partial<Endpoint> = {}): Endpoint {
	return { id: 'e', name: 'Test', url, models: ['gpt-4'], supportsStream: true, needsAuth: false, ...more };
}

export function requestTo(
	server: Pick<Server, 'url'>,
	more: Partial<CompletionRequest> = {},
): CompletionRequest {
	return {
		endpoint: endpointAt(server.url),
		model: 'gpt-4',
		messages: [{ role: 'user', content: 'Привет!' }],
		...more,
	};
}

/** What a completion came to. */
export interface Outcome {
	text: string;
	reasoning: string;
	refusal: string;
	/** The words as they came, without neighbours joined. */
	texts: string[];
	statuses: CompletionStatus[];
	usages: Usage[];
	/** The codes of the notes that came. */
	notes: string[];
	/** What was found out about the model. */
	learned: ModelQuirks | null;
	/** Every `end` that came. There should be one at most. */
	ends: (string | null)[];
	error: LockchatError | null;
}

/** Reads a completion to its end, or until it throws. An error that is not the client's own fails the test. */
export async function outcomeOf(events: AsyncIterable<CompletionEvent>): Promise<Outcome> {
	const outcome: Outcome = {
		text: '',
		reasoning: '',
		refusal: '',
		texts: [],
		statuses: [],
		usages: [],
		notes: [],
		learned: null,
		ends: [],
		error: null,
	};
	try {
		for await (const event of events) {
			if (event.type === 'status') outcome.statuses.push(event);
			else if (event.type === 'usage') outcome.usages.push(event.usage);
			else if (event.type === 'note') outcome.notes.push(event.note.code);
			else if (event.type === 'learned') outcome.learned = event.quirks;
			else if (event.type === 'end') outcome.ends.push(event.finishReason);
			else if (event.type === 'retype') {
				outcome.reasoning += outcome.text;
				outcome.text = '';
			} else outcome[event.type] += event.text;
			if (event.type === 'text') outcome.texts.push(event.text);
		}
	} catch (error) {
		if (!(error instanceof LockchatError)) throw error;
		outcome.error = error;
	}
	return outcome;
}

/** Asks a server that answers with this body, and nothing else. */
export async function complete(
	body: Parameters<typeof serveBody>[0],
	{ status, headers, ...options }: Parameters<typeof serveBody>[1] & CompletionOptions = {},
): Promise<Outcome> {
	const server = await serveBody(body, {
		...(status !== undefined && { status }),
		...(headers !== undefined && { headers }),
	});
	return outcomeOf(createCompletion(requestTo(server), options));
}

/** One event whose data is this chunk. */
export function sse(chunk: unknown): string {
	return `data: ${typeof chunk === 'string' ? chunk : JSON.stringify(chunk)}\n\n`;
}

export function delta(delta: Record<string, unknown>, more: Record<string, unknown> = {}) {
	return { object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: null, ...more }] };
}

export function text(content: string): string {
	return sse(delta({ content }));
}

export const STOP = sse(delta({}, { finish_reason: 'stop' }));
export const DONE = 'data: [DONE]\n\n';

/** A wait between two requests that is written down instead of waited for. */
export function recordedWait(): { waits: number[]; wait: NonNullable<CompletionOptions['wait']> } {
	const waits: number[] = [];
	return {
		waits,
		wait: async (ms) => {
			waits.push(ms);
		},
	};
}

/** A port where nothing listens. */
export async function closedPort(): Promise<number> {
	const { createServer } = await import('node:net');
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	await once(server, 'close');
	if (address === null || typeof address === 'string') throw new Error('no port');
	return address.port;
}
