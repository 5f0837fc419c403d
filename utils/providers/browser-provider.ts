import { LockchatError } from '../lockchat/lockchat-error.ts';
import type { BrowserModelEndpoint } from './browser-endpoint.ts';
import { type AskModel, explainModel, type ModelPiece, type ModelQuestion } from './language-model.ts';
import type { CompletionOptions, CompletionRequest, Provider } from './provider.ts';

const STALL_MS = 120_000;

/**
 * The pieces of an answer. Throws when the model is silent for `stallMs`, and ends as soon as the signal is aborted,
 * whatever the model does about it.
 */
async function* watched(
	ask: AskModel,
	question: ModelQuestion,
	{ signal, stallMs = STALL_MS }: CompletionOptions,
): AsyncGenerator<ModelPiece> {
	signal?.throwIfAborted();
	const scope = new AbortController();
	const ended = new Promise<never>((_, reject) => {
		scope.signal.addEventListener('abort', () => reject(scope.signal.reason));
	});
	// Between two pieces nobody waits for this promise, and its rejection must not count as unhandled.
	ended.catch(() => undefined);
	const stop = () => scope.abort(signal?.reason);
	signal?.addEventListener('abort', stop);
	const pieces = ask(question, scope.signal);
	let timer: ReturnType<typeof setTimeout> | undefined;
	try {
		for (;;) {
			timer = setTimeout(() => scope.abort(new LockchatError('stalled')), stallMs);
			const { done, value } = await Promise.race([pieces.next(), ended]);
			clearTimeout(timer);
			if (done) return;
			yield value;
		}
	} finally {
		clearTimeout(timer);
		signal?.removeEventListener('abort', stop);
		scope.abort();
		// What the model says from here on is of no interest, but it has to be let go of.
		pieces.return(undefined).catch(() => undefined);
	}
}

const TOP_K = ['top_k', 'topK'];

function topKOf({ extra = {} }: CompletionRequest<BrowserModelEndpoint>): { topK?: number } {
	const topK = TOP_K.map((name) => extra[name]).find((value) => Number.isInteger(value));
	return typeof topK === 'number' ? { topK } : {};
}

/**
 * What was chosen and the interface has no place for, by the names of the protocol. Its `create` takes `temperature` and
 * `topK`, and `promptStreaming` no more than a form for the whole answer.
 */
function unusedOf(request: CompletionRequest<BrowserModelEndpoint>): string[] {
	const { effort, maxTokens, topP, stop = [], seed, presencePenalty, frequencyPenalty, extra = {} } = request;
	const chosen = {
		reasoning_effort: effort,
		max_tokens: maxTokens,
		top_p: topP,
		stop: stop.length > 0 ? stop : undefined,
		seed,
		presence_penalty: presencePenalty,
		frequency_penalty: frequencyPenalty,
	};
	const names = Object.entries(chosen).filter(([, value]) => value !== undefined);
	return [...names.map(([name]) => name), ...Object.keys(extra).filter((name) => !TOP_K.includes(name))];
}

/** Asks the browser's own model, wherever it can be reached from here. */
export function createBrowserProvider(ask: AskModel): Provider<BrowserModelEndpoint> {
	return {
		async *complete(request, options) {
			const { messages, temperature = null } = request;
			if (messages.some(({ images }) => images)) throw new LockchatError('images-refused');
			const unused = new Set(unusedOf(request));
			yield { type: 'status', status: 'loading-model' };
			let isEmpty = true;
			for await (const piece of watched(ask, { messages, temperature, ...topKOf(request) }, options)) {
				if (typeof piece !== 'string') {
					for (const name of piece.unused) unused.add(name);
					continue;
				}
				isEmpty &&= piece === '';
				yield piece === '' ? { type: 'status', status: 'accepted' } : { type: 'text', text: piece };
			}
			if (unused.size > 0) yield { type: 'note', note: { code: 'unused-settings', names: [...unused] } };
			if (isEmpty) throw new LockchatError('empty-answer');
			yield { type: 'end', finishReason: 'stop' };
		},
		async check(_, { model }) {
			const question = { messages: [{ role: 'user', content: 'Hi' } as const], temperature: null };
			for await (const piece of watched(ask, question, {}))
				if (typeof piece === 'string' && piece !== '') break;
			return { ok: true, model };
		},
		listModels: async ({ models }) => models,
		explain: async (error) => explainModel(error),
	};
}
