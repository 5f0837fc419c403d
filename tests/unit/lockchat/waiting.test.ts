import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCompletion } from '../../../utils/lockchat/create-completion.ts';
import type { CompletionOptions } from '../../../utils/lockchat/exchange/completion-options.ts';
import { DONE, outcomeOf, recordedWait, requestTo, STOP, text } from './complete.ts';
import { type Server, serve } from './serve.ts';

const END = STOP + DONE;
const WHOLE_ANSWER = '{"choices":[{"message":{"content":"a"}}]}';

/** For requests that a test answers itself. */
const NOWHERE: Server = { url: 'http://127.0.0.1:11434', asked: [] };

const encode = (text: string) => new TextEncoder().encode(text);

/** A server that refuses `times` times, then answers. */
function serveAfter(
	times: number,
	refusal: { status: number; headers?: Record<string, string>; body?: string },
) {
	return serve((response, _, ordinal) => {
		response.writeHead(ordinal < times ? refusal.status : 200, ordinal < times ? refusal.headers : {});
		response.end(ordinal < times ? (refusal.body ?? '{"error":"busy"}') : text('a') + END);
	});
}

describe('a busy server', () => {
	const now = Date.parse('2025-01-01T00:00:00Z');

	it.each([
		[429, { 'retry-after': '7' }, 7_000],
		[503, { 'retry-after': '7' }, 7_000],
		[429, { 'retry-after': '0' }, 0],
		[429, { 'retry-after': '1.5' }, 1_500],
		[429, { 'retry-after-ms': '40', 'retry-after': '7' }, 40],
		[503, { 'retry-after': 'Wed, 01 Jan 2025 00:00:09 GMT' }, 9_000],
		[503, { 'retry-after': 'Wed, 01 Jan 2020 00:00:00 GMT' }, 0],
		[429, { 'retry-after': '99999999999' }, 60_000],
		[429, { 'retry-after': 'Fri, 01 Jan 2100 00:00:00 GMT' }, 60_000],
	])('case 45: %d with %j is waited for, at most a minute', async (status, headers, ms) => {
		vi.spyOn(Date, 'now').mockReturnValue(now);
		const server = await serveAfter(1, { status, headers });
		const { waits, wait } = recordedWait();
		const outcome = await outcomeOf(createCompletion(requestTo(server), { wait }));
		expect(outcome).toMatchObject({ text: 'a', ends: ['stop'], error: null });
		expect(waits).toEqual([ms]);
		expect(outcome.statuses[1]).toEqual({ type: 'status', status: 'retrying', retryAt: now + ms });
	});

	it.each(['soon', '-5', '1e9', 'NaN', ''])(
		'case 45: that asks to be waited for illegibly (%j) is given some seconds',
		async (value) => {
			const server = await serveAfter(1, { status: 429, headers: { 'retry-after': value } });
			const { waits, wait } = recordedWait();
			const outcome = await outcomeOf(createCompletion(requestTo(server), { wait }));
			expect(outcome).toMatchObject({ text: 'a', ends: ['stop'] });
			expect(waits).toEqual([5_000]);
		},
	);

	it.each([429, 503])('case 45: that does not ask to be waited for is left alone (%d)', async (status) => {
		const server = await serveAfter(1, { status });
		const { error } = await outcomeOf(createCompletion(requestTo(server)));
		expect(error).toMatchObject({ status, detail: 'busy', retryAfterMs: undefined });
		expect(server.asked).toHaveLength(1);
	});

	it('case 45: is asked three times at most, and its own time is told', async () => {
		const server = await serveAfter(9, { status: 429, headers: { 'retry-after': '3600' } });
		const { error } = await outcomeOf(createCompletion(requestTo(server), { wait: recordedWait().wait }));
		expect(error).toMatchObject({ code: 'rate-limited', retryAfterMs: 3_600_000 });
		expect(server.asked).toHaveLength(3);
	});

	// The limit is below the 30 seconds that the server asks for: who waits to the end is cut off by it.
	it('case 45: need not be waited for to the end', { timeout: 25_000 }, async () => {
		const server = await serveAfter(1, { status: 429, headers: { 'retry-after': '30' } });
		const controller = new AbortController();
		const reason = new Error('enough');
		const events = createCompletion(requestTo(server), { signal: controller.signal });
		await expect(async () => {
			for await (const event of events) {
				if (event.type === 'status' && event.status === 'retrying')
					setImmediate(() => controller.abort(reason));
			}
		}).rejects.toBe(reason);
		expect(server.asked).toHaveLength(1);
	});

	it.each([
		'{"error":{"code":503,"message":"Loading model","type":"unavailable_error"}}',
		'{"error":{"message":"wait","type":"model_loading"}}',
		'{"error":"Model x is currently loading","estimated_time":20}',
	])('case 46: that loads the model (%s) is waited for', async (body) => {
		const server = await serveAfter(4, { status: 503, body });
		const { waits, wait } = recordedWait();
		const outcome = await outcomeOf(createCompletion(requestTo(server), { wait }));
		expect(outcome).toMatchObject({ text: 'a', ends: ['stop'] });
		expect(outcome.statuses.map(({ status }) => status)).toContain('loading-model');
		expect(waits).toEqual([2_000, 2_000, 2_000, 2_000]);
	});

	/** A server that loads its model for ever, asked hundreds of times: without sockets, which would take seconds. */
	function loadingForEver(headers: Record<string, string> = {}) {
		let count = 0;
		const load: typeof fetch = async () => {
			count += 1;
			return new Response('{"error":{"code":"model_loading"}}', { status: 503, headers });
		};
		return { fetch: load, asked: () => count };
	}

	it('case 46: that never gets the model loaded is given up after five minutes', async () => {
		const { fetch } = loadingForEver();
		const { waits, wait } = recordedWait();
		const { error } = await outcomeOf(createCompletion(requestTo(NOWHERE), { fetch, wait }));
		expect(error).toMatchObject({ code: 'model-loading', status: 503 });
		expect(waits.reduce((sum, ms) => sum + ms, 0)).toBe(300_000);
	});

	it.each(['0', 'Wed, 01 Jan 2020 00:00:00 GMT'])(
		'case 46: that asks to be asked at once while it loads (%s) is asked twice a second at most',
		async (soon) => {
			const { fetch, asked } = loadingForEver({ 'retry-after': soon });
			const { waits, wait } = recordedWait();
			const { error } = await outcomeOf(createCompletion(requestTo(NOWHERE), { fetch, wait }));
			expect(error).toMatchObject({ code: 'model-loading' });
			expect(new Set(waits)).toEqual(new Set([500]));
			expect(asked()).toBe(1 + 300_000 / 500);
		},
	);

	it('case 46: that takes its time to say that it loads is given up after five minutes all the same', async () => {
		const clock = vi.spyOn(Date, 'now').mockReturnValue(0);
		const server = await serve((response, _, ordinal) => {
			clock.mockReturnValue(ordinal * 100_000);
			response.writeHead(503).end('{"error":"model_loading"}');
		});
		const { waits, wait } = recordedWait();
		const { error } = await outcomeOf(createCompletion(requestTo(server), { wait }));
		expect(error).toMatchObject({ code: 'model-loading' });
		expect(waits).toEqual([2_000, 2_000, 2_000]);
		expect(server.asked).toHaveLength(4);
	});

	it.each([
		[
			'stream_options',
			{ includeUsage: true },
			400,
			'{"error":{"message":"Unrecognized request argument supplied: stream_options"}}',
		],
		[
			'stream_options',
			{ includeUsage: true },
			422,
			'{"detail":[{"loc":["body","stream_options"],"msg":"Extra inputs are not permitted"}]}',
		],
		[
			'temperature',
			{},
			400,
			`{"error":{"message":"Unsupported value: 'temperature' does not support 0.7 with this model."}}`,
		],
		[
			'max_tokens',
			{ maxTokens: 9 },
			400,
			`{"error":{"message":"Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead."}}`,
		],
	])('that refuses %s by name is asked again without it', async (name, more, status, body) => {
		const server = await serveAfter(1, { status, body });
		const outcome = await outcomeOf(createCompletion(requestTo(server, more)));
		expect(outcome).toMatchObject({ text: 'a', ends: ['stop'], error: null });
		const [first, second, ...rest] = server.asked.map((asked) => JSON.parse(asked.body));
		expect(rest).toEqual([]);
		expect(first).toHaveProperty(name);
		expect(second).not.toHaveProperty(name);
		expect(second.messages).toEqual(first.messages);
		if (name === 'max_tokens') expect(second.max_completion_tokens).toBe(9);
	});

	it('that refuses a value is not asked again', async () => {
		const server = await serveAfter(1, { status: 400, body: '{"error":"temperature must be at most 2"}' });
		const { error } = await outcomeOf(createCompletion(requestTo(server, { temperature: 3 })));
		expect(error?.code).toBe('bad-request');
		expect(server.asked).toHaveLength(1);
	});
});

describe('a silent server', () => {
	const stallMs = 400;
	const beat = 60;
	/** Together longer than the limit, each far shorter. */
	const beats = Array.from({ length: 10 }, (_, index) => `${index}`);

	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	/** Answers with a body that `write` makes in its own time, which is the tests'. */
	function answerWith(
		write: (controller: ReadableStreamDefaultController<Uint8Array>) => void,
	): typeof fetch {
		const headers = { 'content-type': 'text/event-stream' };
		return async () => new Response(new ReadableStream({ start: write }), { headers });
	}

	/** Writes `pieces` one a beat, and then nothing. */
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

	/** What comes of a completion when all the time passes that it may take. */
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
		// Not told that it is local: 127.0.0.1 says so.
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
