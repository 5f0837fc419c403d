import { toPrompt } from '../chat/to-prompt.ts';
import type { Chat, Message } from '../chat/types.ts';
import type { CompletionEvent, Endpoint } from '../lockchat/types.ts';
import type { RunStore } from '../store/store.ts';
import { answerEvents } from './answer-events.ts';
import { createBreather } from './breather.ts';
import { createCheckpointer } from './checkpointer.ts';
import { explainFailure, type HasOrigin } from './explain-failure.ts';
import type { LiveAnswer } from './live-answer.ts';
import type { UnsavedRecord } from './unsaved-record.ts';

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
