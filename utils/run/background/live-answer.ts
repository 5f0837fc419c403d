import {
	type AnswerEvent,
	endReasoning,
	isRunning,
	placeGrowth,
	type RetypedFrom,
	reduce,
} from '../../chat/reduce.ts';
import type { Message } from '../../chat/schema.ts';
import type { CompletionEvent, CompletionStatus, Retype } from '../../lockchat/types.ts';
import type { RunEvent, RunSnapshot } from '../protocol.ts';
import { createRunClock } from './run-clock.ts';

/**
 * An event of a provider, to which this adds places: the part that a piece of text belongs to, and where a `retype`
 * begins.
 */
type LiveEvent = Exclude<AnswerEvent, { type: 'end' | 'stopped' | 'failed' | 'interrupted' }>;

/** The state of a running answer. The background owns it, and windows are told of it event by event. */
export interface LiveAnswer {
	readonly message: Message;
	/** Changes the answer, and tells the windows. Returns the event with its place among the answer's parts. */
	apply(event: Exclude<CompletionEvent, { type: 'end' | 'learned' }>): LiveEvent;
	/** Ends the answer. Neither events nor snapshots tell windows of that before its row is saved; see `tellEnded`. */
	finish(event: AnswerEvent): void;
	markUnsaved(): void;
	/** Begins the run, with the row as it was prepared. */
	start(message: Message): void;
	/** Tells the windows that the answer has ended. Call it when its row is saved, or cannot be saved. */
	tellEnded(outcome: { isUnsaved: boolean }): void;
	snapshot(): RunSnapshot;
}

/** @param tell sends event number `rev` to the windows */
export function createLiveAnswer(initial: Message, tell: (rev: number, event: RunEvent) => void): LiveAnswer {
	let message = initial;
	/** The answer after its end, as long as the windows have not been told of the end. */
	let ended: Message | null = null;
	let rev = 0;
	let status: CompletionStatus['status'] | null = null;
	let retryAt: number | undefined;
	let isUnsaved = false;
	let hasStarted = false;
	const clock = createRunClock();
	let hasWords = false;
	/** The place in the parts at which this run's own words begin. */
	let begun = { index: 0, offset: 0 };

	function publish(event: RunEvent): void {
		rev += 1;
		tell(rev, event);
	}

	function place(event: Exclude<CompletionEvent, { type: 'end' | 'learned' }>): LiveEvent {
		if ('text' in event) return placeGrowth(message.parts, event, Date.now());
		return event.type === 'retype' ? retypedFrom(event) : event;
	}

	function retypedFrom({ coversEarlier, ...event }: Retype): RetypedFrom {
		return { ...event, ...(coversEarlier ? { index: 0, offset: 0 } : begun) };
	}

	function start(prepared: Message): void {
		hasStarted = true;
		clock.start(prepared);
		hasWords = false;
		message = prepared;
		const last = message.parts.at(-1);
		begun =
			last?.type === 'text'
				? { index: message.parts.length - 1, offset: last.text.length }
				: { index: message.parts.length, offset: 0 };
		publish({ type: 'started', message });
	}

	return {
		get message() {
			return ended ?? message;
		},
		apply(event) {
			const placed = place(event);
			message = reduce(message, placed);
			if (!hasWords && 'text' in event) {
				hasWords = true;
				clock.noteWords();
			}
			status = event.type === 'status' ? event.status : null;
			retryAt = event.type === 'status' ? event.retryAt : undefined;
			publish(placed);
			return placed;
		},
		finish(event) {
			const parts = isRunning(message) ? [...endReasoning(message.parts, Date.now())] : message.parts;
			ended = reduce({ ...message, parts, ...clock.read() }, event);
			status = null;
			retryAt = undefined;
		},
		markUnsaved() {
			if (isUnsaved) return;
			isUnsaved = true;
			publish({ type: 'unsaved' });
		},
		start,
		tellEnded(outcome) {
			// Windows expect a run to begin before it ends, also one that failed while it was being prepared.
			if (!hasStarted) start(ended ?? message);
			message = ended ?? message;
			publish({ type: 'ended', message, ...outcome });
		},
		snapshot: () => ({ rev, message, status, ...(retryAt !== undefined && { retryAt }), isUnsaved }),
	};
}
