import type { CompletionEvent, Failure } from '../lockchat/types.ts';
import { type GrowthType, isGrowthPart } from './parts.ts';
import type { Message, Part } from './schema.ts';

/** A piece that an answer grows by. `index` is the place of its part: of the last one, or of one that begins with it. */
export interface Growth {
	type: GrowthType;
	text: string;
	index: number;
}

export function isGrowth(event: { type: string }): event is Growth {
	return event.type === 'text' || event.type === 'reasoning' || event.type === 'refusal';
}

/** Adds a piece to those before it: one that goes on with the last one's part is joined to it. Changes `pieces`. */
export function addGrowth(pieces: Growth[], piece: Growth): void {
	const last = pieces.at(-1);
	if (last?.type === piece.type && last.index === piece.index) {
		pieces[pieces.length - 1] = { ...last, text: last.text + piece.text };
	} else pieces.push(piece);
}

/** What can happen to an answer: what a provider yields, and how a run can end otherwise. */
export type AnswerEvent =
	| Exclude<CompletionEvent, { text: string }>
	| Growth
	/** The user pressed Stop. */
	| { type: 'stopped' }
	| { type: 'failed'; failure: Failure }
	/** The worker died, or the browser closed. */
	| { type: 'interrupted' };

/** Whether an answer is still being made; a message of any other status is final. */
export function isRunning({ status }: Pick<Message, 'status'>): boolean {
	return status === 'waiting' || status === 'streaming';
}

/** Where a piece of this type belongs: to the last part if that is of its type, else to a new one behind it. */
export function indexOfGrowth(parts: readonly { readonly type: unknown }[], type: GrowthType): number {
	return parts.at(-1)?.type === type ? parts.length - 1 : parts.length;
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
		case 'reasoning':
		case 'refusal':
			if (event.text === '') return answer;
			return { ...answer, status: 'streaming', parts: growParts(answer.parts, event) };
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

/** A piece whose part is not there, or is of another type, goes to the end: no words are ever lost. */
export function growParts(parts: readonly Part[], { type, text, index }: Growth): Part[] {
	const place = parts[index]?.type === type ? index : indexOfGrowth(parts, type);
	const part = parts[place];
	if (!part || !isGrowthPart(part)) return [...parts, { type, text }];
	return parts.with(place, { ...part, text: part.text + text });
}

/** A final answer made to run again, for Continue: its parts stay, what its end said goes. A running one is returned as it is. */
export function resume(answer: Message): Message {
	if (isRunning(answer)) return answer;
	const { failure: _failure, finishReason: _finishReason, usage: _usage, ...rest } = answer;
	return { ...rest, status: 'waiting' };
}
