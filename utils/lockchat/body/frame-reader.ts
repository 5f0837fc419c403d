import { FAILED, isRecord, parseJson } from '../errors/json.ts';
import { type ErrorSource, isErrorText, serverError } from '../errors/server-error.ts';
import { LockchatError } from '../lockchat-error.ts';
import type { CompletionEvent } from '../types.ts';
import { createAnswerReader, type Ending } from './answer-reader.ts';
import type { SseFrame } from './sse-framing.ts';

/** What the data of one event says, in order. `malformed` is always the last. */
type EventData =
	| { type: 'json'; value: Record<string, unknown> }
	| { type: 'done' }
	/** Something unreadable stood here, and what follows it is whole. */
	| { type: 'gap' }
	| { type: 'malformed' };

/**
 * Parses an event's data: one JSON object, or the `[DONE]` that ends a chat completion.
 *
 * Servers that put a single newline between their events have them merged into one, as the format demands:
 * when the whole is not JSON, each line is tried by itself. A proxy may also cut an event in its middle and glue the next
 * to it, with its `data:`: then each of them is tried. What is unreadable is a gap if something readable follows it.
 */
export function parseEventData(data: string): EventData[] {
	const whole = parseOne(data);
	if (whole !== null) return whole;
	const found = data.split('\n').flatMap(parseLine);
	const end = found.findIndex(({ type }) => type === 'done') + 1 || found.length;
	const last = found.slice(0, end).findLastIndex(({ type }) => type !== 'malformed');
	const items: EventData[] = found
		.slice(0, last + 1)
		.map((item) => (item.type === 'malformed' ? { type: 'gap' } : item));
	return last + 1 < end ? [...items, { type: 'malformed' }] : items;
}

