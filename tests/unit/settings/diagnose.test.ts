import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diagnose } from '../../../components/settings/diagnose.ts';
import { type Diagnosis, newDiagnosis, type StepId } from '../../../components/settings/diagnosis.ts';
import type { DoctorWorld, Patient } from '../../../components/settings/examine.ts';
import { whereTo } from '../../../utils/providers/endpoint.ts';
import { type ServerEndpoint, serverAt } from '../../../utils/providers/server-endpoint.ts';
import type { ServerOptions } from '../../lockchat-server/types.ts';
import { createServedWorld, type ServedWorld } from '../run/test-world.ts';

let served: ServedWorld;
let world: DoctorWorld;
const closers: (() => unknown)[] = [];

async function start(options: ServerOptions = {}): Promise<void> {
	served = await createServedWorld({}, options);
	world = {
		client: served.openWindow().client,
		hasOrigin: async () => true,
		isLocalNetworkDenied: async () => false,
		browserSettings: 'chrome://settings',
		now: () => performance.now(),
	};
}

beforeEach(() => start());
afterEach(async () => {
	for (const close of closers.splice(0)) await close();
	await served.close();
});

/** A server of the test's own; `answer` is told whether a stream is wanted, undefined for a list of models. */
async function serve(
	answer: (
		asked: { path: string; stream: boolean | undefined; headers: IncomingMessage['headers'] },
		response: ServerResponse,
	) => void,
): Promise<string> {
	const server = createServer(async (request, response) => {
		const body = Buffer.concat(await request.toArray()).toString();
		const stream = body === '' ? undefined : JSON.parse(body).stream === true;
		answer({ path: request.url ?? '', stream, headers: request.headers }, response);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	closers.push(() => {
		server.closeAllConnections();
		server.close();
	});
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function json(response: ServerResponse, status: number, value: unknown): void {
	response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

const WHOLE = { choices: [{ message: { role: 'assistant', content: 'Hi' }, finish_reason: 'stop' }] };
const LIST = { data: [{ id: 'm' }] };

interface Asked extends Partial<Omit<Patient, 'endpoint'>> {
	model?: string;
	endpoint?: Partial<ServerEndpoint>;
	from?: StepId;
	known?: Diagnosis;
	signal?: AbortSignal;
}

async function examine(url: string, asked: Asked = {}): Promise<{ diagnosis: Diagnosis; told: Diagnosis[] }> {
	const { model = 'gpt-4', endpoint, apiKey = '', isModelGuessed = false, from = 'address' } = asked;
	const told: Diagnosis[] = [];
	const patient = { endpoint: { ...serverAt(url), models: [model], ...endpoint }, apiKey, isModelGuessed };
	await diagnose(world, patient, {
		known: asked.known ?? newDiagnosis(''),
		from,
		signal: asked.signal ?? new AbortController().signal,
		onChange: (diagnosis) => told.push(diagnosis),
	});
	return { diagnosis: told.at(-1)!, told };
}

/** The states in the order of the steps, in one line. */
const states = ({ steps }: Diagnosis) =>
	steps.map((step) => (step.state === 'skipped' ? step.reason : step.state)).join(' ');
const failureOf = ({ steps }: Diagnosis) => {
	const failed = steps.filter((step) => step.state === 'failed');
	return failed.map(({ id, problem, fixes }) => ({ id, code: problem.code, fixes }));
};

describe('the connection doctor', () => {
	it('takes all steps of a server that works, one after the other, each with its time', async () => {
		const { diagnosis, told } = await examine(served.server.url, { apiKey: 'k-1' });
		expect(states(diagnosis)).toBe('ok ok ok unencrypted ok ok ok ok ok');
		expect(diagnosis.isRunning).toBe(false);
		expect(diagnosis.steps.every(({ ms }) => ms !== undefined && Number.isInteger(ms) && ms >= 0)).toBe(true);
		for (const { steps } of told) {
			expect(steps.filter(({ state }) => state === 'running').length).toBeLessThanOrEqual(1);
		}
	});

	it('takes the server’s own model where the user named none', async () => {
		const { diagnosis } = await examine(served.server.url, { model: 'unknown', isModelGuessed: true });
		expect(states(diagnosis)).toBe('ok ok ok unencrypted ok no-key ok ok ok');
		expect(diagnosis.models).toContain(diagnosis.model);
	});

	it('finds a server down, and asks it nothing more', async () => {
		const { diagnosis } = await examine('http://127.0.0.1:1');
		expect(failureOf(diagnosis)).toEqual([{ id: 'reach', code: 'unreachable', fixes: [] }]);
		expect(states(diagnosis)).toBe('ok failed ok unencrypted earlier earlier earlier earlier earlier');
	});

	it('does not say of an https address that is silent whether it is down or its certificate is not trusted', async () => {
		const { diagnosis } = await examine('https://127.0.0.1:1');
		expect(diagnosis.steps[3]).toMatchObject({
			reason: 'certificate',
			fixes: [{ type: 'open', url: 'https://127.0.0.1:1' }],
		});
	});

	it('finds out that something answers without encryption only, and offers that near by', async () => {
		const url = served.server.url.replace('http:', 'https:');
		const { diagnosis } = await examine(url);
		expect(failureOf(diagnosis).at(-1)).toEqual({
			id: 'tls',
			code: 'speaks-http',
			fixes: [
				{ type: 'open', url },
				{ type: 'address', url: served.server.url },
			],
		});
	});

	it('finds the local network denied', async () => {
		world = { ...world, isLocalNetworkDenied: async () => true };
		const { diagnosis } = await examine('http://127.0.0.1:1');
		expect(failureOf(diagnosis).at(-1)).toEqual({
			id: 'network',
			code: 'local-network-denied',
			fixes: [{ type: 'line', line: 'chrome://settings' }],
		});
	});

	it('finds a path of Ollama’s own protocol, with the right address', async () => {
		const { diagnosis } = await examine(`${served.server.url}/api/chat`);
		expect(failureOf(diagnosis)).toEqual([
			{ id: 'address', code: 'wrong-protocol', fixes: [{ type: 'address', url: `${served.server.url}/v1` }] },
		]);
	});

	it('finds a wrong key by the list, and by the answer where the list is open', async () => {
		const closed = await serve((_, response) => json(response, 401, { error: { message: 'Wrong key' } }));
		expect(failureOf((await examine(closed, { apiKey: 'k-1' })).diagnosis)).toMatchObject([
			{ id: 'key', code: 'unauthorized' },
		]);
		const { diagnosis } = await examine(served.server.url, { model: 'auth:gpt-4', apiKey: 'wrong' });
		expect(failureOf(diagnosis)).toMatchObject([{ id: 'key', code: 'unauthorized' }]);
		expect(states(diagnosis)).toBe('ok ok ok unencrypted ok failed unlisted blamed earlier');
	});

	it('finds a key missing that was forgotten', async () => {
		const { diagnosis } = await examine(served.server.url, { endpoint: { needsAuth: true } });
		expect(failureOf(diagnosis)).toMatchObject([{ id: 'key', code: 'key-missing' }]);
	});

	it('finds a model unknown, and offers those of the list', async () => {
		const { diagnosis } = await examine(served.server.url, { model: 'gpt-5000' });
		expect(failureOf(diagnosis)).toMatchObject([{ id: 'model', code: 'model-not-found' }]);
		expect(failureOf(diagnosis)[0]?.fixes).toEqual([{ type: 'models', models: diagnosis.models }]);
	});

	it('takes an answer for proof of a key and a model that no list tells of', async () => {
		const url = await serve(({ path, stream }, response) => {
			if (!path.endsWith('/chat/completions')) return json(response, 404, {});
			if (!stream) return json(response, 200, WHOLE);
			response.writeHead(200, { 'content-type': 'text/event-stream' });
			response.end(
				'data: {"choices":[{"delta":{"content":"Hi"},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n',
			);
		});
		expect(states((await examine(url)).diagnosis)).toBe('ok ok ok unencrypted ok ok ok ok ok');
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

	it('tries a stream also where a whole answer is refused', async () => {
		const url = await serve(({ stream }, response) => {
			if (stream === false) return json(response, 400, { error: { message: 'Only streams' } });
			if (stream === undefined) return json(response, 200, LIST);
			response.writeHead(200, { 'content-type': 'text/event-stream' });
			response.end(
				'data: {"choices":[{"delta":{"content":"Hi"},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n',
			);
		});
		expect(states((await examine(url, { model: 'm' })).diagnosis)).toMatch(/failed ok$/);
	});

	it('finds another path of the same server, and an address that is meant as it stands', async () => {
		const { diagnosis } = await examine(`${served.server.url}/nowhere`);
		expect(failureOf(diagnosis)).toEqual([
			{ id: 'address', code: 'not-found', fixes: [{ type: 'address', url: served.server.url }] },
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
		const { client } = world;
		world = {
			...world,
			hasOrigin: async () => false,
			client: {
				probe: async (endpoint, probe, access) =>
					probe === kept ? { ok: false, failure: { code } } : client.probe(endpoint, probe, access),
			},
		};
		const { diagnosis } = await examine(served.server.url);
		expect(failureOf(diagnosis)).toEqual([{ id: 'permission', code, fixes: [{ type: fix }] }]);
		expect(diagnosis.steps.at(-1)).toMatchObject({ reason: 'earlier' });
	});

	it('needs no permission of a server that lets everybody read', async () => {
		world = { ...world, hasOrigin: async () => false };
		const { diagnosis } = await examine(served.server.url);
		expect(diagnosis.steps[4]).toMatchObject({ state: 'ok', note: 'cors' });
		expect(failureOf(diagnosis)).toEqual([]);
	});

	it('goes on from the step that failed, and keeps what was found before', async () => {
		const { diagnosis } = await examine(served.server.url, { model: 'gpt-5000' });
		const again = await examine(served.server.url, { from: 'model', known: diagnosis });
		expect(states(again.diagnosis)).toBe('ok ok ok unencrypted ok no-key ok ok ok');
		expect(again.diagnosis.steps.slice(0, 6)).toEqual(diagnosis.steps.slice(0, 6));
	});

	it('leaves nothing running once it is cancelled, and tells of nothing more', async () => {
		const model = served.server.script('silent', [{ stall: true }]);
		const controller = new AbortController();
		const running = examine(served.server.url, { model, signal: controller.signal });
		const request = await served.server.waitForRequest((one) => one.model === model);
		controller.abort();
		const { diagnosis } = await running;
		expect(diagnosis.isRunning).toBe(true);
		expect(diagnosis.steps.at(-1)?.state).toBe('waiting');
		await expect.poll(() => request.abortedAt).not.toBeNull();
	});

	it('asks nothing but the server’s own origin for other addresses', async () => {
		const asked: string[] = [];
		const { client } = world;
		world = {
			...world,
			client: {
				probe(endpoint, probe, access) {
					asked.push(whereTo(endpoint)?.address ?? '');
					return client.probe(endpoint, probe, access);
				},
			},
		};
		await examine(`${served.server.url}/nowhere/at/all?token=t-1`);
		expect(new Set(asked.map((url) => new URL(url).origin))).toEqual(new Set([served.server.url]));
	});
});
