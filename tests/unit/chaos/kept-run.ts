import type { Evidence, SeenRequest } from '../../chaos/evidence.ts';
import { questionOf, wordOf } from '../../chaos/plan/words.ts';

export const QUESTION = questionOf(1, 1);
/** The server says one word each 500 ms from here on. */
export const STARTED_AT = 1_000_000;
const WORDS = [0, 1, 2, 3].map((place) => wordOf(7, place));
export const ANSWER = WORDS.join('');

export const firstWords = (count: number): string => WORDS.slice(0, count).join('');

/** A request for the one question, answered in four words. */
export function seenRequest(): SeenRequest {
	const tokens = WORDS.map((text, place) => ({ text, at: STARTED_AT + 500 * place }));
	return {
		number: 7,
		record: {
			id: 'chatcmpl-7',
			model: 'script:chaos',
			messages: [],
			headers: {},
			parameters: {},
			startedAt: STARTED_AT,
			status: 200,
			tokens,
			sentText: ANSWER,
			abortedAt: null,
			endedAt: STARTED_AT + 2_000,
		},
		ending: 'done',
		question: QUESTION,
		partial: null,
	};
}

/** What is left of a run in which one question was asked, and answered in full. Change it to break a promise. */
export function keptRun() {
	const chatId = 'chat';
	const times = { createdAt: 1, updatedAt: 1 };
	const question = {
		id: 'question',
		chatId,
		parentId: null,
		role: 'user' as const,
		content: QUESTION,
		status: 'done' as const,
		createdAt: 1,
	};
	const answer = {
		id: 'answer',
		chatId,
		parentId: 'question',
		role: 'assistant' as const,
		content: ANSWER,
		status: 'done' as Evidence['rows']['messages'][number]['status'],
		createdAt: 2,
	};
	const chat = {
		id: chatId,
		title: QUESTION,
		isPinned: false,
		endpointId: 'e',
		model: 'm',
		leafId: 'answer',
		...times,
	};
	const window = {
		messages: [
			{ author: 'You' as const, text: QUESTION, isBusy: false, hasAlert: false },
			{ author: 'Lockchat' as const, text: ANSWER, isBusy: false, hasAlert: false },
		],
		isReady: true,
		canStop: false,
		draft: '',
	};
	return {
		ledger: {
			questions: new Map([[QUESTION, { at: STARTED_AT, fate: 'kept' as 'kept' | 'deleted' }]]),
			orders: [{ at: STARTED_AT, window: 'sidepanel', question: QUESTION as string | null }],
			closings: [] as { at: number; window: string }[],
			continues: 0,
			stops: [] as number[],
			kills: [] as { from: number; to: number }[],
		},
		requests: [seenRequest()],
		rows: {
			chats: [chat],
			nodes: [question, answer].map(({ id, parentId, role }) => ({ id, chatId, parentId, role, ...times })),
			messages: [question, answer] as Evidence['rows']['messages'],
			checkpoints: [] as Evidence['rows']['checkpoints'],
			waiting: [] as string[],
		},
		question,
		answer,
		window,
		windows: new Map([['sidepanel', window]]),
	} satisfies Evidence & Record<string, unknown>;
}

export type KeptRun = ReturnType<typeof keptRun>;
