import { createContinuationSeam } from '../chat/continuation-seam.ts';
import type { Message } from '../chat/types.ts';
import type { CompletionOptions } from '../lockchat/completion-options.ts';
import { createCompletion } from '../lockchat/create-completion.ts';
import { keptStreamOf } from '../lockchat/kept-stream.ts';
import { LockchatError } from '../lockchat/lockchat-error.ts';
import { resumeCompletion } from '../lockchat/resume-completion.ts';
import type { CompletionEvent, CompletionRequest } from '../lockchat/types.ts';

/** What of an answer is there already, and whether its connection was lost. */
export interface Begun {
	partial: Message;
	isCutShort: boolean;
}

/**
 * The events that an answer grows by: the rest of the stream that its server has kept of it, else what the server says
 * when it is asked to go on, joined without a seam. Throws as `createCompletion` does.
 */
export async function* answerEvents(
	request: CompletionRequest,
	{ partial, isCutShort }: Begun,
	options: CompletionOptions,
): AsyncGenerator<CompletionEvent> {
	const kept = isCutShort ? keptStreamOf(request) : null;
	if (kept !== null) {
		let hasGrown = false;
		const { content, reasoning = '', refusal = '' } = partial;
		try {
			for await (const event of resumeCompletion(kept, { text: content, reasoning, refusal }, options)) {
				hasGrown ||= 'text' in event;
				yield event;
			}
			return;
		} catch (error) {
			if (hasGrown || !(error instanceof LockchatError)) throw error;
		}
	}
	const seam = createContinuationSeam(partial.content);
	try {
		for await (const event of createCompletion(request, options)) {
			if (event.type === 'end') yield { type: 'text', text: seam.finish() };
			yield event.type === 'text' ? { type: 'text', text: seam.push(event.text) } : event;
		}
	} catch (error) {
		yield { type: 'text', text: seam.finish() };
		throw error;
	}
}
