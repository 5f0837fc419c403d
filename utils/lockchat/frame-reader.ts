import { createAnswerReader } from './answer-reader.ts';
import { LockchatError } from './lockchat-error.ts';
import { parseEventData } from './parse-event-data.ts';
import { type ErrorSource, serverError } from './server-error.ts';
import type { SseFrame } from './sse-framing.ts';
import type { CompletionEvent } from './types.ts';

const KEEP_ALIVE_EVENT = /^(?:ping|keep-?alive|heartbeat)$/i;

/** Turns the frames of an event stream into the events of a completion. */
export interface FrameReader {
	/** `[DONE]` has come: what follows is not read. */
	readonly isDone: boolean;
	/** The finish reason has come. */
	readonly isFinished: boolean;
	/** Yields what the frames hold, up to the first that tells of an error; then throws it. */
	read(frames: Iterable<SseFrame>): Generator<CompletionEvent>;
	/** What was held back; to be taken before a failure of the connection is told. */
	flush(): Generator<CompletionEvent>;
	/** Ends the answer. Throws when this is no end, or no answer. */
	end(): Generator<CompletionEvent>;
}

/** @param source where errors inside the stream come from. */
export function createFrameReader(source: ErrorSource): FrameReader {
	const answer = createAnswerReader((error) => serverError(error, source));
	let isDone = false;
	let isQueued = false;

	function* readFrame(frame: SseFrame): Generator<CompletionEvent> {
		switch (frame.type) {
			case 'comment':
				if (isQueued || answer.hasBegun) return;
				isQueued = true;
				yield { type: 'status', status: 'queued' };
				return;
			case 'overflow':
				throw new LockchatError('too-long');
			case 'error-line':
				throw serverError(frame.text, source);
			case 'data':
				yield* readData(frame);
		}
	}

	function* readData({ data, event, isCutOff }: SseFrame & { type: 'data' }): Generator<CompletionEvent> {
		if (event === 'error') throw serverError(data, source);
		if (event !== undefined && KEEP_ALIVE_EVENT.test(event)) return;
		for (const item of parseEventData(data)) {
			if (item.type === 'done') isDone = true;
			else if (item.type === 'json') yield* answer.read(item.value);
			// Cut in half by the end of the body: that end is what went wrong.
			else if (!isCutOff) throw new LockchatError('malformed');
		}
	}

	return {
		get isDone() {
			return isDone;
		},
		get isFinished() {
			return answer.isFinished;
		},
		*read(frames) {
			try {
				for (const frame of frames) {
					if (!isDone) yield* readFrame(frame);
				}
			} catch (error) {
				yield* answer.flush();
				throw error;
			}
		},
		flush: () => answer.flush(),
		end: () => answer.end(isDone),
	};
}
