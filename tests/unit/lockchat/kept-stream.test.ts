import { describe, expect, it, vi } from 'vitest';
import { createStallWatch } from '../../../utils/lockchat/body/body-reader.ts';
import { findResumable } from '../../../utils/lockchat/check-endpoint.ts';
import { createCompletion } from '../../../utils/lockchat/create-completion.ts';
import { createReopen } from '../../../utils/lockchat/exchange/kept-stream.ts';
import type { CompletionEvent, Endpoint } from '../../../utils/lockchat/types.ts';
import type { LockchatServer } from '../../lockchat-server/types.ts';
import { endpointAt, outcomeOf, recordedWait, STOP, text } from './complete.ts';
import { recordedFetch, resumable } from './resumable.ts';
import { serve, serveBody } from './serve.ts';

/** Passes events on, and lets the server go on once the first text is here. */
async function* releasing(events: AsyncIterable<CompletionEvent>, server: LockchatServer, hold: string) {
	for await (const event of events) {
		yield event;
		if (event.type === 'text') server.release(hold);
	}
}

describe('the connection of an answer whose server keeps its stream', () => {
	it('is made anew where it breaks, in the middle of a character too, and nothing is asked again', async () => {
		const bytes = Buffer.from(text('Да. ') + text('Привет!'));
		const inCharacter = bytes.indexOf('П') + 1;
		const { server, request } = await resumable([
			{ write: bytes.subarray(0, inCharacter) },
			{ hold: 'cut' },
			{ drop: true },
			{ write: bytes.subarray(inCharacter) },
			{ done: true },
		]);
		const { calls, fetch } = recordedFetch();
		const outcome = outcomeOf(releasing(createCompletion(request, { fetch }), server, 'cut'));
		expect(await outcome).toMatchObject({ text: 'Да. Привет!', error: null, ends: ['stop'] });
		expect(server.requests).toHaveLength(1);
		expect(calls).toEqual([
			'POST /v1/chat/completions',
			`GET /v1/stream?conv_id=answer%2F1&from=${inCharacter}`,
		]);
	});

	it('is tried three times, a little apart, before the answer is interrupted: case 44', async () => {
		const { server, request } = await resumable([
			{ token: 'Half' },
			{ hold: 'cut' },
			{ drop: true },
			{ stall: true },
		]);
		const { calls, fetch } = recordedFetch(1);
		const { waits, wait } = recordedWait();
		const outcome = outcomeOf(releasing(createCompletion(request, { fetch, wait }), server, 'cut'));
		expect(await outcome).toMatchObject({ text: 'Half', error: { code: 'interrupted' } });
		expect(calls).toHaveLength(4);
		expect(waits).toEqual([0, 1_000, 3_000]);
		// The stream may still be gone on from: nobody has told the server to end it.
		expect(server.requests[0]?.abortedAt).toBeNull();
	});

	it.each([
		['the stream is gone', 404, '{"error":{"message":"Stream not found or expired"}}'],
		['its beginning is lost', 400, '{"error":{"message":"Stream offset lost"}}'],
	])('is not tried again where %s', async (_, status, body) => {
		const server = await serve((response, { method }) => {
			if (method === 'GET') {
				response.writeHead(status).end(body);
				return;
			}
			response.write(text('Half'), () => response.destroy());
		});
		const endpoint = endpointAt(server.url, { isResumable: true });
		const request = { endpoint, conversationId: 'a', model: 'm', messages: [] };
		const outcome = await outcomeOf(createCompletion(request, recordedWait()));
		expect(outcome).toMatchObject({ text: 'Half', error: { code: 'interrupted' } });
		expect(server.asked.map(({ method }) => method)).toEqual(['POST', 'GET']);
	});

	it('ends at the server too when the answer is stopped: case 58', async () => {
		const { server, request } = await resumable([{ token: 'One' }, { stall: true }]);
		const controller = new AbortController();
		const events = createCompletion(request, { signal: controller.signal });
		for await (const { type } of events) if (type === 'text') break;
		await vi.waitFor(() => expect(server.requests[0]?.abortedAt).not.toBeNull());
	});

	it('ends at the server when the signal says so: case 58', async () => {
		const { server, request } = await resumable([{ token: 'One' }, { stall: true }]);
		const controller = new AbortController();
		const reason = new Error('stopped');
		const read = async () => {
			for await (const { type } of createCompletion(request, { signal: controller.signal })) {
				if (type === 'text') setImmediate(() => controller.abort(reason));
			}
		};
		await expect(read()).rejects.toBe(reason);
		await vi.waitFor(() => expect(server.requests[0]?.abortedAt).not.toBeNull());
	});

	it('stays with the server when its answer is complete', async () => {
		const { request } = await resumable([{ token: 'One' }, { done: true }]);
		const { calls, fetch } = recordedFetch();
		for await (const { type } of createCompletion(request, { fetch })) if (type === 'end') break;
		expect(calls).toEqual(['POST /v1/chat/completions']);
	});

	it.each([
		['its endpoint is not known to be resumable', { endpoint: { isResumable: false } }],
		['it does not stream', { stream: false }],
	])(
		'asks for nothing unusual where %s',
		async (_, more: { endpoint?: Partial<Endpoint>; stream?: boolean }) => {
			const server = await serveBody(text('a') + STOP);
			const endpoint = endpointAt(server.url, { isResumable: true, ...more.endpoint });
			const { stream = true } = more;
			await outcomeOf(createCompletion({ endpoint, conversationId: 'a', model: 'm', messages: [], stream }));
			expect(server.asked[0]?.headers).not.toHaveProperty('x-conversation-id');
			expect(server.asked).toHaveLength(1);
		},
	);

	it('is given up when the user stops, whether in a pause or in an attempt', async () => {
		for (const stopsIn of ['pause', 'attempt']) {
			const { stream } = await resumable([]);
			const controller = new AbortController();
			const { calls, fetch } = recordedFetch(0);
			const stop = () => controller.abort(new Error('stopped'));
			const transport = {
				signal: controller.signal,
				watch: createStallWatch(10_000),
				fetch: (...asked: Parameters<typeof fetch>) => {
					if (stopsIn === 'attempt') stop();
					return fetch(...asked);
				},
			};
			const reopen = createReopen(stream, transport, async (_, signal) => {
				if (stopsIn === 'pause') stop();
				signal?.throwIfAborted();
			});
			expect(await reopen(0)).toBeNull();
			expect(calls).toHaveLength(stopsIn === 'pause' ? 0 : 1);
		}
	});
});

describe('whether an endpoint is resumable', () => {
	it('is found out by ending a stream that is none, as Stop would', async () => {
		const { stream } = await resumable([]);
		expect(await findResumable(stream)).toBe(true);
	});

	it.each([
		[404, '{"error":{"message":"File Not Found"}}'],
		[405, ''],
		[200, '[]'],
		[200, '<html>'],
		[401, '{"error":{"message":"Invalid API Key"}}'],
	])('is no where the server answers %d %s', async (status, body) => {
		const server = await serveBody(body, { status });
		expect(await findResumable({ endpoint: endpointAt(server.url), apiKey: 'key-1' })).toBe(false);
		expect(server.asked[0]).toMatchObject({ method: 'DELETE', headers: { authorization: 'Bearer key-1' } });
		expect(server.asked[0]?.headers).toHaveProperty('x-conversation-id');
	});

	it('is no where nothing is reached', async () => {
		const access = { endpoint: endpointAt('http://127.0.0.1:1') };
		expect(await findResumable(access)).toBe(false);
	});
});
