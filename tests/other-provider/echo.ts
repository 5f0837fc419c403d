/** A kind of endpoint that the product does not have: it says the question again, and goes on with “and on.”. */
import * as v from 'valibot';
import type { AnyEndpoint, EndpointKind } from '../../utils/providers/endpoint.ts';
import type { Provider } from '../../utils/providers/provider.ts';
import { toFailure } from '../../utils/providers/to-failure.ts';

export interface EchoEndpoint extends AnyEndpoint {
	kind: 'echo';
}

const schema = v.object({
	kind: v.literal('echo'),
	id: v.string(),
	name: v.string(),
	models: v.array(v.string()),
});

export const echoKind: EndpointKind<EchoEndpoint> = {
	stored: schema,
	sent: schema,
	isSetUp: () => true,
	whereTo: () => ({ host: 'Echo of the tests', address: 'Echo', place: 'browser', origin: null }),
};

/** Each word is an event of its own; after the word “hold” nothing comes until the answer is stopped. */
export const echoProvider: Provider<EchoEndpoint> = {
	async *complete({ messages }, { signal }) {
		const last = messages.at(-1);
		const words = last?.role === 'assistant' ? ['and', 'on.'] : (last?.content.split(' ') ?? []);
		for (const word of words) {
			await new Promise((resolve) => setTimeout(resolve, 20));
			signal?.throwIfAborted();
			yield { type: 'text', text: `${word} ` };
			if (word !== 'hold') continue;
			await new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
		}
		yield { type: 'end', finishReason: 'stop' };
	},
	check: async (_, { model }) => ({ ok: true, model }),
	listModels: async ({ models }) => models,
	explain: async (error) => toFailure(error),
};
