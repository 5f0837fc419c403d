import { findError } from './find-error.ts';
import { isRecord } from './is-record.ts';
import { LockchatError } from './lockchat-error.ts';
import { readDelta } from './read-delta.ts';
import { readUsage } from './read-usage.ts';
import { createThinkSplitter } from './think-splitter.ts';
import type { CompletionEvent, FailureCode, Usage } from './types.ts';

/** Turns the JSON of a completion, whole or in chunks, into events; knows what has come so far. */
export interface AnswerReader {
	/** Something of the answer has come: from now on nothing is repeated. */
	readonly hasBegun: boolean;
	readonly isFinished: boolean;
	/** Yields what the chunk holds, then throws if it also tells of an error. */
	read(chunk: Record<string, unknown>): Generator<CompletionEvent>;
	/** What was held back; to be taken before a failure is told. */
	flush(): Generator<CompletionEvent>;
	/** Ends the answer. `isDone`: the server said so itself. Throws when this is no end, or no answer. */
	end(isDone: boolean): Generator<CompletionEvent>;
}

/** @param toError makes the error that the server's JSON means. */
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
	let usage: Usage | null = null;

	function* readChoice(choice: Record<string, unknown>): Generator<CompletionEvent> {
		if (typeof choice.finish_reason === 'string' && choice.finish_reason !== '') {
			finishReason ??= choice.finish_reason;
		}
		const words = wordsOf(choice, seen.delta);
		if (words === null) return;
		seen.tools ||= isFilled(words.tool_calls) || isRecord(words.function_call);
		for (const part of readDelta(words)) {
			if (words === choice.delta) seen.delta = true;
			if (part.type === 'text') yield* note(splitter.push(part.text));
			else yield* note([part]);
		}
	}

	function* note(parts: Iterable<{ type: 'text' | 'reasoning' | 'refusal'; text: string }>) {
		for (const part of parts) {
			seen[part.type] = true;
			seen.visibleText ||= part.type === 'text' && /\S/.test(part.text);
			yield part;
		}
	}

	function missing(): FailureCode | null {
		if (seen.refusal || finishReason === 'content_filter') return null;
		// The blank lines that follow a closing tag are no answer.
		if (seen.reasoning ? seen.visibleText : seen.text) return null;
		if (seen.tools) return 'tools-unsupported';
		return seen.reasoning ? 'reasoning-only' : 'empty-answer';
	}

	function* flush(): Generator<CompletionEvent> {
		yield* note(splitter.flush());
	}

	return {
		get hasBegun() {
			return seen.text || seen.reasoning || seen.refusal;
		},
		get isFinished() {
			return finishReason !== null;
		},
		*read(chunk) {
			if (isRecord(chunk.usage)) usage = readUsage(chunk.usage) ?? usage;
			if (Array.isArray(chunk.choices)) {
				for (const choice of chunk.choices) {
					if (isRecord(choice) && (choice.index ?? 0) === 0) yield* readChoice(choice);
				}
			}
			const error = findError(chunk);
			if (error !== null) throw toError(error);
		},
		flush,
		*end(isDone) {
			yield* flush();
			if (finishReason === null && !isDone) throw new LockchatError('interrupted');
			if (usage !== null) yield { type: 'usage', usage };
			const code = missing();
			if (code !== null) throw new LockchatError(code);
			yield { type: 'end', finishReason };
		},
	};
}

/** The delta, or the message that some servers put in its place, unless it repeats the deltas before it. */
function wordsOf(choice: Record<string, unknown>, hasSeenDelta: boolean): Record<string, unknown> | null {
	const { delta, message } = choice;
	if (isRecord(delta) && (hasSeenDelta || !isRecord(message) || Object.keys(delta).length > 0)) return delta;
	return isRecord(message) && !hasSeenDelta ? message : null;
}

function isFilled(value: unknown): boolean {
	return Array.isArray(value) && value.length > 0;
}
