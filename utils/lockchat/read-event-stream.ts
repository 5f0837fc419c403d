import type { Exchange } from './exchange.ts';
import { createFrameReader } from './frame-reader.ts';
import { joinTexts } from './join-texts.ts';
import { createSseFraming } from './sse-framing.ts';
import type { CompletionEvent } from './types.ts';

/** A data line has begun: life, even if the event is not whole for a long time. */
const DATA_LINE = /data: ?[^\s]/;
/** After the finish reason only the usage and `[DONE]` can follow, and some servers send neither. */
const FINISH_GRACE_MS = 1_000;
/** For the server to end the body itself after `[DONE]`. */
const DRAIN_MS = 100;

/** The events of a completion that comes as server-sent events. @param start what of the body was read already. */
export async function* readEventStream(start: string, exchange: Exchange): AsyncGenerator<CompletionEvent> {
	const { body, watch, isLocal, joinsTokens } = exchange;
	const framing = createSseFraming(exchange.maxEventLength);
	const reader = createFrameReader(exchange.source);
	let failure: unknown = null;
	let isInGrace = false;

	for (let piece: string | null = start; piece !== null; ) {
		if (isLocal || DATA_LINE.test(piece)) watch.touch();
		const events = reader.read(framing.push(piece));
		for (const event of joinsTokens ? joinTexts(events) : events) yield event;
		if (reader.isDone) break;
		if (reader.isFinished && !isInGrace) {
			isInGrace = true;
			watch.tighten(FINISH_GRACE_MS);
		}
		try {
			piece = await body.read();
		} catch (error) {
			failure = error;
			piece = null;
		}
	}
	// What came whole before the end is read, whether the end is one or the connection broke.
	if (!reader.isDone) for (const event of reader.read(framing.end())) yield event;
	if (reader.isDone) await body.drain(DRAIN_MS);
	const isComplete = failure === null || reader.isDone || reader.isFinished;
	for (const event of isComplete ? reader.end() : reader.flush()) yield event;
	if (!isComplete) throw failure;
}
