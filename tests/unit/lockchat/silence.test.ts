import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCompletion } from '../../../utils/lockchat/create-completion.ts';
import type { CompletionOptions } from '../../../utils/lockchat/exchange/completion-options.ts';
import { readWords } from '../../../utils/lockchat/words/known-words.ts';
import { DONE, outcomeOf, requestTo, STOP, text } from './complete.ts';
import { serve } from './serve.ts';
import { NOWHERE } from './serve-after.ts';

// The first request reads them from the disk, for which fake time leaves no room.
await readWords();

const END = STOP + DONE;
const WHOLE_ANSWER = '{"choices":[{"message":{"content":"a"}}]}';

const encode = (text: string) => new TextEncoder().encode(text);

describe('a silent server', () => {
	const stallMs = 400;
	const beat = 60;
	/** Pieces that take longer than the limit together, while each takes far less. */
	const beats = Array.from({ length: 10 }, (_, index) => `${index}`);

	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	/** Answers with a body that `write` makes over time. The time is that of the fake timers. */
	function answerWith(
		write: (controller: ReadableStreamDefaultController<Uint8Array>) => void,
	): typeof fetch {
		const headers = { 'content-type': 'text/event-stream' };
		return async () => new Response(new ReadableStream({ start: write }), { headers });
	}

	/** Writes one of the `pieces` in each beat, and then nothing. */
	function slowly(pieces: readonly string[], { beforeHeaders = 0 } = {}): typeof fetch {
		const answer = answerWith((controller) => {
			for (const [index, piece] of pieces.entries()) {
				setTimeout(() => controller.enqueue(encode(piece)), (index + 1) * beat);
			}
		});
		return async (...request) => {
			await new Promise((resolve) => setTimeout(resolve, beforeHeaders));
			return answer(...request);
		};
	}

	/** The outcome of a completion after all the time has passed that it may take. */
	async function outcomeInTime(options: CompletionOptions, more = {}) {
		const reading = outcomeOf(createCompletion(requestTo(NOWHERE, more), options));
		await vi.advanceTimersByTimeAsync(10 * stallMs);
		return reading;
	}

	it.each([true, false])('case 49: that never answers has stalled (local: %s)', async (isLocal) => {
		vi.useRealTimers();
		const server = await serve(() => undefined);
		const { error } = await outcomeOf(createCompletion(requestTo(server), { stallMs: 50, isLocal }));
		expect(error?.code).toBe('stalled');
		await server.asked[0]?.closed;
	});

	it('case 49: that stops in the middle has stalled, and its text is kept', async () => {
		const outcome = await outcomeInTime({ fetch: slowly([text('a')]), stallMs, isLocal: false });
		expect(outcome).toMatchObject({ text: 'a', ends: [], error: { code: 'stalled' } });
	});

	it('case 49: that sends comments only has stalled', async () => {
		const comments = Array.from({ length: 100 }, () => ': keep-alive\n\n');
		const { error } = await outcomeInTime({ fetch: slowly(comments), stallMs, isLocal: false });
		expect(error?.code).toBe('stalled');
	});

	it('case 49: that sends comments is at work on this computer', async () => {
		const comments = beats.map(() => ': keep-alive\n\n');
		// `isLocal` is left out: the address 127.0.0.1 tells it.
		expect(await outcomeInTime({ fetch: slowly([...comments, text('a') + END]), stallMs })).toMatchObject({
			text: 'a',
			ends: ['stop'],
		});
	});

	it('case 49: is waited for while it stays under the limit, from the request on and between tokens', async () => {
		const fetch = slowly([...beats.map(text), END], { beforeHeaders: beat });
		const outcome = await outcomeInTime({ fetch, stallMs, isLocal: false });
		expect(outcome).toMatchObject({ text: beats.join(''), ends: ['stop'], error: null });
	});

	it('case 49: is not waited for beyond the limit, which counts from the request on', async () => {
		const fetch = slowly([text('a') + END], { beforeHeaders: stallMs + beat });
		const { error } = await outcomeInTime({ fetch, stallMs, isLocal: false });
		expect(error?.code).toBe('stalled');
	});

	it('case 49: is not to blame while nobody reads', async () => {
		const fetch = slowly([text('a'), text('b') + END]);
		const seen: string[] = [];
		const reading = (async () => {
			for await (const event of createCompletion(requestTo(NOWHERE), { fetch, stallMs, isLocal: false })) {
				if (event.type === 'text') seen.push(event.text);
				if (seen.length === 1) await new Promise((resolve) => setTimeout(resolve, 1.5 * stallMs));
			}
		})();
		await vi.advanceTimersByTimeAsync(10 * stallMs);
		await reading;
		expect(seen).toEqual(['a', 'b']);
	});

	it.each([stallMs, 60_000])(
		'case 49: that has given its finish reason is not waited for (%d)',
		async (stallMs) => {
			const outcome = await outcomeInTime({ fetch: slowly([text('a'), STOP]), stallMs, isLocal: false });
			expect(outcome).toMatchObject({ text: 'a', ends: ['stop'], error: null });
		},
	);

	it('case 49: that sends blanks before a whole answer is at work on this computer', async () => {
		const fetch = answerWith((controller) => {
			const blanks = setInterval(() => controller.enqueue(encode(' \n')), beat);
			setTimeout(() => {
				clearInterval(blanks);
				controller.enqueue(encode(WHOLE_ANSWER));
				controller.close();
			}, 1.8 * stallMs);
		});
		expect(await outcomeInTime({ fetch, stallMs })).toMatchObject({ text: 'a' });
	});

	it('case 49: that does not stream has five times as long', async () => {
		const wholeIn = (ms: number) =>
			answerWith((controller) => {
				setTimeout(() => {
					controller.enqueue(encode(WHOLE_ANSWER));
					controller.close();
				}, ms);
			});
		const inTime = { fetch: wholeIn(5 * stallMs - beat), stallMs, isLocal: false };
		expect(await outcomeInTime(inTime, { stream: false })).toMatchObject({ text: 'a', ends: [null] });
		const tooLate = { fetch: wholeIn(5 * stallMs + beat), stallMs, isLocal: false };
		expect(await outcomeInTime(tooLate, { stream: false })).toMatchObject({ error: { code: 'stalled' } });
	});
});
