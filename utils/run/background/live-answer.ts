import { type AnswerEvent, indexOfGrowth, reduce } from '../../chat/reduce.ts';
import type { Message } from '../../chat/schema.ts';
import type { CompletionEvent, CompletionStatus } from '../../lockchat/types.ts';
import type { RunEvent, RunSnapshot } from '../protocol.ts';

/** An event of a provider; a piece of text also names the part that it belongs to. */
type LiveEvent = Exclude<AnswerEvent, { type: 'end' | 'stopped' | 'failed' | 'interrupted' }>;

/** The state of a running answer. The background owns it, and windows are told of it event by event. */
export interface LiveAnswer {
	readonly message: Message;
	/** Changes the answer, and tells the windows. Returns the event with the index of the part that it belongs to. */
	apply(event: Exclude<CompletionEvent, { type: 'end' }>): LiveEvent;
	/** Ends the answer. Windows are not told before its row is saved, by a snapshot neither; see `tellEnded`. */
	finish(event: AnswerEvent): void;
	markUnsaved(): void;
	/** The run begins, with the row as it was prepared. */
	start(message: Message): void;
	/** Tells the windows that the answer has ended. Call it when its row is saved, or cannot be saved. */
	tellEnded(outcome: { isUnsaved: boolean }): void;
	snapshot(): RunSnapshot;
}

/** @param tell relays event number `rev` to the windows */
export function createLiveAnswer(initial: Message, tell: (rev: number, event: RunEvent) => void): LiveAnswer {
	let message = initial;
	/** The answer after its end, which windows do not know of yet. */
	let ended: Message | null = null;
	let rev = 0;
	let status: CompletionStatus['status'] | null = null;
	let retryAt: number | undefined;
	let isUnsaved = false;
	let hasStarted = false;

	function publish(event: RunEvent): void {
		rev += 1;
		tell(rev, event);
	}

	function start(prepared: Message): void {
		hasStarted = true;
		message = prepared;
		publish({ type: 'started', message });
	}

	return {
		get message() {
			return ended ?? message;
		},
		apply(event) {
			const placed = 'text' in event ? { ...event, index: indexOfGrowth(message.parts, event.type) } : event;
			message = reduce(message, placed);
			status = event.type === 'status' ? event.status : null;
			retryAt = event.type === 'status' ? event.retryAt : undefined;
			publish(placed);
			return placed;
		},
		finish(event) {
			ended = reduce(message, event);
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
			// An answer that could not even be prepared has to begin for its windows, too: they wait for it.
			if (!hasStarted) start(ended ?? message);
			message = ended ?? message;
			publish({ type: 'ended', message, ...outcome });
		},
		snapshot: () => ({ rev, message, status, ...(retryAt !== undefined && { retryAt }), isUnsaved }),
	};
}
