import type { CompletionEvent, Failure } from '../lockchat/types.ts';
import type { Message } from './types.ts';

/** What can happen to an answer: what the client yields, and how a run can end otherwise. */
export type AnswerEvent =
	| CompletionEvent
	/** The user pressed Stop. */
	| { type: 'stopped' }
	| { type: 'failed'; failure: Failure }
	/** The worker died, or the browser closed. */
	| { type: 'interrupted' };

/** True while more of an answer may come; all other statuses are final. */
export function isRunning({ status }: Pick<Message, 'status'>): boolean {
	return status === 'waiting' || status === 'streaming';
}

/**
 * The answer after an event. A final answer takes no more events, and an event that changes nothing returns the same
 * object. Appending costs the piece, as the engine joins strings when they are read: read them at the end, or use
 * `GrowingText` where they are read as they grow.
 */
export function reduce(answer: Message, event: AnswerEvent): Message {
	if (!isRunning(answer)) return answer;
	switch (event.type) {
		case 'status':
			return answer;
		case 'text':
			if (event.text === '') return answer;
			return { ...answer, status: 'streaming', content: answer.content + event.text };
		case 'reasoning':
			if (event.text === '') return answer;
			return { ...answer, status: 'streaming', reasoning: (answer.reasoning ?? '') + event.text };
		case 'refusal':
			if (event.text === '') return answer;
			return { ...answer, status: 'streaming', refusal: (answer.refusal ?? '') + event.text };
		case 'usage':
			return { ...answer, usage: event.usage };
		case 'end':
			return event.finishReason === null
				? { ...answer, status: 'done' }
				: { ...answer, status: 'done', finishReason: event.finishReason };
		case 'stopped':
		case 'interrupted':
			return { ...answer, status: event.type };
		case 'failed':
			// A connection that broke is no fault of the request: what came is kept, and can be gone on from.
			return {
				...answer,
				status: event.failure.code === 'interrupted' ? 'interrupted' : 'failed',
				failure: event.failure,
			};
		default:
			return event satisfies never;
	}
}

/** A final answer made to run again, for Continue: its texts stay, what its end said goes. A running one is returned as it is. */
export function resume(answer: Message): Message {
	if (isRunning(answer)) return answer;
	const { failure: _failure, finishReason: _finishReason, usage: _usage, ...rest } = answer;
	return { ...rest, status: 'waiting' };
}
