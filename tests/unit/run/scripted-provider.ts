import { LockchatError } from '../../../utils/lockchat/lockchat-error.ts';
import type { ChatMessage, CompletionEvent } from '../../../utils/lockchat/types.ts';
import type { Provider } from '../../../utils/providers/provider.ts';
import { toFailure } from '../../../utils/providers/to-failure.ts';

/** One thing a scripted model does; the local server's steps of the same names do the same on the wire. */
type ScriptStep =
	| { token: string }
	/** The answer's end. */
	| { done: true }
	/** Milliseconds of silence. */
	| { wait: number }
	/** Silence until the name is released; each release lets one hold pass, also one that comes later. */
	| { hold: string }
	/** Silence until the answer is stopped. */
	| { stall: true }
	/** The connection breaks. */
	| { reset: true };

interface AskedCompletion {
	readonly model: string;
	readonly messages: readonly ChatMessage[];
	/** When it was stopped before its end: milliseconds since the epoch. */
	abortedAt: number | null;
}

export interface ScriptedProvider extends Provider {
	/** Every completion that was asked for, oldest first. */
	readonly requests: readonly AskedCompletion[];
	/** Registers a model, or what it says from now on, and returns its name, `script:ID`. */
	script(id: string, steps: readonly ScriptStep[]): string;
	/** Lets one hold of this name pass. */
	release(name: string): void;
	/** The first request, now or later, that satisfies the condition. */
	waitForRequest(isWanted: (request: AskedCompletion) => boolean): Promise<AskedCompletion>;
}

/** Resolves with `work`, or rejects with the signal's reason as soon as it is aborted. */
function unlessAborted(work: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
	return new Promise((resolve, reject) => {
		if (signal?.aborted) reject(signal.reason);
		signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
		work.then(resolve, reject);
	});
}

/** A provider that plays scripts, without a server and without HTTP. It knows the model `demo-fast` besides. */
export function createScriptedProvider(): ScriptedProvider {
	const scripts = new Map<string, readonly ScriptStep[]>([
		['demo-fast', [{ token: 'Hello' }, { done: true }]],
	]);
	const requests: AskedCompletion[] = [];
	const released = new Map<string, number>();
	const waiting = new Set<() => void>();

	function changed(): void {
		for (const look of [...waiting]) look();
	}

	/** Resolves as soon as this is true, which is looked at after each change. */
	function until(isReached: () => boolean): Promise<void> {
		return new Promise((resolve) => {
			const look = (): void => {
				if (!isReached()) return;
				waiting.delete(look);
				resolve();
			};
			waiting.add(look);
			look();
		});
	}

	function passHold(name: string): boolean {
		const count = released.get(name) ?? 0;
		if (count > 0) released.set(name, count - 1);
		return count > 0;
	}

	async function* play(
		steps: readonly ScriptStep[],
		signal: AbortSignal | undefined,
	): AsyncGenerator<CompletionEvent> {
		for (const step of steps) {
			if ('token' in step) yield { type: 'text', text: step.token };
			if ('done' in step) yield { type: 'end', finishReason: 'stop' };
			if ('reset' in step) throw new LockchatError('interrupted');
			if ('stall' in step) await unlessAborted(new Promise(() => undefined), signal);
			if ('hold' in step)
				await unlessAborted(
					until(() => passHold(step.hold)),
					signal,
				);
			if ('wait' in step) {
				await unlessAborted(new Promise((resolve) => setTimeout(resolve, step.wait)), signal);
			}
			signal?.throwIfAborted();
		}
	}

	return {
		requests,
		script(id, steps) {
			scripts.set(`script:${id}`, steps);
			return `script:${id}`;
		},
		release(name) {
			released.set(name, (released.get(name) ?? 0) + 1);
			changed();
		},
		async waitForRequest(isWanted) {
			let found: AskedCompletion | undefined;
			await until(() => {
				found = requests.find(isWanted);
				return found !== undefined;
			});
			if (!found) throw new Error('A request that was there is gone.');
			return found;
		},
		async *complete({ model, messages }, { signal }) {
			signal?.throwIfAborted();
			yield { type: 'status', status: 'connecting' };
			const steps = scripts.get(model);
			const request: AskedCompletion = { model, messages, abortedAt: null };
			requests.push(request);
			changed();
			if (!steps) throw new LockchatError('model-not-found');
			yield { type: 'status', status: 'accepted' };
			try {
				yield* play(steps, signal);
			} finally {
				if (signal?.aborted) request.abortedAt = Date.now();
			}
		},
		check: async (_, { model }) => ({ ok: true, model }),
		listModels: async () => [...scripts.keys()],
		explain: async (error) => toFailure(error),
	};
}
