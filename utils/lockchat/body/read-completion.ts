import { describeComplaint } from '../errors/describe-complaint.ts';
import { LockchatError } from '../lockchat-error.ts';
import type { CompletionEvent } from '../types.ts';
import type { Ending } from './answer-reader.ts';
import type { Exchange } from './body-reader.ts';
import { createFrameReader, joinTexts } from './frame-reader.ts';
import { readJsonBody } from './read-json-body.ts';
import { createSseFraming } from './sse-framing.ts';

export type BodyKind = 'event-stream' | 'json' | 'html' | 'text' | 'empty';

const FIELDS = ['data:', 'event:', 'id:', 'retry:', 'error:', ':'];
const LONGEST_FIELD = 6;

/**
 * Tells what a body is by how it begins. Servers send events as text/plain, errors as text/event-stream, and whole
 * completions where a stream was asked for, so the content type decides only where the beginning does not.
 *
 * @param start the body so far, without white space before it.
 * @returns null while more of the body is needed.
 */
export function sniffBody(start: string, about: { contentType: string; isWhole: boolean }): BodyKind | null {
	const isEventStream = about.contentType.startsWith('text/event-stream');
	if (start === '') return about.isWhole ? (isEventStream ? 'event-stream' : 'empty') : null;
	if (start.startsWith('{') || start.startsWith('[')) return 'json';
	if (start.startsWith('<')) return 'html';
	if (FIELDS.some((field) => start.startsWith(field))) return 'event-stream';
	if (start.length < LONGEST_FIELD && !about.isWhole) return null;
	return isEventStream ? 'event-stream' : 'text';
}

/** The start of a data line. It is a sign of life, even if the event takes long to become whole. */
const DATA_LINE = /data: ?[^\s]/;
/**
 * How long a server may be silent after a finish reason, in milliseconds, by what that reason says of the end. After
 * a real end only the usage and `[DONE]` should follow, and some servers send neither. Some other servers put a
 * finish reason on every chunk and go on; where one has done so, only the limit on any silence (`undefined`) tells
 * the end.
 */
const GRACE_MS: Readonly<Record<Ending, number | undefined>> = {
	none: undefined,
	finished: 1_000,
	'perhaps-finished': 10_000,
	doubtful: undefined,
};
/** How long the server has to end the body itself after `[DONE]`, in milliseconds. */
const DRAIN_MS = 100;

/**
 * The events of a completion that comes as server-sent events.
 * @param start the part of the body that was read already.
 */
async function* readEventStream(start: string, exchange: Exchange): AsyncGenerator<CompletionEvent> {
	const { body, watch, isLocal, joinsTokens } = exchange;
	const framing = createSseFraming(exchange.maxEventLength);
	const reader = createFrameReader(exchange.source);
	let failure: unknown = null;
	let ending: Ending = 'none';

	for (let piece: string | null = start; piece !== null; ) {
		// Comments are no sign of life after a finish reason: they would put off the end for ever.
		if ((isLocal && ending === 'none') || DATA_LINE.test(piece)) watch.touch();
		const events = reader.read(framing.push(piece));
		for (const event of joinsTokens ? joinTexts(events) : events) yield event;
		if (reader.isDone) break;
		if (reader.ending !== ending) {
			ending = reader.ending;
			watch.limitTo(GRACE_MS[ending]);
		}
		try {
			piece = await body.read();
		} catch (error) {
			failure = error;
			piece = null;
		}
	}
	// Whatever came whole before the end is read, whether the body ended or the connection broke.
	if (!reader.isDone) for (const event of reader.read(framing.end())) yield event;
	if (reader.isDone) await body.drain(DRAIN_MS);
	const isComplete = failure === null || reader.isDone || isEnd(failure, reader.ending);
	for (const event of isComplete ? reader.end() : reader.flush()) yield event;
	if (!isComplete) throw failure;
}

/** Whether an answer that has had a finish reason is complete, when silence or a broken connection has ended its body. */
function isEnd(failure: unknown, ending: Ending): boolean {
	if (ending === 'none') return false;
	// Where the finish reason is in doubt, silence makes the answer complete, and a broken connection leaves it broken off.
	return ending !== 'doubtful' || (failure instanceof LockchatError && failure.code === 'stalled');
}

/** The cause of a `not-an-api` error where the answer was a web page. Whatever made the page has not taken the request. */
export const PAGE: BodyKind = 'html';
/** How much of a page is read to find its title, in UTF-16 code units, and for how long, in milliseconds. */
const PAGE_START = 8_192;
const PAGE_MS = 1_000;

/**
 * The events of a response that claims success, whatever its body turns out to be.
 * Resolves when the body has begun; throws `not-an-api` if the body is nothing that this API sends.
 */
export async function readCompletion(exchange: Exchange): Promise<AsyncGenerator<CompletionEvent>> {
	const { start, kind } = await readStart(exchange);
	switch (kind) {
		case 'event-stream':
			return readEventStream(start, exchange);
		case 'json':
			return readJsonBody(start, exchange);
		case 'html':
		case 'text':
		case 'empty': {
			const more = await exchange.body.readUpTo(PAGE_START, PAGE_MS);
			const detail = describeComplaint(start + more, exchange.source.secrets);
			throw new LockchatError('not-an-api', {
				status: exchange.response.status,
				...(detail !== undefined && { detail }),
				cause: kind,
			});
		}
	}
}

async function readStart({
	response,
	body,
	watch,
	isLocal,
}: Exchange): Promise<{ start: string; kind: BodyKind }> {
	const contentType = response.headers.get('content-type') ?? '';
	let start = '';
	for (;;) {
		const piece = await body.read();
		start = (start + (piece ?? '')).trimStart();
		const kind = sniffBody(start, { contentType, isWhole: piece === null });
		if (kind !== null) return { start, kind };
		if (isLocal) watch.touch();
	}
}
