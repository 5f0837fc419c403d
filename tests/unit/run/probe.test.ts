import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ServerEndpoint, serverAt } from '../../../utils/providers/server-endpoint.ts';
import type { RunClient } from '../../../utils/run/window/run-client.ts';
import { createServedWorld, type ServedWorld } from './test-world.ts';

let world: ServedWorld;
let client: RunClient;

beforeEach(async () => {
	world = await createServedWorld();
	({ client } = world.openWindow());
});
afterEach(() => world.close());

const access = (model: string) => ({ model, signal: new AbortController().signal });

describe('a probe of a part of a connection', () => {
	it('reaches a server that answers anything, and none that is down', async () => {
		const reach = (url: string) => client.probe(serverAt(url), 'reach', access(''));
		expect(await reach(`${world.server.url}/nowhere`)).toEqual({ ok: true });
		expect(await reach('http://127.0.0.1:1')).toEqual({ ok: false, failure: { code: 'unreachable' } });
		expect(await reach(`${world.server.url}/api/chat`)).toMatchObject({
			failure: { code: 'wrong-protocol', detail: `${world.server.url}/v1` },
		});
	});

	it('asks for a whole answer and for a streamed one, and reads the streamed one to its end', async () => {
		const endpoint = serverAt(world.server.url);
		expect(await client.probe(endpoint, 'whole', access('gpt-4'))).toEqual({ ok: true });
		expect(await client.probe(endpoint, 'stream', access('gpt-4'))).toEqual({ ok: true });
		expect(world.server.requests.map(({ parameters }) => parameters.stream)).toEqual([false, true]);
		const model = world.server.script('cut', [{ token: 'It ' }, { reset: true }]);
		expect(await client.probe(endpoint, 'stream', access(model))).toMatchObject({
			failure: { code: 'interrupted' },
		});
	});

	it('tells that a server would not stream, and gave a whole answer instead', async () => {
		const server = await startUnstreaming();
		expect(await client.probe(serverAt(server.url), 'stream', access('m'))).toEqual({
			ok: true,
			isUnstreamed: true,
		});
		server.close();
	});

	it('is not sent without the key that was forgotten', async () => {
		const endpoint: ServerEndpoint = { ...serverAt(world.server.url), needsAuth: true };
		for (const probe of ['whole', 'stream'] as const) {
			expect(await client.probe(endpoint, probe, access('gpt-4'))).toMatchObject({
				failure: { code: 'key-missing' },
			});
		}
		expect(world.server.requests).toHaveLength(0);
	});

	it.each([
		['its signal is aborted', (controller: AbortController) => controller.abort()],
		['its window is gone', () => client.close()],
	])('ends at the server when %s', async (_, end) => {
		const model = world.server.script('silent', [{ stall: true }]);
		const controller = new AbortController();
		const asked = client.probe(serverAt(world.server.url), 'stream', { model, signal: controller.signal });
		const request = await world.server.waitForRequest((one) => one.model === model);
		end(controller);
		expect(await asked).toEqual({ ok: false, failure: { code: 'interrupted' } });
		await expect.poll(() => request.abortedAt).not.toBeNull();
	});

	it('is asked again by a background that had died, and not once it was cancelled', async () => {
		const model = world.server.script('silent', [{ stall: true }]);
		const controller = new AbortController();
		const asked = client.probe(serverAt(world.server.url), 'whole', { model, signal: controller.signal });
		await world.server.waitForRequest((one) => one.model === model);
		world.killBackground();
		await expect.poll(() => world.server.requests.length).toBe(2);
		controller.abort();
		expect(await asked).toMatchObject({ ok: false });
		world.killBackground();
		expect(await client.probe(serverAt(world.server.url), 'whole', access('gpt-4'))).toEqual({ ok: true });
		expect(world.server.requests).toHaveLength(3);
	});
});

/** A server that refuses to stream, in OpenAI's words. */
async function startUnstreaming(): Promise<{ url: string; close(): Server }> {
	const server = createServer(async (request, response) => {
		const body = JSON.parse(Buffer.concat(await request.toArray()).toString() || '{}');
		const [status, answer] = body.stream
			? [400, { error: { message: 'stream: this model does not support streaming', param: 'stream' } }]
			: [200, { choices: [{ message: { role: 'assistant', content: 'Hi' }, finish_reason: 'stop' }] }];
		response.writeHead(status as number, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}
