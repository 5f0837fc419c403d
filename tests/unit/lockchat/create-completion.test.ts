import { once } from 'node:events';
import { createServer as createTcpServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createCompletion } from '../../../utils/lockchat/create-completion.ts';
import { createTextCompletion } from '../../../utils/lockchat/create-text-completion.ts';
import { complete, DONE, endpointAt, outcomeOf, requestTo, STOP, text } from './complete.ts';
import { latch } from './latch.ts';
import { type Asked, serve, serveBody } from './serve.ts';

const END = STOP + DONE;

/** A server that writes the next piece only when it is told to. */
async function serveOnDemand() {
	const opened = latch<{ write(piece: string): void; end(): void }>();
	const server = await serve((response) => {
		response.writeHead(200, { 'content-type': 'text/event-stream' });
		response.flushHeaders();
		opened.resolve({ write: (piece) => response.write(piece), end: () => response.end() });
	});
	return { server, opened: opened.promise };
}

describe('the request', () => {
	it('is what OpenAI’s API takes, and nothing besides', async () => {
		const server = await serveBody(text('a') + END);
		const messages = [
			{ role: 'user', content: 'Привет!' },
			{ role: 'assistant', content: 'Привет!' },
		] as const;
		await outcomeOf(createCompletion(requestTo(server, { messages: [...messages] })));
		const [asked] = server.asked;
		expect(asked).toMatchObject({ method: 'POST', path: '/v1/chat/completions' });
		expect(JSON.parse(asked?.body ?? '')).toEqual({
			model: 'gpt-4',
			messages,
			temperature: 0.7,
			stream: true,
		});
		expect(asked?.headers['content-type']).toBe('application/json');
		expect(asked?.headers).not.toHaveProperty('authorization');
		expect(asked?.headers).not.toHaveProperty('cookie');
	});

	it('has every parameter that was given', async () => {
		const server = await serveBody(text('a') + END);
		const more = {
			temperature: 0,
			maxTokens: 5,
			topP: 0.5,
			stop: ['\n'],
			includeUsage: true,
			apiKey: ' key-1 ',
		};
		const endpoint = endpointAt(`${server.url}/v1/`, { headers: { 'X-Title': 'Lockchat' } });
		await outcomeOf(createCompletion(requestTo(server, { ...more, endpoint })));
		const [asked] = server.asked;
		expect(JSON.parse(asked?.body ?? '')).toMatchObject({
			temperature: 0,
			stream: true,
			stream_options: { include_usage: true },
			max_tokens: 5,
			top_p: 0.5,
			stop: ['\n'],
		});
		expect(asked?.headers).toMatchObject({ authorization: 'Bearer key-1', 'x-title': 'Lockchat' });
	});

	it.each([
		['the request', { stream: false }, {}],
		['the endpoint', {}, { supportsStream: false }],
	])('asks for no stream where %s says so', async (_, more, endpoint) => {
		const choices = [{ index: 0, message: { role: 'assistant', content: 'Hi' }, finish_reason: 'stop' }];
		const server = await serveBody(JSON.stringify({ choices }), {
			headers: { 'content-type': 'application/json' },
		});
		const request = requestTo(server, {
			...more,
			includeUsage: true,
			endpoint: endpointAt(server.url, endpoint),
		});
		expect(await outcomeOf(createCompletion(request))).toMatchObject({ text: 'Hi', ends: ['stop'] });
		const body = JSON.parse(server.asked[0]?.body ?? '');
		expect(body.stream).toBe(false);
		expect(body).not.toHaveProperty('stream_options');
	});

	it.each([301, 302, 307, 308])('goes nowhere else when the server redirects it (%d)', async (status) => {
		const elsewhere = await serveBody(text('stolen') + END);
		const server = await serveBody('', {
			status,
			headers: { location: `${elsewhere.url}/v1/chat/completions` },
		});
		const { error, texts } = await outcomeOf(createCompletion(requestTo(server, { apiKey: 'key-1' })));
		expect(error).toMatchObject({ code: 'not-an-api', status });
		expect(error?.detail).toContain(elsewhere.url);
		expect(texts).toEqual([]);
		expect(elsewhere.asked).toEqual([]);
	});

	it('carries no cookies, is not cached, and says nothing of where it was asked', async () => {
		const server = await serveBody(text('a') + END);
		const sent: (RequestInit | undefined)[] = [];
		const recording: typeof fetch = (input, init) => {
			sent.push(init);
			return fetch(input, init);
		};
		await outcomeOf(createCompletion(requestTo(server), { fetch: recording }));
		expect(sent).toEqual([
			expect.objectContaining({
				cache: 'no-store',
				credentials: 'omit',
				redirect: 'manual',
				referrerPolicy: 'no-referrer',
			}),
		]);
	});

	it('is not sent with a header that cannot be', async () => {
		const server = await serveBody(text('a') + END);
		const endpoint = endpointAt(server.url, { headers: { 'X-Key': 'line\nbreak' } });
		const { error } = await outcomeOf(createCompletion(requestTo(server, { endpoint })));
		expect(error?.toFailure()).toEqual({ code: 'bad-request', detail: 'X-Key' });
		expect(server.asked).toEqual([]);
	});
});

