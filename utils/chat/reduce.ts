import type { Failure } from '../lockchat/failure.ts';
import type { CompletionEvent, CompletionNote, Learned, Retype } from '../lockchat/types.ts';
import type { Message, Part, PartOf } from './schema.ts';

/** The types of the parts that an answer grows by, piece by piece. */
export type GrowthType = 'text' | 'reasoning' | 'refusal';

export function isGrowthPart(part: Part): part is PartOf<GrowthType> {
	return part.type === 'text' || part.type === 'reasoning' || part.type === 'refusal';
}

/** A piece of text that an answer grows by. `index` is the place of its part; the piece may be the first of that part. */
export interface Growth {
	type: GrowthType;
	text: string;
	index: number;
	/**
	 * When the piece came, in milliseconds since the epoch. Left out unless reasoning begins, goes on or has ended
	 * with this piece.
	 */
	at?: number;
}

/**
 * Text becomes reasoning from a place on: from character `offset` of part `index`. Text before that place was there
 * before this run began.
 */
export interface RetypedFrom extends Omit<Retype, 'coversEarlier'> {
	index: number;
	/** In UTF-16 code units. */
	offset: number;
}

export function isGrowth(event: { type: string }): event is Growth {
	return event.type === 'text' || event.type === 'reasoning' || event.type === 'refusal';
}

/** Adds a piece to the list `pieces`, which it changes. A piece of the same part as the last one is joined to that. */
export function addGrowth(pieces: Growth[], piece: Growth): void {
	const last = pieces.at(-1);
	if (last?.type === piece.type && last.index === piece.index) {
		pieces[pieces.length - 1] = { ...last, text: last.text + piece.text };
	} else pieces.push(piece);
}

/** What can happen to an answer: what a provider yields, and how a run can end otherwise. */
export type AnswerEvent =
	| Exclude<CompletionEvent, { text: string } | Retype | Learned>
	| Growth
	| RetypedFrom
	/** The user pressed Stop. */
	| { type: 'stopped' }
	| { type: 'failed'; failure: Failure }
	/** The background died, or the browser closed. */
	| { type: 'interrupted' };

/** Whether an answer is still being made; a message of any other status is final. */
export function isRunning({ status }: Pick<Message, 'status'>): boolean {
	return status === 'waiting' || status === 'streaming';
}

/** The index of the part that a piece of this type belongs to: the last part if it is of this type, else a new one. */
export function indexOfGrowth(parts: readonly { readonly type: unknown }[], type: GrowthType): number {
	return parts.at(-1)?.type === type ? parts.length - 1 : parts.length;
}

/** A piece that comes now, with the place of its part in the answer. */
export function placeGrowth(parts: readonly Part[], piece: Omit<Growth, 'index'>, now: number): Growth {
	const index = indexOfGrowth(parts, piece.type);
	const [part, before] = [parts[index], parts.at(-1)];
	const isTimed = part
		? part.type === 'reasoning' && part.endedAt !== undefined
		: piece.type === 'reasoning' || before?.type === 'reasoning';
	return { ...piece, index, ...(isTimed && { at: now }) };
}

/** When reasoning began and ended, in milliseconds since the epoch. What is not known is left out. */
export type ReasoningTimes = Pick<PartOf<'reasoning'>, 'startedAt' | 'endedAt'>;

/** The times of reasoning that has ended: something else came after it, or nothing more comes. */
export function endOf({ startedAt, endedAt }: ReasoningTimes, at: number | undefined): ReasoningTimes {
	return startedAt !== undefined && endedAt === undefined && at !== undefined ? { endedAt: at } : {};
}

/** The part of reasoning that had ended and goes on, after a Continue. The time in between is not counted as reasoning. */
export function goOn<P extends ReasoningTimes>(part: P, at: number | undefined) {
	const { startedAt, endedAt, ...rest } = part;
	if (at === undefined || startedAt === undefined || endedAt === undefined) return part;
	return { ...rest, startedAt: startedAt + at - endedAt };
}