/** Where another event or object may begin within a line. */
const GLUE = /(?=data:\s?(?:\{|\[DONE\]))/;
const BETWEEN_OBJECTS = /(?<=\})[\s,]*(?=\{|\[DONE\])/;
/** Where a chunk may begin that was glued to the half of another without its `data:`. */
const CHUNK_START = /(?=\{"(?:id|object|created|model|choices)":)/;

function parseLine(line: string): EventData[] {
	const whole = parseOne(line);
	if (whole !== null) return whole;
	return line
		.split(GLUE)
		.map((piece) => piece.replace(/^data:\s?/, ''))
		.flatMap(parsePiece);
}

function parsePiece(piece: string): EventData[] {
	const whole = parseOne(piece);
	if (whole !== null) return whole;
	const objects = piece.split(BETWEEN_OBJECTS).map(parseOne);
	if (objects.every((object) => object !== null)) return objects.flat();
	return piece.split(CHUNK_START).flatMap((part): EventData[] => {
		const [only] = parseOne(part) ?? [];
		return only?.type === 'json' && Array.isArray(only.value.choices) ? [only] : [{ type: 'malformed' }];
	});
}

/** What some servers write to keep a connection open, and JSON that says nothing. */
const NOTHING =
	/^[[('<:]* ?(?:|null|none|undefined|nan|true|false|\.+|-?\d+(?:\.\d+)?|ping|pong|no-?op|ok|(?:keep[-_ ]?)?alive|heart-?beat|connect(?:ed|ing)|processing|start(?:ed)?|begin|waiting)[\])'>]*$/i;
const DONE = /^['<[]*(?: ?done ?|end|eof|stop|finish(?:ed)?)[\]'>]*(?:[.;]|\\n)*$/i;

/** The data of a whole event; empty where it says nothing, null where it cannot be read. */
function parseOne(text: string): EventData[] | null {
	// Each token passes here, so no more characters are looked at than needed.
	const value = text.startsWith('{') ? parseJson(text) : undefined;
	if (isRecord(value)) return [{ type: 'json', value }];
	const trimmed = text.trim().replace(/^,|,$/g, '');
	if (NOTHING.test(trimmed)) return [];
	if (DONE.test(trimmed)) return [{ type: 'done' }];
	return itemsIn(parseJson(trimmed) ?? (NO_JSON.test(trimmed) ? parseJson(asJson(trimmed)) : undefined));
}

/** How many lists may be in one another. */
const DEEPEST = 3;

/** Gemini wraps its errors in an array, and some proxies several chunks, or JSON in a text. */
function itemsIn(value: unknown, depth = 0): EventData[] | null {
	if (isRecord(value)) return [{ type: 'json', value }];
	if (typeof value === 'string') return parseOne(value);
	if (value === null) return [];
	if (!Array.isArray(value) || depth > DEEPEST) return null;
	const items = value.map((item) => itemsIn(item, depth + 1));
	return items.every((item) => item !== null) ? items.flat() : null;
}

/** Python's `json.dumps` writes numbers that JSON does not have; other servers leave control characters as they are. */
const NO_JSON = /\b(?:NaN|Infinity)\b|\p{Cc}/u;
const TEXT_OR_NO_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*(?:"|$)|-?\bInfinity\b|\bNaN\b/gs;

function asJson(text: string): string {
	const escaped = (sign: string) => JSON.stringify(sign).slice(1, -1);
	return text.replace(TEXT_OR_NO_NUMBER, (found) =>
		found.startsWith('"') ? found.replace(/\p{Cc}/gu, escaped) : 'null',
	);
}

const KEEP_ALIVE_EVENT = /^(?:ping|keep-?alive|heartbeat)$/i;
const END_EVENT = /^(?:\w+[._-])?(?:done|end|eof|close|finish(?:ed)?|completed?)$/i;

/** Whether an event without choices says that the answer ends. Others may follow it, as steps of an agent end, too. */
function saysEnd({ choices, type, event, status, done }: Record<string, unknown>): boolean {
	// Each token passes here.
	if (choices !== undefined) return false;
	const names = [type, event, status, done === true ? 'done' : ''];
	return names.some((name) => typeof name === 'string' && END_EVENT.test(name));
}

/** Turns the frames of an event stream into the events of a completion. */
export interface FrameReader {
	/** `[DONE]` has come: what follows is not read. */
	readonly isDone: boolean;
	/** How likely it is that nothing more comes; see `Ending`. */
	readonly ending: Ending;
	/** Yields what the frames hold, up to the first that tells of an error; then throws it. */
	read(frames: Iterable<SseFrame>): Generator<CompletionEvent>;
	/** Yields what was held back. It must be called before a failure of the connection is told, so that no word is lost. */
	flush(): Generator<CompletionEvent>;
	/** Ends the answer. Throws when the answer was broken off, or when there is no answer. */
	end(): Generator<CompletionEvent>;
}

/** @param source where errors inside the stream come from. */
export function createFrameReader(source: ErrorSource): FrameReader {
	const answer = createAnswerReader((error) => serverError(error, source));
	let isDone = false;
	let hasSaidEnd = false;
	let isQueued = false;

	function* readOther(frame: Exclude<SseFrame, { type: 'data' }>): Generator<CompletionEvent> {
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
			case 'gap':
				yield { type: 'note', note: { code: 'gap' } };
				return;
			case 'bare':
				yield* answer.read(frame.value);
		}
	}

	function* readData({ data, event, isCutOff }: SseFrame & { type: 'data' }): Generator<CompletionEvent> {
		if (event !== undefined && FAILED.test(event)) throw serverError(data, source);
		if (event !== undefined && KEEP_ALIVE_EVENT.test(event)) return;
		const isEnd = event !== undefined && END_EVENT.test(event);
		for (const item of parseEventData(data)) {
			if (item.type === 'done') isDone = true;
			else if (item.type === 'gap') yield { type: 'note', note: { code: 'gap' } };
			else if (item.type === 'json') {
				yield* answer.read(item.value);
				hasSaidEnd = saysEnd(item.value);
			} else if (isEnd && !isErrorText(data)) break;
			// The end of the body has cut this event in half: what went wrong is that end, not the event.
			else if (!isCutOff)
				throw isErrorText(data) ? serverError(data, source) : new LockchatError('malformed');
		}
		// The last of an answer's chunks may have such a name too, and is followed by others then.
		isDone ||= isEnd && !data.includes('"choices"');
	}

	return {
		get isDone() {
			return isDone;
		},
		get ending() {
			return answer.ending;
		},
		*read(frames) {
			try {
				for (const frame of frames) {
					if (!isDone) yield* frame.type === 'data' ? readData(frame) : readOther(frame);
				}
			} catch (error) {
				yield* answer.flush();
				throw error;
			}
		},
		flush: () => answer.flush(),
		end: () => answer.end(isDone || hasSaidEnd),
	};
}

const isText = (event: CompletionEvent): event is Extract<CompletionEvent, { text: string }> =>
	'text' in event;

/**
 * The same events, with neighbouring texts of one kind joined into one event. Where the events end in an error, what
 * was joined until then is yielded before it.
 */
export function* joinTexts(events: Iterable<CompletionEvent>): Generator<CompletionEvent> {
	let held: CompletionEvent | null = null;
	try {
		for (const event of events) {
			if (held !== null && isText(held) && isText(event) && held.type === event.type) {
				held = { type: held.type, text: held.text + event.text };
				continue;
			}
			if (held !== null) yield held;
			held = event;
		}
	} catch (error) {
		if (held !== null) yield held;
		throw error;
	}
	if (held !== null) yield held;
}