describe('the answer', () => {
	it('comes token by token: each is there before the next one is sent', async () => {
		const { server, opened } = await serveOnDemand();
		const messages = [
			{ role: 'user', content: 'Привет!' },
			{ role: 'assistant', content: 'Привет!' },
		] as const;
		const tokens = createTextCompletion(requestTo(server, { messages: [...messages] }));
		const next = tokens.next();
		const { write, end } = await opened;
		write(text('Как'));
		expect(await next).toEqual({ done: false, value: 'Как' });
		for (const token of [' дела', '?', ' 🙂']) {
			const arrived = tokens.next();
			write(text(token));
			expect(await arrived).toEqual({ done: false, value: token });
		}
		write(END);
		end();
		expect(await tokens.next()).toEqual({ done: true, value: undefined });
	});

	it('may be found in a chunk with many tokens, in order', async () => {
		const tokens = Array.from({ length: 500 }, (_, index) => `${index} `);
		expect((await complete(tokens.map(text).join('') + END)).texts).toEqual(tokens);
	});

	it('case 13: ends at [DONE], whatever comes after it, and the connection is closed', async () => {
		const server = await serve((response) => {
			response.writeHead(200, { 'content-type': 'text/event-stream' });
			response.write(text('a') + END + text('late'));
			const timer = setInterval(() => response.write(text('later')), 5);
			response.on('close', () => clearInterval(timer));
		});
		expect(await outcomeOf(createCompletion(requestTo(server)))).toMatchObject({ text: 'a', ends: ['stop'] });
		await server.asked[0]?.closed;
	});

	it('leaves the connection to the next request when the server ends it after [DONE]', async () => {
		const ports = new Set<number | undefined>();
		const server = await serve((response) => {
			ports.add(response.socket?.remotePort);
			response.writeHead(200, { 'content-type': 'text/event-stream' });
			response.write(text('a') + END);
			setTimeout(() => response.end(), 5);
		});
		for (let count = 0; count < 5; count += 1) {
			await outcomeOf(createCompletion(requestTo(server)));
			await server.asked[count]?.closed;
			await new Promise(setImmediate);
		}
		expect(ports.size).toBe(1);
	});

	it('may come in chunks that a raw socket cuts where it likes, and end with the connection', async () => {
		const server = createTcpServer(async (socket) => {
			await once(socket, 'data');
			const head = 'HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n';
			for (const piece of `${head}${text('раз')}${text('два')}${END}`.match(/.{1,7}/gsu) ?? []) {
				socket.write(piece);
				await new Promise(setImmediate);
			}
			socket.end();
		}).listen(0, '127.0.0.1');
		onTestFinished(() => {
			server.close();
		});
		await once(server, 'listening');
		const address = server.address();
		if (address === null || typeof address === 'string') throw new Error('no port');
		const url = `http://127.0.0.1:${address.port}`;
		expect(await outcomeOf(createCompletion(requestTo({ url })))).toMatchObject({
			texts: ['раз', 'два'],
			ends: ['stop'],
		});
	});
});