/** The parts of an answer in which nothing more is reasoned. */
export function endReasoning(parts: readonly Part[], at: number | undefined): readonly Part[] {
	const last = parts.at(-1);
	return last?.type === 'reasoning' ? parts.with(-1, { ...last, ...endOf(last, at) }) : parts;
}

/**
 * The answer after an event. A final answer takes no more events, and an event that changes nothing returns the same
 * object. Appending a piece costs only that piece, because the JavaScript engine joins strings only when they are
 * read. So read the texts at the end, or use `GrowingText` where they are read while they grow.
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
		case 'retype':
			return { ...answer, parts: retypeParts(answer.parts, event) };
		case 'usage':
			return { ...answer, usage: event.usage };
		case 'note':
			return addNote(answer, event.note);
		case 'end':
			return event.finishReason === null
				? { ...answer, status: 'done' }
				: { ...answer, status: 'done', finishReason: event.finishReason };
		case 'stopped':
		case 'interrupted':
			return { ...answer, status: event.type };
		case 'failed':
			// The request itself was right and only its connection broke, so the answer is kept and can be continued.
			return {
				...answer,
				status: event.failure.code === 'interrupted' ? 'interrupted' : 'failed',
				failure: event.failure,
			};
		default:
			return event satisfies never;
	}
}

/** A piece whose part is missing or has another type is added at the end: no words are ever lost. */
export function growParts(parts: readonly Part[], { type, text, index, at }: Growth): Part[] {
	const place = parts[index]?.type === type ? index : indexOfGrowth(parts, type);
	const part = parts[place];
	if (part?.type === 'reasoning') return parts.with(place, { ...goOn(part, at), text: part.text + text });
	if (part && isGrowthPart(part)) return parts.with(place, { ...part, text: part.text + text });
	return [...endReasoning(parts, at), { type, text, ...startOf(type, at) }];
}

/** The times with which a part begins. */
export function startOf(type: GrowthType, at: number | undefined): ReasoningTimes {
	return type === 'reasoning' && at !== undefined ? { startedAt: at } : {};
}

function addNote(answer: Message, note: CompletionNote): Message {
	const { notes = [] } = answer;
	return notes.some(({ code }) => code === note.code) ? answer : { ...answer, notes: [...notes, note] };
}

/** Reasoning that comes to stand right behind reasoning is joined with it. */
function retypeParts(parts: readonly Part[], { index, offset }: RetypedFrom): Part[] {
	const retyped = parts.slice(0, index);
	for (const [place, part] of parts.slice(index).entries()) {
		const kept = place === 0 && part.type === 'text' ? part.text.slice(0, offset) : '';
		const last = retyped.at(-1);
		if (part.type === 'text' && kept !== '') {
			const text = part.text.slice(kept.length);
			retyped.push({ ...part, text: kept });
			if (text !== '') retyped.push({ type: 'reasoning', text });
		} else if (part.type !== 'text' && part.type !== 'reasoning') {
			retyped.push(part);
		} else if (last?.type === 'reasoning') {
			retyped[retyped.length - 1] = { ...last, text: last.text + part.text };
		} else {
			retyped.push(part.type === 'reasoning' ? part : { type: 'reasoning', text: part.text });
		}
	}
	return retyped;
}

/**
 * The answer as it runs again, for Continue: its parts stay, and what described its end is removed. An answer that
 * runs already is returned as it is.
 */
export function resume(answer: Message): Message {
	if (isRunning(answer)) return answer;
	const { failure: _failure, finishReason: _finishReason, usage: _usage, ...rest } = answer;
	const last = rest.parts.at(-1);
	if (last?.type !== 'reasoning' || last.endedAt !== undefined) return { ...rest, status: 'waiting' };
	// Nobody knows when this reasoning was interrupted, so its times are removed.
	const { startedAt: _startedAt, ...untimed } = last;
	return { ...rest, status: 'waiting', parts: rest.parts.with(-1, untimed) };
}
