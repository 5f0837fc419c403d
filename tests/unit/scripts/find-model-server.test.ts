import { createServer, type RequestListener } from 'node:http';
import { createServer as createSocketServer, type Socket, type Server as SocketServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { admitsExtensions, findModelServer } from '../../../scripts/start/find-model-server.mjs';
import { startServer } from '../../lockchat-server/start-server.mjs';
import type { ServerOptions } from '../../lockchat-server/types.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
	for (const close of closers.splice(0)) await close();
});

function urlOf(server: SocketServer) {
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('no port');
	return `http://127.0.0.1:${address.port}`;
}

async function lockchatServer(options: ServerOptions = {}) {
	const server = await startServer(options);
	closers.push(server.close);
	return server.url;
}

async function anyServer(answer: RequestListener) {
	const server = createServer(answer);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	closers.push(async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	});
	return urlOf(server);
}

/** What may listen at a model server's port without being one, and what it does with whoever connects. */
const STRANGERS: [string, (socket: Socket) => unknown][] = [
	['hangs up', (socket) => socket.destroy()],
	['never says a word', () => undefined],
	['speaks another protocol', (socket) => socket.write('SSH-2.0-OpenSSH_9.9\r\n')],
	[
		'cuts its body short',
		(socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"data":[{"id":"llama3"}'),
	],
	[
		'never ends its body',
		(socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"data":[{"id":"llama3"}'),
	],
];

/** Where nothing is to be found, nothing is lost by looking for a moment only. */
const SOON_MS = 100;

async function stranger(treat: (socket: Socket) => unknown) {
	const sockets: Socket[] = [];
	const server = createSocketServer((socket) => {
		sockets.push(socket);
		// The program that looked hangs up on a silent stranger, and may do so with a reset.
		socket.on('error', () => socket.destroy());
		socket.once('data', () => treat(socket));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	closers.push(async () => {
		for (const socket of sockets) socket.destroy();
		await new Promise((resolve) => server.close(resolve));
	});
	return urlOf(server);
}

const at = (url: string, name = 'Server') => ({ name, url });
const answering = (value: unknown) => anyServer((_, response) => response.end(JSON.stringify(value)));

describe('a model server', () => {
	it('is the first of the usual places that has a model', async () => {
		const gone = await startServer();
		await gone.close();
		const empty = await answering({ object: 'list', data: [] });
		const real = await lockchatServer();
		const found = await findModelServer([
			at(gone.url),
			at(empty),
			at(real, 'Real'),
			at(await lockchatServer()),
		]);
		expect(found).toMatchObject({ name: 'Real', url: real });
		expect(found?.models).toContain('gpt-4');
	});

	it('offers no embedding model to chat with', async () => {
		const url = await answering({ data: [{ id: 'nomic-embed-text' }, { id: 'llama3' }] });
		expect((await findModelServer([at(url)]))?.models).toEqual(['llama3']);
	});

	it('is used for the models that can be named, whatever else stands in its list', async () => {
		const url = await answering({ data: [null, 'gpt', { id: 4 }, { id: '' }, { id: 'llama3' }] });
		expect((await findModelServer([at(url)]))?.models).toEqual(['llama3']);
	});

	it.each([
		['a page', '<!doctype html>', 200],
		['something else in JSON', '{"name":"printer"}', 200],
		['null', 'null', 200],
		['a list of nothing', '{"data":[null]}', 200],
		['an error', '{"data":[{"id":"x"}]}', 500],
	])('is not %s that answers there', async (_, body, status) => {
		const url = await anyServer((__, response) => response.writeHead(status).end(body));
		expect(await findModelServer([at(url)])).toBeNull();
	});

	it.each(STRANGERS)('is not a stranger that %s', async (_, treat) => {
		expect(await findModelServer([at(await stranger(treat))], SOON_MS)).toBeNull();
	});

	it('is found behind strangers on the other ports', async () => {
		const strangers = await Promise.all(STRANGERS.map(([, treat]) => stranger(treat)));
		const real = await lockchatServer();
		expect(await findModelServer([...strangers, real].map((url) => at(url)))).toMatchObject({ url: real });
	});
});

describe('an extension without permission', () => {
	it('is admitted by a server with open CORS, and refused as Ollama does', async () => {
		expect(await admitsExtensions(await lockchatServer())).toBe(true);
		expect(await admitsExtensions(await lockchatServer({ refusesForeignOrigins: true }))).toBe(false);
	});

	it('is not admitted where nobody is asked', async () => {
		const gone = await startServer();
		await gone.close();
		expect(await admitsExtensions(gone.url)).toBe(false);
	});

	// One that cuts its body short has answered a preflight by then.
	it.each(STRANGERS.filter(([what]) => !what.includes('body')))(
		'is not admitted by a stranger that %s',
		async (_, treat) => {
			expect(await admitsExtensions(await stranger(treat), SOON_MS)).toBe(false);
		},
	);
});
