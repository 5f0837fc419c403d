import { openAiAddress } from '../address/endpoint-url.ts';
import { isRecord, parseJson } from '../errors/json.ts';
import { findError } from '../errors/read-complaint.ts';
import { serverError } from '../errors/server-error.ts';
import { LockchatError } from '../lockchat-error.ts';
import type { CompletionEvent } from '../types.ts';
import { createAnswerReader } from './answer-reader.ts';
import type { Exchange } from './body-reader.ts';
import { createFrameReader } from './frame-reader.ts';
import { isNative, isOtherProtocol } from './other-protocols.ts';
import { createSseFraming } from './sse-framing.ts';
import { unwrapped } from './unwrapped.ts';

/**
 * The events of a completion that comes as one JSON value, because no stream was asked for or because the server does
 * not stream. Several lines of JSON come from Ollama's native API, which is recognised by its first line.
 * @param start the part of the body that was read already.
 */
export async function* readJsonBody(start: string, exchange: Exchange): AsyncGenerator<CompletionEvent> {
	const { source } = exchange;
	const text = await readWhole(start, exchange);
	const whole = parseJson(text.replace(NOISE_AT_END, '').replace(DONE_AT_END, ''));
	if (whole === undefined && GLUED_EVENT.test(text)) {
		yield* readGluedEvents(text, exchange);
		return;
	}
	const parsed = whole ?? parseJson(firstLine(text));
	// Gemini wraps its errors in an array. A list of chunks is an answer that was collected on its way.
	const chunks = (Array.isArray(parsed) ? parsed : [parsed]).filter(isRecord);
	const value = chunks.find((chunk) => 'choices' in unwrapped(chunk)) ?? chunks[0];
	if (value === undefined) throw new LockchatError('malformed');
	if (isNative(value) || (whole === undefined && 'choices' in value))
		throw new LockchatError('wrong-protocol', { detail: openAiAddress(source.url) });
	if (!('choices' in unwrapped(value))) {
		const isError = 'error' in value || findError(value) !== null;
		if (isOtherProtocol(value) && !value.error) throw new LockchatError('wrong-protocol');
		throw isError ? serverError(value, source) : new LockchatError('not-an-api');
	}
	const answer = createAnswerReader((error) => serverError(error, source));
	try {
		for (const chunk of chunks) yield* answer.read(chunk);
	} catch (error) {
		yield* answer.flush();
		throw error;
	}
	yield* answer.end(true);
}

/** Servers that stream only in name put a whole answer where events belong, and the end of a stream behind it. */
const DONE_AT_END = /(?:\s*(?:data: ?)?\[DONE\])+\s*$/;
const LONGEST_DONE = 40;
/** Comments and events without data, which say nothing. */
const NOISE_AT_END = /(?:[\r\n]+\s*(?:(?::|event:|id:|retry:)[^\r\n]*|(?:data: ?)?\[DONE\]))+\s*$/;
const GLUED_EVENT = /[}\n]data: ?[{[]/;

/** The events of a text in which only the first event lacks its `data:`. */
function* readGluedEvents(text: string, { source, maxEventLength }: Exchange): Generator<CompletionEvent> {
	const framing = createSseFraming(maxEventLength);
	const reader = createFrameReader(source);
	yield* reader.read(framing.push(`data: ${text}`));
	yield* reader.read(framing.end());
	yield* reader.end();
}

/**
 * The whole body. Reading stops early after a first line that belongs to Ollama's native API, and at the end of a
 * stream.
 */
async function readWhole(start: string, { body, watch, maxEventLength }: Exchange): Promise<string> {
	const pieces = [start];
	let length = start.length;
	let hasLine = false;
	for (;;) {
		if (!hasLine && pieces.at(-1)?.includes('\n')) {
			hasLine = true;
			const line = firstLine(pieces.join(''));
			if (isNative(parseJson(line))) return line;
		}
		if (DONE_AT_END.test(pieces.slice(-2).join('').slice(-LONGEST_DONE))) return pieces.join('');
		const piece = await body.read();
		if (piece === null) return pieces.join('');
		// Blanks count as signs of life too: servers send them to keep the connection open.
		watch.touch();
		pieces.push(piece);
		length += piece.length;
		if (length > maxEventLength) throw new LockchatError('too-long');
	}
}

function firstLine(text: string): string {
	const end = text.indexOf('\n');
	return end === -1 ? text : text.slice(0, end);
}
