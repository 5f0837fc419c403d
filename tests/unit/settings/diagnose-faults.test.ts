import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import {
	type Asked,
	examineIn,
	failureOf,
	json,
	LIST,
	serve,
	setUpDoctor,
	states,
	WHOLE,
} from './doctor-world.ts';

const doctor = setUpDoctor();
const examine = (url: string, asked?: Asked) => examineIn(doctor().world, url, asked);

describe('what the connection doctor finds', () => {
	it('does not say of an https address that is silent whether it is down or its certificate is not trusted', async () => {
		const { diagnosis } = await examine('https://127.0.0.1:1');
		expect(diagnosis.steps[3]).toMatchObject({
			reason: 'certificate',
			fixes: [{ type: 'open', url: 'https://127.0.0.1:1' }],
		});
	});

	it('finds out that something answers without encryption only, and offers that near by', async () => {
		const url = doctor().served.server.url.replace('http:', 'https:');
		const { diagnosis } = await examine(url);
		expect(failureOf(diagnosis).at(-1)).toEqual({
			id: 'tls',
			code: 'speaks-http',
			fixes: [
				{ type: 'open', url },
				{ type: 'address', url: doctor().served.server.url },
			],
		});
	});

	it('finds the local network denied', async () => {
		doctor().world = { ...doctor().world, isLocalNetworkDenied: async () => true };
		const { diagnosis } = await examine('http://127.0.0.1:1');
		expect(failureOf(diagnosis).at(-1)).toEqual({
			id: 'network',
			code: 'local-network-denied',
			fixes: [{ type: 'line', line: 'chrome://settings' }],
		});
	});

	it('finds a path of Ollama’s own protocol, with the right address', async () => {
		const { diagnosis } = await examine(`${doctor().served.server.url}/api/chat`);
		expect(failureOf(diagnosis)).toEqual([
			{
				id: 'address',
				code: 'wrong-protocol',
				fixes: [{ type: 'address', url: `${doctor().served.server.url}/v1` }],
			},
		]);
	});

	it('finds a wrong key by the list, and by the answer where the list is open', async () => {
		const closed = await serve((_, response) => json(response, 401, { error: { message: 'Wrong key' } }));
		expect(failureOf((await examine(closed, { apiKey: 'k-1' })).diagnosis)).toMatchObject([
			{ id: 'key', code: 'unauthorized' },
		]);
		const { diagnosis } = await examine(doctor().served.server.url, { model: 'auth:gpt-4', apiKey: 'wrong' });
		expect(failureOf(diagnosis)).toMatchObject([{ id: 'key', code: 'unauthorized' }]);
		expect(states(diagnosis)).toBe('ok ok ok unencrypted ok failed unlisted blamed earlier');
	});

	it('finds a key missing that was forgotten', async () => {
		const { diagnosis } = await examine(doctor().served.server.url, { endpoint: { needsAuth: true } });
		expect(failureOf(diagnosis)).toMatchObject([{ id: 'key', code: 'key-missing' }]);
	});

	it('finds a model unknown, and offers those of the list', async () => {
		const { diagnosis } = await examine(doctor().served.server.url, { model: 'gpt-5000' });
		expect(failureOf(diagnosis)).toMatchObject([{ id: 'model', code: 'model-not-found' }]);
		expect(failureOf(diagnosis)[0]?.fixes).toEqual([{ type: 'models', models: diagnosis.models }]);
	});

	it.each([
		['is cut', (response: ServerResponse) => response.writeHead(200).destroy()],
		['is refused', (response: ServerResponse) => json(response, 500, { error: { message: 'No streams' } })],
		[
			'is empty',
			(response: ServerResponse) => response.writeHead(200, { 'content-type': 'text/event-stream' }).end(),
		],
	])('finds that whole answers come and a stream %s', async (_, refuse) => {
		const url = await serve(({ stream }, response) => {
			if (stream) refuse(response);
			else json(response, 200, stream === undefined ? LIST : WHOLE);
		});
		const { diagnosis } = await examine(url, { model: 'm' });
		expect(states(diagnosis)).toBe('ok ok ok unencrypted ok no-key ok ok failed');
	});

	it('finds that a server gives whole answers in place of a stream', async () => {
		const url = await serve(({ stream }, response) => {
			if (stream)
				json(response, 400, { error: { message: 'stream: streaming is not supported', param: 'stream' } });
			else json(response, 200, stream === undefined ? LIST : WHOLE);
		});
		expect(failureOf((await examine(url, { model: 'm' })).diagnosis)).toEqual([
			{ id: 'stream', code: 'not-streamed', fixes: [] },
		]);
	});

	it('finds another path of the same server, and an address that is meant as it stands', async () => {
		const { diagnosis } = await examine(`${doctor().served.server.url}/nowhere`);
		expect(failureOf(diagnosis)).toEqual([
			{ id: 'address', code: 'not-found', fixes: [{ type: 'address', url: doctor().served.server.url }] },
		]);
		const url = await serve(({ path, stream }, response) =>
			path === '/ask/me' && stream !== undefined ? json(response, 200, WHOLE) : json(response, 404, {}),
		);
		expect(failureOf((await examine(`${url}/ask/me`)).diagnosis)).toMatchObject([
			{ id: 'address', fixes: [{ type: 'address', url: `${url}/ask/me#` }] },
		]);
	});

	it.each([
		['models', 'permission-needed', 'allow'],
		['whole', 'permission-needed', 'allow'],
		['whole', 'forbidden-origin', 'origin'],
	] as const)('finds that %s is kept from it: %s, and offers what mends it', async (kept, code, fix) => {
		const { client } = doctor().world;
		doctor().world = {
			...doctor().world,
			hasOrigin: async () => false,
			client: {
				probe: async (endpoint, probe, access) =>
					probe === kept ? { ok: false, failure: { code } } : client.probe(endpoint, probe, access),
			},
		};
		const { diagnosis } = await examine(doctor().served.server.url);
		expect(failureOf(diagnosis)).toEqual([{ id: 'permission', code, fixes: [{ type: fix }] }]);
		expect(diagnosis.steps.at(-1)).toMatchObject({ reason: 'earlier' });
	});

	it('needs no permission of a server that lets everybody read', async () => {
		doctor().world = { ...doctor().world, hasOrigin: async () => false };
		const { diagnosis } = await examine(doctor().served.server.url);
		expect(diagnosis.steps[4]).toMatchObject({ state: 'ok', note: 'cors' });
		expect(failureOf(diagnosis)).toEqual([]);
	});
});
