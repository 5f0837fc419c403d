import { completionBody } from './exchange/completion-body.ts';
import type { CompletionOptions } from './exchange/completion-options.ts';
import { endTokenAt, isLeftBehind } from './exchange/end-token.ts';
import { requestCompletion } from './exchange/exchange-completion.ts';
import { promptCut } from './exchange/prompt-cut.ts';
import { learn, quirksOf } from './exchange/quirks.ts';
import { createRetryPolicy } from './exchange/retry-policy.ts';
import { wait as waitByTimer } from './exchange/wait.ts';
import { LockchatError } from './lockchat-error.ts';
import type { CompletionEvent, CompletionNote, CompletionRequest } from './types.ts';

/**
 * Asks for a completion and yields it as it comes. The last event is always `end`, unless it throws.
 *
 * As long as nothing of the answer has come, a request may be sent again:
 * - twice, if the server says how long it is busy, or wrongly denies that it has the model;
 * - for some minutes, while the server loads the model;
 * - in another way, if the server refuses what was asked. The event `learned` and notes tell what this taught.
 *
 * Once a token has come, nothing is sent again.
 *
 * The connection is closed when the loop is left, and when the signal is aborted, also in the middle of a wait.
 *
 * @throws LockchatError for whatever fails; the signal's reason when it is aborted.
 */
export async function* createCompletion(
	request: CompletionRequest,
	options: CompletionOptions = {},
): AsyncGenerator<CompletionEvent> {
	const { signal, wait = waitByTimer } = options;
	const retries = createRetryPolicy();
	let quirks = quirksOf(request);
	const notes = new Map<CompletionNote['code'], CompletionNote>();
	let hasLearned = false;
	for (;;) {
		const body = completionBody(request, quirks);
		signal?.throwIfAborted();
		yield { type: 'status', status: 'connecting' };
		let hasBegun = false;
		let failure: LockchatError;
		try {
			const events = requestCompletion(request, body, options);
			for await (const event of withoutEndToken(events, request.messages)) {
				signal?.throwIfAborted();
				if (!hasBegun && event.type !== 'status') {
					hasBegun = true;
					// Only an answer makes it certain that the other way of asking was the right one.
					if (hasLearned) yield { type: 'learned', quirks };
					for (const note of notes.values()) yield { type: 'note', note };
				}
				yield event;
				const cut = event.type === 'usage' ? promptCut(request.messages, event.usage) : null;
				if (cut !== null) yield { type: 'note', note: cut };
			}
			return;
		} catch (error) {
			signal?.throwIfAborted();
			if (hasBegun || !(error instanceof LockchatError)) throw error;
			failure = error;
		}
		const lesson = learn({ request, body, quirks }, failure);
		if (lesson !== null) {
			quirks = lesson.quirks;
			hasLearned = true;
			if (lesson.note !== null) notes.set(lesson.note.code, lesson.note);
			continue;
		}
		const pause = retries.after(failure);
		if (pause === null) throw failure;
		yield { type: 'status', status: pause.status, retryAt: Date.now() + pause.ms };
		await wait(pause.ms, signal);
	}
}

/**
 * The same events without a special token of the model's template that a server has left at the very end of the answer.
 * What may become one is held back until more has come; who leaves the loop meanwhile does not get it.
 */
async function* withoutEndToken(
	events: AsyncIterable<CompletionEvent>,
	messages: CompletionRequest['messages'],
): AsyncGenerator<CompletionEvent> {
	let said = '';
	let held = '';
	function take(text: string): CompletionEvent {
		said += text;
		return { type: 'text', text };
	}
	try {
		for await (const event of events) {
			if (event.type === 'text') {
				const text = held + event.text;
				// Nearly every token has no such sign in it.
				const start = text.includes('<') ? endTokenAt(text) : text.length;
				held = text.slice(start);
				if (start > 0) yield take(text.slice(0, start));
				continue;
			}
			if (event.type === 'end' && event.finishReason !== 'length' && isLeftBehind(held, said, messages))
				held = '';
			if (event.type === 'end' || event.type === 'retype' || 'text' in event) {
				if (held !== '') yield take(held);
				held = '';
			}
			yield event;
		}
	} catch (error) {
		if (held !== '') yield take(held);
		throw error;
	}
}
