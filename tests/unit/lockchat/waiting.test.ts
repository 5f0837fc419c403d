import { describe, expect, it, vi } from 'vitest';
import { createCompletion } from '../../../utils/lockchat/create-completion.ts';
import { outcomeOf, recordedWait, requestTo } from './complete.ts';
import { serve } from './serve.ts';
import { NOWHERE, serveAfter } from './serve-after.ts';

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

	it.each([
		{ 'retry-after': '86399' },
		{ 'retry-after': '86401' },
		{ 'retry-after-ms': '86400001' },
		{ 'retry-after': 'Fri, 03 Jan 2025 00:00:00 GMT' },
	])('case 45: is told to want a day at most, whatever it asks for (%j)', async (headers) => {
		vi.spyOn(Date, 'now').mockReturnValue(now);
		const server = await serveAfter(9, { status: 429, headers });
		const { error } = await outcomeOf(createCompletion(requestTo(server), { wait: recordedWait().wait }));
		const isBelow = headers['retry-after'] === '86399';
		expect(error).toMatchObject({ retryAfterMs: isBelow ? 86_399_000 : 86_400_000 });
	});

	// This test's limit is below the 30 seconds that the server asks for, so a client that waits to the end fails it.
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

	/**
	 * A server that loads its model for ever, and is asked hundreds of times. It uses no sockets, which would take
	 * seconds.
	 */
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
});
