import { errorIn, isRecord } from '../errors/json.ts';
import { findError } from '../errors/read-complaint.ts';
import type { FailureCode } from '../failure.ts';
import { LockchatError } from '../lockchat-error.ts';
import type { CompletionEvent, Usage } from '../types.ts';
import { type DeltaPart, firstWords, hasWords, readContent } from './content-parts.ts';
import { isOtherProtocol } from './other-protocols.ts';
import { readReason } from './read-reason.ts';
import { readUsage } from './read-usage.ts';
import { REASONING_FIELD } from './reasoning-fields.ts';
import { createThinkSplitter, type Passage } from './think-splitter.ts';
import { callsIn, namesOf } from './tool-calls.ts';
import { unwrapped } from './unwrapped.ts';

/**
 * The words in a `delta` (or in a whole `message`, which has the same fields), in order and none of them empty.
 *
 * Reasoning comes in a field of its own, there or beside the delta, or as a part of type `thinking` in a content that is a list (Mistral).
 * Servers that send several such fields send the same words in each, or leave some empty, so only the first field
 * that is not empty counts.
 */
function readDelta(delta: Record<string, unknown>, choice: Record<string, unknown>): DeltaPart[] {
	const content = isThought(delta) ? readContent('reasoning', withoutTags(delta.content)) : contentOf(delta);
	const parts = reasoningIn(choice, reasoningIn(delta, []));
	// So it is with nearly every token.
	if (parts.length === 0 && !delta.refusal) return content;
	// Gateways repeat the thoughts of a content that is a list in a field of their own.
	const told = parts.map(({ text }) => text).join('');
	const others = content.filter(({ type, text }) => type !== 'reasoning' || !told.includes(text));
	return [...parts, ...others, ...(delta.refusal ? readContent('refusal', delta.refusal) : [])];
}

/** The fields of nearly every token: to know them spares a look at the pattern. */
const NO_REASONING = new Set(['index', 'delta', 'role', 'content', 'finish_reason', 'logprobs']);

/** @param before what has been found in other fields, which holds unless it is all blank */
function reasoningIn(fields: Record<string, unknown>, before: DeltaPart[]): DeltaPart[] {
	let parts = before;
	for (const field in fields) {
		if (NO_REASONING.has(field) || !REASONING_FIELD.test(field)) continue;
		if (parts.some(hasWords)) break;
		const found = readContent('reasoning', fields[field]);
		if (parts.length === 0 || found.some(hasWords)) parts = found;
	}
	return parts;
}

/** Nearly every token is a text alone. Some gateways make a number of one that looks so. */
function contentOf({ content, text }: Record<string, unknown>): DeltaPart[] {
	const isPlain = (typeof content === 'string' && content !== '') || typeof content === 'number';
	if (isPlain) return [{ type: 'text', text: String(content) }];
	return firstWords('text', [content, text]);
}

/**
 * Whether the content is marked as a thought, as Google's servers do.
 * @see https://ai.google.dev/gemini-api/docs/openai#thinking
 */
function isThought({ extra_content: extra }: Record<string, unknown>): boolean {
	return isRecord(extra) && isRecord(extra.google) && extra.google.thought === true;
}

function withoutTags(content: unknown): unknown {
	return typeof content === 'string' ? content.replace(/^<thought>|<\/thought>$/g, '') : content;
}

/**
 * How likely it is that nothing more comes. Some servers put a finish reason on every chunk, so that it ends the
 * answer only when nothing follows it.
 *
 * - `none`: no finish reason, or words have come since.
 * - `finished`: a finish reason in a chunk of its own, behind the answer's words.
 * - `perhaps-finished`: it came together with words, or before any word of the answer.
 * - `doubtful`: this server has gone on after a finish reason before.
 */
export type Ending = 'none' | 'finished' | 'perhaps-finished' | 'doubtful';

/** Turns the JSON of a completion, whole or in chunks, into events, and keeps account of what has come so far. */
export interface AnswerReader {
	/** True when something of the answer has come: from then on no request is sent again. */
	readonly hasBegun: boolean;
	readonly ending: Ending;
	/** Yields what the chunk holds, then throws if it also tells of an error. */
	read(chunk: Record<string, unknown>): Generator<CompletionEvent>;
	/** Yields what was held back. It must be called before a failure is told, so that no word is lost. */
	flush(): Generator<CompletionEvent>;
	/**
	 * Ends the answer. `isDone` is true if the server itself said that the answer is whole. Throws when the answer
	 * was broken off, or when there is no answer.
	 */
	end(isDone: boolean): Generator<CompletionEvent>;
}

