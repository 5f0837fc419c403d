import { createParser } from 'eventsource-parser';
import { createEventSeparator } from './separate-events.ts';

/** What a body of server-sent events is made of, as far as chat completions go. */
export type SseFrame =
	| { type: 'comment' }
	/** `isCutOff`: the body ended before the blank line that ends an event, so the data may not be whole. */
	| { type: 'data'; data: string; event?: string; isCutOff: boolean }
	/** A bare line `error: …`, which is no field of the format; llama.cpp has sent it. */
	| { type: 'error-line'; text: string }
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
	const separate = createEventSeparator();
	const parser = createParser({
		maxBufferSize: maxEventLength,
		onEvent: ({ data, event }) => {
			frames.push({ type: 'data', data, isCutOff: isEnding, ...(event !== undefined && { event }) });
		},
		onComment: () => {
			frames.push({ type: 'comment' });
		},
		onError: ({ type, field, value }) => {
			if (type === 'unknown-field' && field === 'error')
				frames.push({ type: 'error-line', text: value ?? '' });
			if (type !== 'max-buffer-size-exceeded') return;
			hasOverflown = true;
			frames.push({ type: 'overflow' });
		},
	});

	function feed(text: string): SseFrame[] {
		// An overflown parser throws when it is fed.
		if (!hasOverflown) parser.feed(separate(text));
		const taken = frames;
		frames = [];
		return taken;
	}

	return {
		push: feed,
		end() {
			isEnding = true;
			// The parser never gives out an event without a blank line after it.
			return feed('\n\n');
		},
	};
}
