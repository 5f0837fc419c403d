import { once } from 'node:events';
import { createServer as createTcpServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createCompletion } from '../../../utils/lockchat/create-completion.ts';
import { createTextCompletion } from '../../../utils/lockchat/create-text-completion.ts';
import { complete, DONE, outcomeOf, requestTo, STOP, text } from './complete.ts';
import { latch } from './latch.ts';
import { serve } from './serve.ts';

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

	it('is told to have been accepted by its headers, before a word of it comes', async () => {
		const { server, opened } = await serveOnDemand();
		const events = createCompletion(requestTo(server));
		expect((await events.next()).value).toEqual({ type: 'status', status: 'connecting' });
		expect((await events.next()).value).toEqual({ type: 'status', status: 'accepted' });
		const { write, end } = await opened;
		write(text('a') + END);
		end();
		expect((await events.next()).value).toEqual({ type: 'text', text: 'a' });
		await events.return(undefined);
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
		let end = (): unknown => undefined;
		const server = await serve((response) => {
			ports.add(response.socket?.remotePort);
			response.writeHead(200, { 'content-type': 'text/event-stream' });
			response.write(text('a') + END);
			end = () => response.end();
		});
		for (let count = 0; count < 5; count += 1) {
			// The server ends it once [DONE], which came with the text, has been read.
			for await (const { type } of createCompletion(requestTo(server))) if (type === 'text') end();
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
