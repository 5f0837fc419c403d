import { createServer, type RequestListener } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { admitsExtensions, findModelServer } from '../../../scripts/start/find-model-server.mjs';
import { startServer } from '../../lockchat-server/start-server.mjs';
import type { ServerOptions } from '../../lockchat-server/types.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
	for (const close of closers.splice(0)) await close();
});

async function lockchatServer(options: ServerOptions = {}) {
	const server = await startServer(options);
	closers.push(server.close);
	return server.url;
}

async function anyServer(answer: RequestListener) {
	const server = createServer(answer);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	closers.push(() => new Promise((resolve) => server.close(resolve)));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('no port');
	return `http://127.0.0.1:${address.port}`;
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

	it.each([
		['a page', '<!doctype html>', 200],
		['something else in JSON', '{"name":"printer"}', 200],
		['an error', '{"data":[{"id":"x"}]}', 500],
	])('is not %s that answers there', async (_, body, status) => {
		const url = await anyServer((__, response) => response.writeHead(status).end(body));
		expect(await findModelServer([at(url)])).toBeNull();
	});
});

describe('an extension without permission', () => {
	it('is admitted by a server with open CORS, and refused as Ollama does', async () => {
		expect(await admitsExtensions(await lockchatServer())).toBe(true);
		expect(await admitsExtensions(await lockchatServer({ refusesForeignOrigins: true }))).toBe(false);
	});
});
