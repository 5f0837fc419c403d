import { createParser } from 'eventsource-parser';
import { isDeep, isRecord, parseJson } from '../errors/json.ts';
import { isErrorText } from '../errors/server-error.ts';

const BOUNDARY = /\}(?:\r\n|\n|\r)(?=data: ?[{[])/g;
const OBJECT_END = /\}[\r\n]{1,2}$/;
const OBJECT_START = /^data: ?[{[]/;

/**
 * Puts back the blank line between two events where a server has left it out, so that the events need not wait for
 * the end of the body. The place is a line that ends in `}` before a data line that begins with `{` or `[`. One JSON
 * value that is spread over lines has no such place: a comma would stand between the two.
 *
 * The place is seen only if the text was not cut in the middle of it. `parseEventData` takes care of the others.
 */
function createEventSeparator(): (text: string) => string {
	let hasObjectEnded = false;

	return (text) => {
		const missing = hasObjectEnded && OBJECT_START.test(text) ? '\n\n' : '';
		hasObjectEnded = OBJECT_END.test(text.slice(-3));
		return missing + text.replace(BOUNDARY, '}\n\n');
	};
}

/** Collects lines that have no field's name, and may be those of a JSON object. */
interface BareLines {
	/** The object that this line completes; null where it completes none. */
	push(line: string): Record<string, unknown> | null;
	/** Lines of an object have come, and its end has not. */
	readonly isOpen: boolean;
	/** An event's data: with the lines before its end, where it is whole only with them. */
	endWithin(data: string): string;
}

/**
 * How many lines, and how many UTF-16 code units, are collected: enough for a complaint or a pretty-printed answer.
 * There is a limit because each new line may have all of them parsed again.
 */
const MOST_BARE_LINES = 500;
const MOST_BARE_LENGTH = 262_144;

function createBareLines(): BareLines {
	let lines: string[] = [];
	let length = 0;

	return {
		get isOpen() {
			return lines[0]?.startsWith('{') ?? false;
		},
		push(line) {
			const [only, second] = listOf(parseObjects(line));
			// Whatever stood before it: a complaint is not missed for the lines of a log that a server wrote first.
			if (isRecord(only) && second === undefined) {
				lines = [];
				return only;
			}
			length += line.length;
			if (length > MOST_BARE_LENGTH || lines.length >= MOST_BARE_LINES) return null;
			// An object's first line is not indented, so the lines before it belong to something else.
			if (line.startsWith('{')) lines = [];
			lines.push(line);
			if (!line.trimEnd().endsWith('}') || !lines[0]?.startsWith('{')) return null;
			const value = parseJson(lines.join('\n'));
			if (!isRecord(value)) return null;
			lines = [];
			length = 0;
			return value;
		},
		endWithin(data) {
			if (lines.length === 0) return data;
			const start = data.replace(/\n\[DONE\]\s*$/, '');
			// A line end may also stand in a text, where JSON has it escaped.
			const parts = [start, ...lines];
			const whole = parseJson(parts.join('\n')) ?? parseJson(parts.join('\\n'));
			lines = [];
			length = 0;
			return whole === undefined || isDeep(whole) ? data : JSON.stringify(whole) + data.slice(start.length);
		},
	};
}

/** What a line holds that is an object, or a list of them, as a whole. */
function parseObjects(line: string): unknown {
	if (line.startsWith('[{')) return parseJson(line);
	return line.startsWith('{') && line.trimEnd().endsWith('}') ? [parseJson(line)] : undefined;
}

function listOf(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}

/** An event behind something that was cut off, and the rest of an event whose beginning was. */
const EVENT_BEHIND = /data:\s?(?=\{|\[DONE\])/;
/** The end of a stream in a line without `data:`. */
/** A line of a log may also say “Done”. */
const BARE_DONE = /^\s*(?:\[done\]|\[DONE\]|DONE)\s*$/;
const REST_OF_EVENT = /"(?:choices|delta|finish_reason)":.*\}\s*$/;

/** What a body of server-sent events is made of, as far as chat completions go. */
export type SseFrame =
	| { type: 'comment' }
	/** `isCutOff`: the body ended before the blank line that ends an event, so the data may not be whole. */
	| { type: 'data'; data: string; event?: string; isCutOff: boolean }
	/** A bare line `error: …` (llama.cpp) or one of prose that tells of an error, which is no field of the format. */
	| { type: 'error-line'; text: string }
	/** A JSON object that stands there without `data:`, on one line or several. Mostly it is a complaint. */
	| { type: 'bare'; value: Record<string, unknown> }
	/** A line that is the rest of an event. */
	| { type: 'gap' }
	/** An event longer than the limit. The last frame: what follows is not read. */
	| { type: 'overflow' };

export interface SseFraming {
	/** The frames that `text` completes. */
	push(text: string): SseFrame[];
	/** The frames that the end of the body completes. */
	end(): SseFrame[];
}

/**
 * Cuts the text of an event stream into frames, however it comes in pieces.
 *
 * @param maxEventLength the most that one event may hold back, in UTF-16 code units.
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
 */
export function createSseFraming(maxEventLength: number): SseFraming {
	let frames: SseFrame[] = [];
	let isEnding = false;
	let hasOverflown = false;
	let hasBareDone = false;
	const bare = createBareLines();
	const separate = createEventSeparator();

	function readStray(field: string | undefined, value: string | undefined, line: string): void {
		if (BARE_DONE.test(line)) {
			hasBareDone = true;
			return;
		}
		const behind = line.search(EVENT_BEHIND);
		if (behind !== -1) {
			frames.push({ type: 'gap' });
			const data = line.slice(behind).replace(EVENT_BEHIND, '');
			frames.push({ type: 'data', data, isCutOff: isEnding });
			return;
		}
		const isInObject = bare.isOpen;
		const object = bare.push(line);
		if (object !== null) frames.push({ type: 'bare', value: object });
		else if (field === 'error') frames.push({ type: 'error-line', text: value ?? '' });
		else if (!isInObject && isErrorText(line)) frames.push({ type: 'error-line', text: line });
		else if (!bare.isOpen && REST_OF_EVENT.test(line)) frames.push({ type: 'gap' });
	}

	const parser = createParser({
		maxBufferSize: maxEventLength,
		onEvent: ({ data, event }) => {
			const joined = bare.endWithin(data);
			frames.push({ type: 'data', data: joined, isCutOff: isEnding, ...(event !== undefined && { event }) });
		},
		onComment: () => {
			frames.push({ type: 'comment' });
		},
		onError: ({ type, field, value, line }) => {
			if (type === 'unknown-field') readStray(field, value, line ?? '');
			if (type !== 'max-buffer-size-exceeded') return;
			hasOverflown = true;
			frames.push({ type: 'overflow' });
		},
	});

	function feed(text: string): SseFrame[] {
		// The parser throws when it is fed after an overflow.
		if (!hasOverflown) parser.feed(separate(text));
		if (hasBareDone) {
			// The event in front of that line may lack the blank line that ends it.
			if (!hasOverflown) parser.feed('\n\n');
			frames.push({ type: 'data', data: '[DONE]', isCutOff: false });
		}
		const taken = frames;
		frames = [];
		return taken;
	}

	return {
		push: feed,
		end() {
			isEnding = true;
			// The parser gives out an event only when a blank line follows it.
			return feed('\n\n');
		},
	};
}