/** @param toError makes an error of the JSON in which the server told it. */
export function createAnswerReader(toError: (body: unknown) => LockchatError): AnswerReader {
	const splitter = createThinkSplitter();
	const seen = {
		text: false,
		visibleText: false,
		reasoning: false,
		refusal: false,
		tools: false,
		delta: false,
	};
	let finishReason: string | null = null;
	let ending: Ending = 'none';
	let hasGoneOn = false;
	let usage: Usage | null = null;
	const tools = new Set<string>();

	function* readChoice(choice: Record<string, unknown>): Generator<CompletionEvent> {
		const words = wordsOf(choice, seen.delta);
		const parts = words === null ? [] : readDelta(words, choice);
		if (parts.length > 0 && ending !== 'none') {
			hasGoneOn = true;
			ending = 'none';
		}
		const { finish_reason, finishReason: camel, stop_reason, finish_details } = choice;
		const ended = finish_reason ?? camel ?? stop_reason ?? finish_details ?? words?.finish_reason;
		const reason = ended ? readReason(ended) : null;
		// One that is repeated with no words in between says nothing new.
		if (reason !== null && (ending === 'none' || finishReason === null)) finishReason = reason;
		if (words !== null) {
			if (parts.length > 0 && words === choice.delta) seen.delta = true;
			if (words.tool_calls || words.function_call) {
				const calls = callsIn(words);
				seen.tools ||= calls.length > 0;
				for (const name of namesOf(calls)) tools.add(name);
			}
			for (const part of parts) {
				const passages = part.type === 'text' ? splitter.push(part.text) : [part];
				for (const passage of passages) yield noted(passage);
			}
		}
		if (reason !== null) ending = endingOf(parts.length > 0);
	}

	function noteUsage(holder: unknown): void {
		if (isRecord(holder) && isRecord(holder.usage)) usage = readUsage(holder.usage) ?? usage;
	}

	function endingOf(hasWords: boolean): Ending {
		if (hasGoneOn) return 'doubtful';
		const hasAnswered = seen.text || seen.refusal || seen.tools;
		return hasWords || !hasAnswered ? 'perhaps-finished' : 'finished';
	}

	function noted(part: DeltaPart | Passage): CompletionEvent {
		if (part.type === 'retype') {
			seen.text = false;
			seen.visibleText = false;
			seen.reasoning = true;
			return { type: 'retype', from: 'text', to: 'reasoning' };
		}
		seen[part.type] = true;
		seen.visibleText ||= part.type === 'text' && /\S/.test(part.text);
		return part;
	}

	function missing(): FailureCode | null {
		if (seen.refusal || finishReason === 'content_filter') return null;
		// The blank lines that follow the closing tag of the reasoning are not an answer.
		if (seen.reasoning ? seen.visibleText : seen.text) return null;
		if (seen.tools) return 'tools-unsupported';
		if (finishReason === 'length') return 'limit-reached';
		return seen.reasoning ? 'reasoning-only' : 'empty-answer';
	}

	function* flush(): Generator<CompletionEvent> {
		for (const passage of splitter.flush()) yield noted(passage);
	}

	const hasBegun = () => seen.text || seen.reasoning || seen.refusal;

	return {
		get hasBegun() {
			return hasBegun();
		},
		get ending() {
			return ending;
		},
		*read(given) {
			const chunk = 'choices' in given ? given : unwrapped(given);
			const choices = isRecord(chunk.choices) ? [chunk.choices] : chunk.choices;
			if (Array.isArray(choices)) {
				for (const choice of choices) {
					if (isRecord(choice) && isFirst(choice)) yield* readChoice(choice);
				}
			}
			// Groq counts in a field of its own, Moonshot in the choice.
			noteUsage(chunk);
			noteUsage(chunk.x_groq);
			if (Array.isArray(choices)) choices.forEach(noteUsage);
			const error = Array.isArray(choices)
				? (errorIn(chunk) ?? (chunk === given ? null : errorIn(given)))
				: findError(chunk);
			if (error !== null) throw toError(error);
			if (!hasBegun() && !choices && isOtherProtocol(chunk)) throw new LockchatError('wrong-protocol');
		},
		flush,
		*end(isDone) {
			yield* flush();
			if (finishReason === null && !isDone) throw new LockchatError('interrupted');
			if (usage !== null) yield { type: 'usage', usage };
			const code = missing();
			if (code !== null) throw new LockchatError(code);
			if (seen.tools) yield { type: 'note', note: { code: 'tools-asked', names: [...tools] } };
			yield { type: 'end', finishReason };
		},
	};
}

/** Only one choice is asked for. Some servers write its number as a text. */
function isFirst({ index }: Record<string, unknown>): boolean {
	return (index ?? 0) === 0 || index === '0';
}

/**
 * The delta, or the message that some servers put in its place. Null where the message only repeats the deltas before
 * it.
 */
function wordsOf(choice: Record<string, unknown>, hasSeenDelta: boolean): Record<string, unknown> | null {
	const { delta, message } = choice;
	if (isRecord(delta) && (hasSeenDelta || !isRecord(message) || Object.keys(delta).length > 0)) return delta;
	if (isRecord(message) && !hasSeenDelta) return message;
	// As the older completions have it, which some servers send for chats too; others have the words right here.
	const content = [choice.text, delta].find((text) => typeof text === 'string');
	return content === undefined ? null : { content };
}
