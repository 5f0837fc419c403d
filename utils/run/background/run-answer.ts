import { createContinuationSeam } from '../../chat/continuation-seam.ts';
import { toPrompt } from '../../chat/to-prompt.ts';
import type { Chat, Message } from '../../chat/types.ts';
import { createCompletion } from '../../lockchat/create-completion.ts';
import type { CompletionOptions } from '../../lockchat/exchange/completion-options.ts';
import { keptStreamOf } from '../../lockchat/exchange/kept-stream.ts';
import { LockchatError } from '../../lockchat/lockchat-error.ts';
import { resumeCompletion } from '../../lockchat/resume-completion.ts';
import type { CompletionEvent, CompletionRequest, Endpoint } from '../../lockchat/types.ts';
import type { RunStore } from '../../store/store.ts';
import { createBreather } from '../turns.ts';
import { createCheckpointer } from './checkpointer.ts';
import { explainFailure, type HasOrigin } from './explain-failure.ts';
import type { LiveAnswer } from './live-answer.ts';
import type { UnsavedRecord } from './unsaved-chats.ts';

/** What a run needs of the world. */
export interface RunWorld {
	store: RunStore;
	hasOrigin: HasOrigin;
	/** The endpoint as it is set up now; undefined when it was removed. */
	getEndpoint(endpointId: string): Promise<Endpoint | undefined>;
	getApiKey(endpointId: string): Promise<string | undefined>;
	getStallMs(): Promise<number>;
	/** A question is saved or held in memory: no window need send it again. */
	removeFromOutbox(answerId: string): Promise<void>;
	unsavedRecord: UnsavedRecord;
}

/** What an answer is made from: everything before it, oldest first, and whom to ask. */
export interface RunPlan {
	chat: Chat;
	/** The path down to the question; for a Continue down to the partial answer. */
	path: readonly Message[];
	/** The answer was cut short: a resumable endpoint may still have the rest of it. */
	isCutShort?: boolean;
}

type GrowthEvent = Extract<CompletionEvent, { type: 'text' | 'reasoning' | 'refusal' }>;

const growthKinds = { text: 'content', reasoning: 'reasoning', refusal: 'refusal' } as const;

function isGrowth(event: CompletionEvent): event is GrowthEvent {
	return event.type in growthKinds;
}

/**
 * Makes the request and feeds its events to the answer, saving its growth, until it is over. Never rejects; the
 * final row is the caller's to save.
 */
export async function runAnswer(
	live: LiveAnswer,
	{ chat, path, isCutShort = false }: RunPlan,
	{ world, signal }: { world: RunWorld; signal: AbortSignal },
): Promise<void> {
	const { store } = world;
	const answerId = live.message.id;
	const checkpointer = createCheckpointer(
		(seq, growth) => store.appendCheckpoint({ answerId, seq, ...growth }),
		() => live.markUnsaved(),
	);

	function grow(event: Exclude<CompletionEvent, { type: 'end' }>): void {
		if (isGrowth(event)) {
			if (event.text === '') return;
			checkpointer.add(growthKinds[event.type], event.text);
		}
		live.apply(event);
	}

	const breather = createBreather();
	let url = '';
	try {
		const endpoint = await world.getEndpoint(chat.endpointId);
		if (!endpoint) {
			live.finish({ type: 'failed', failure: { code: 'endpoint-missing' } });
			return;
		}
		url = endpoint.url;
		const apiKey = await world.getApiKey(endpoint.id);
		// Forgotten when the browser closed: the words would go out only to be refused.
		if (endpoint.needsAuth && !apiKey) {
			live.finish({ type: 'failed', failure: { code: 'key-missing' } });
			return;
		}
		const request = {
			endpoint,
			...(apiKey !== undefined && { apiKey }),
			conversationId: answerId,
			model: chat.model,
			messages: toPrompt(path, chat.systemPrompt),
			...(chat.temperature !== undefined && { temperature: chat.temperature }),
		};
		const options = { signal, stallMs: await world.getStallMs(), joinsTokens: true };
		for await (const event of answerEvents(request, { partial: live.message, isCutShort }, options)) {
			if (event.type === 'end') {
				live.finish(event);
				return;
			}
			grow(event);
			// A server faster than we are would keep the acknowledgements of windows, and Stop, waiting to its end.
			if (breather.isDue()) await breather.breathe();
		}
	} catch (error) {
		if (signal.aborted) live.finish({ type: 'stopped' });
		else live.finish({ type: 'failed', failure: await explainFailure(error, url, world.hasOrigin) });
	} finally {
		breather.close();
		await checkpointer.close();
	}
}

/** What of an answer is there already, and whether its connection was lost. */
interface Begun {
	partial: Message;
	isCutShort: boolean;
}

/**
 * The events that an answer grows by: the rest of the stream that its server has kept of it, else what the server says
 * when it is asked to go on, joined without a seam. Throws as `createCompletion` does.
 */
async function* answerEvents(
	request: CompletionRequest,
	{ partial, isCutShort }: Begun,
	options: CompletionOptions,
): AsyncGenerator<CompletionEvent> {
	const kept = isCutShort ? keptStreamOf(request) : null;
	if (kept !== null) {
		let hasGrown = false;
		const { content, reasoning = '', refusal = '' } = partial;
		try {
			for await (const event of resumeCompletion(kept, { text: content, reasoning, refusal }, options)) {
				hasGrown ||= 'text' in event;
				yield event;
			}
			return;
		} catch (error) {
			if (hasGrown || !(error instanceof LockchatError)) throw error;
		}
	}
	const seam = createContinuationSeam(partial.content);
	try {
		for await (const event of createCompletion(request, options)) {
			if (event.type === 'end') yield { type: 'text', text: seam.finish() };
			yield event.type === 'text' ? { type: 'text', text: seam.push(event.text) } : event;
		}
	} catch (error) {
		yield { type: 'text', text: seam.finish() };
		throw error;
	}
}
