import { LockchatError } from '../lockchat/lockchat-error.ts';
import type { BrowserModelEndpoint } from './browser-endpoint.ts';
import { type AskModel, explainModel, type ModelQuestion } from './language-model.ts';
import type { CompletionOptions, Provider } from './provider.ts';

const STALL_MS = 120_000;

/**
 * The pieces of an answer. Throws when the model is silent for `stallMs`, and ends as soon as the signal is aborted,
 * whatever the model does about it.
 */
async function* watched(
	ask: AskModel,
	question: ModelQuestion,
	{ signal, stallMs = STALL_MS }: CompletionOptions,
): AsyncGenerator<string> {
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

/** Asks the browser's own model, wherever it can be reached from here. */
export function createBrowserProvider(ask: AskModel): Provider<BrowserModelEndpoint> {
	return {
		async *complete({ messages, temperature = null }, options) {
			yield { type: 'status', status: 'loading-model' };
			let isEmpty = true;
			for await (const text of watched(ask, { messages, temperature }, options)) {
				isEmpty &&= text === '';
				yield text === '' ? { type: 'status', status: 'accepted' } : { type: 'text', text };
			}
			if (isEmpty) throw new LockchatError('empty-answer');
			yield { type: 'end', finishReason: 'stop' };
		},
		async check(_, { model }) {
			const question = { messages: [{ role: 'user', content: 'Hi' } as const], temperature: null };
			for await (const text of watched(ask, question, {})) if (text !== '') break;
			return { ok: true, model };
		},
		listModels: async ({ models }) => models,
		explain: async (error) => explainModel(error),
	};
}