describe('an abort', () => {
	const reason = new Error('the user pressed Stop');

	async function* endless(): AsyncGenerator<string> {
		for (;;) yield text('a');
	}

	/** Streams until the connection is closed. */
	async function serveEndless() {
		return serve(async (response) => {
			response.writeHead(200, { 'content-type': 'text/event-stream' });
			for await (const piece of endless()) {
				if (response.destroyed) return;
				response.write(piece);
				await new Promise(setImmediate);
			}
		});
	}

	async function elapsed(work: () => Promise<unknown>): Promise<number> {
		const startedAt = performance.now();
		await work();
		return performance.now() - startedAt;
	}

	it('before the request sends nothing', async () => {
		const server = await serveBody(text('a') + END);
		const events = createCompletion(requestTo(server), { signal: AbortSignal.abort(reason) });
		await expect(events.next()).rejects.toBe(reason);
		expect(server.asked).toEqual([]);
	});

	it('before the first byte closes the connection and throws its reason', async () => {
		const arrived = latch<Asked>();
		const server = await serve((_, asked) => arrived.resolve(asked));
		const controller = new AbortController();
		const reading = outcomeOf(createCompletion(requestTo(server), { signal: controller.signal }));
		const asked = await arrived.promise;
		controller.abort(reason);
		await expect(reading).rejects.toBe(reason);
		expect(await elapsed(() => asked.closed)).toBeLessThan(500);
	});

	it('in the middle closes the connection, and no late token comes', async () => {
		const server = await serveEndless();
		const controller = new AbortController();
		const seen: string[] = [];
		const reading = (async () => {
			for await (const token of createTextCompletion(requestTo(server), { signal: controller.signal })) {
				seen.push(token);
				if (seen.length === 3) controller.abort(reason);
			}
		})();
		await expect(reading).rejects.toBe(reason);
		expect(seen).toHaveLength(3);
		await server.asked[0]?.closed;
	});

	it('is heard among tokens that came together', async () => {
		const server = await serveBody('abcdef'.replaceAll(/./g, text) + END);
		const controller = new AbortController();
		const seen: string[] = [];
		const reading = (async () => {
			for await (const token of createTextCompletion(requestTo(server), { signal: controller.signal })) {
				seen.push(token);
				if (token === 'b') controller.abort(reason);
			}
		})();
		await expect(reading).rejects.toBe(reason);
		expect(seen).toEqual(['a', 'b']);
	});

	it('leaves nothing behind on a signal that lives on', async () => {
		const server = await serveBody(text('a') + END);
		const { signal } = new AbortController();
		const listeners = new Set<unknown>();
		const [add, remove] = [signal.addEventListener.bind(signal), signal.removeEventListener.bind(signal)];
		signal.addEventListener = (type: string, listener: EventListener, options?: AddEventListenerOptions) => {
			listeners.add(listener);
			add(type, listener, options);
		};
		signal.removeEventListener = (type: string, listener: EventListener) => {
			listeners.delete(listener);
			remove(type, listener);
		};
		await outcomeOf(createCompletion(requestTo(server), { signal }));
		expect(listeners.size).toBe(0);
	});

	it('is not needed by one who leaves the loop', async () => {
		const server = await serveEndless();
		for await (const token of createTextCompletion(requestTo(server))) {
			expect(token).toBe('a');
			break;
		}
		expect(await elapsed(async () => server.asked[0]?.closed)).toBeLessThan(500);
	});

	it('is not needed either when the loop throws', async () => {
		const server = await serveEndless();
		const mine = new Error('mine');
		await expect(async () => {
			for await (const _ of createTextCompletion(requestTo(server))) throw mine;
		}).rejects.toBe(mine);
		await server.asked[0]?.closed;
	});
});
