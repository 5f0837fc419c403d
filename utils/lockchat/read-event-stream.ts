import { type AnswerReader, createAnswerReader } from './answer-reader.ts';
import type { Exchange } from './exchange.ts';
import { LockchatError } from './lockchat-error.ts';
import { parseEventData } from './parse-event-data.ts';
import { serverError } from './server-error.ts';
import { createSseFraming, type SseFrame } from './sse-framing.ts';
import type { CompletionEvent } from './types.ts';

/** A data line has begun. Counted before its event is whole: some servers send no blank line until the end. */
const DATA_LINE = /data: ?[^\s]/;
const KEEP_ALIVE_EVENT = /^(?:ping|keep-?alive|heartbeat)$/i;
/** After the finish reason only the usage and `[DONE]` can follow, and some servers send neither. */
const FINISH_GRACE_MS = 3_000;
/** For the server to end the body itself after `[DONE]`. */
const DRAIN_MS = 100;

/** The events of a completion that comes as server-sent events. @param start what of the body was read already. */
export async function* readEventStream(start: string, exchange: Exchange): AsyncGenerator<CompletionEvent> {
	const { body, watch, isLocal } = exchange;
	const framing = createSseFraming(exchange.maxEventLength);
	const answer = createAnswerReader((error) => serverError(error, exchange.source));
	let hasWaited = false;
	let wasFinished = false;
	let failure: unknown = null;

	for (let piece: string | null = start; ; ) {
		if (piece !== null && (isLocal || DATA_LINE.test(piece))) watch.touch();
		for (const frame of piece === null ? framing.end() : framing.push(piece)) {
			if (frame.type === 'comment' && !hasWaited && !answer.hasBegun) {
				hasWaited = true;
				yield { type: 'status', status: 'queued' };
			}
			const isDone = yield* readFrame(frame, answer, exchange);
			if (!isDone) continue;
			await body.drain(DRAIN_MS);
			yield* answer.end(true);
			return;
		}
		if (piece === null) break;
		if (answer.isFinished && !wasFinished) {
			wasFinished = true;
			watch.tighten(FINISH_GRACE_MS);
		}
		try {
			piece = await body.read();
		} catch (error) {
			// What had come whole is still read, as at the end of the body.
			failure = error;
			piece = null;
		}
	}
	if (failure === null || answer.isFinished) {
		yield* answer.end(false);
		return;
	}
	yield* answer.flush();
	throw failure;
}

/** Returns whether the server said that it is done. */
function* readFrame(
	frame: SseFrame,
	answer: AnswerReader,
	{ source }: Exchange,
): Generator<CompletionEvent, boolean> {
	try {
		switch (frame.type) {
			case 'comment':
				return false;
			case 'overflow':
				throw new LockchatError('too-long');
			case 'error-line':
				throw serverError(frame.text, source);
			case 'data':
				return yield* readData(frame, answer, source);
		}
	} catch (error) {
		yield* answer.flush();
		throw error;
	}
}

function* readData(
	frame: SseFrame & { type: 'data' },
	answer: AnswerReader,
	source: Exchange['source'],
): Generator<CompletionEvent, boolean> {
	if (frame.event === 'error') throw serverError(frame.data, source);
	if (frame.event !== undefined && KEEP_ALIVE_EVENT.test(frame.event)) return false;
	for (const item of parseEventData(frame.data)) {
		if (item.type === 'done') return true;
		if (item.type === 'json') yield* answer.read(item.value);
		// Cut in half by the end of the body: that end is what went wrong.
		else if (!frame.isCutOff) throw new LockchatError('malformed');
	}
	return false;
}
