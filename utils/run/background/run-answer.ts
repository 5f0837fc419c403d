import { createContinuationSeam } from '../../chat/continuation-seam.ts';
import { textOf } from '../../chat/parts.ts';
import { isGrowth } from '../../chat/reduce.ts';
import type { Chat, Message } from '../../chat/schema.ts';
import { toPrompt, withImages } from '../../chat/to-prompt.ts';
import type { Failure } from '../../lockchat/failure.ts';
import type { CompletionEvent, ModelQuirks } from '../../lockchat/types.ts';
import type { ProviderOf } from '../../providers/create-providers.ts';
import type { Endpoint } from '../../providers/endpoint.ts';
import { chatParameters } from '../../providers/parameters.ts';
import type { CompletionOptions, CompletionRequest, Provider } from '../../providers/provider.ts';
import { toFailure } from '../../providers/to-failure.ts';
import type { RunStore } from '../../store/store.ts';
import { createBreather } from '../turns.ts';
import { createCheckpointer } from './checkpointer.ts';
import type { LiveAnswer } from './live-answer.ts';
import type { UnsavedRecord } from './unsaved-chats.ts';

/** What a run needs of the world. */
export interface RunWorld {
	store: RunStore;
	/** How an endpoint is asked, by its kind. */
	providerOf: ProviderOf;
	/** The endpoint as it is set up now; undefined when it was removed. */
	getEndpoint(endpointId: string): Promise<Endpoint | undefined>;
	getApiKey(endpointId: string): Promise<string | undefined>;
	getStallMs(): Promise<number>;
	/** Whether models are to name chats; they are not where this is left out. */
	hasModelTitles?(): Promise<boolean>;
	/** Called when an endpoint was found to need something for a model, to be used with the next question. */
	rememberQuirks(endpointId: string, model: string, quirks: ModelQuirks): Promise<void>;
	/** Called when a question is saved or held in memory, so that no window needs to send it again. */
	removeFromOutbox(answerId: string): Promise<void>;
	unsavedRecord: UnsavedRecord;
}

/** What an answer is made from: everything before it, the oldest first, and whom to ask. */
export interface RunPlan {
	chat: Chat;
	/** The path down to the question, or, for a Continue, down to the partial answer. */
	path: readonly Message[];
	/** True if the answer was cut short, so that a resumable endpoint may still have the rest of it. */
	isCutShort?: boolean;
}

/**
 * Makes the request and feeds its events to the answer until it is over, saving the growth. Never rejects. The caller
 * must save the final row.
 */
export async function runAnswer(
	live: LiveAnswer,
	{ chat, path, isCutShort = false }: RunPlan,
	{ world, signal }: { world: RunWorld; signal: AbortSignal },
): Promise<void> {
	const { store } = world;
	const answerId = live.message.id;
	const checkpointer = createCheckpointer(
		(seq, growth) => store.appendCheckpoint({ answerId, seq, growth }),
		() => live.markUnsaved(),
	);

	function grow(event: Exclude<CompletionEvent, { type: 'end' | 'learned' }>): void {
		if ('text' in event && event.text === '') return;
		const placed = live.apply(event);
		if (isGrowth(placed)) checkpointer.add(placed);
		else if (placed.type === 'retype') checkpointer.replace(() => store.saveAnswerResumed(live.message));
	}

	/** Has a quirk remembered. If that fails, it is found out again with the next question. */
	function learn(endpointId: string, quirks: ModelQuirks): void {
		world.rememberQuirks(endpointId, chat.model, quirks).catch((error: unknown) => {
			console.error('What a model needs was not remembered.', error);
		});
	}

	const breather = createBreather();
	let explain = async (error: unknown): Promise<Failure> => toFailure(error);
	try {
		const endpoint = await world.getEndpoint(chat.endpointId);
		if (!endpoint) {
			live.finish({ type: 'failed', failure: { code: 'endpoint-missing' } });
			return;
		}
		const provider = world.providerOf(endpoint);
		explain = (error) => provider.explain(error, endpoint);
		const apiKey = await world.getApiKey(endpoint.id);
		const prompt = toPrompt(path, chat.systemPrompt);
		const request = {
			endpoint,
			...(apiKey !== undefined && { apiKey }),
			conversationId: answerId,
			model: chat.model,
			messages: withImages(prompt, await store.getBlobs(prompt.flatMap(({ images = [] }) => images))),
			// A temperature that nobody chose is not sent, since some models take only their own.
			temperature: chat.temperature ?? null,
			...(chat.effort !== undefined && { effort: chat.effort }),
			...chatParameters(chat),
		};
		const options = { signal, stallMs: await world.getStallMs(), joinsTokens: true };
		const begun = { partial: live.message, isCutShort };
		for await (const event of answerEvents(provider, { request, begun, options })) {
			if (event.type === 'end') {
				live.finish(event);
				return;
			}
			if (event.type === 'learned') {
				learn(endpoint.id, event.quirks);
				continue;
			}
			grow(event);
			// Without a pause, a server that is faster than the background would hold up Stop and the windows until its answer ends.
			if (breather.isDue()) await breather.breathe();
		}
	} catch (error) {
		if (signal.aborted) live.finish({ type: 'stopped' });
		else live.finish({ type: 'failed', failure: await explain(error) });
	} finally {
		breather.close();
		await checkpointer.close();
	}
}

/** What is asked for an answer. */
interface Asking {
	request: CompletionRequest;
	/** The part of the answer that is there already, and whether its connection was lost. */
	begun: { partial: Message; isCutShort: boolean };
	options: CompletionOptions & { signal: AbortSignal };
}

/**
 * The events that an answer grows by. They are the rest of the answer where its endpoint has kept that, else what the
 * endpoint says when it is asked to go on, joined without a seam. Throws as the provider does.
 */
async function* answerEvents(
	provider: Provider,
	{ request, begun: { partial, isCutShort }, options }: Asking,
): AsyncGenerator<CompletionEvent> {
	const said = {
		text: textOf(partial.parts),
		reasoning: textOf(partial.parts, 'reasoning'),
		refusal: textOf(partial.parts, 'refusal'),
	};
	const kept = isCutShort ? provider.resume?.(request, said, options) : null;
	if (kept) {
		let hasGrown = false;
		try {
			for await (const event of kept) {
				hasGrown ||= 'text' in event;
				yield event;
			}
			return;
		} catch (error) {
			// The kept stream may be gone, or belong to another answer: then the endpoint is asked to go on. Errors
			// in our own code are not hidden by that.
			if (hasGrown || options.signal.aborted || toFailure(error).code === 'internal') throw error;
		}
	}
	if (said.text === '') {
		yield* provider.complete(request, options);
		return;
	}
	let seam = createContinuationSeam(said.text);
	try {
		for await (const event of provider.complete(request, options)) {
			if (event.type === 'end' || event.type === 'retype') yield { type: 'text', text: seam.finish() };
			// All that has come was reasoning. The answer itself begins only now, and may repeat the partial one.
			if (event.type === 'retype') seam = createContinuationSeam(said.text);
			yield event.type === 'text' ? { type: 'text', text: seam.push(event.text) } : event;
		}
	} catch (error) {
		yield { type: 'text', text: seam.finish() };
		throw error;
	}
}
