import { describe, expect, it } from 'vitest';
import { startServer } from '../../lockchat-server/start-server.mjs';
import { exchange } from './exchange.ts';
import { runningServer } from './running-server.ts';

const server = runningServer({ hasTestApi: true });

async function call(path: string, body?: unknown) {
	const response = await fetch(`${server().url}/__test/${path}`, {
		method: body === undefined ? 'GET' : 'POST',
		...(body !== undefined && { body: JSON.stringify(body) }),
	});
	return { status: response.status, value: await response.json() };
}

describe('a script', () => {
	it('plays its steps byte by byte', async () => {
		const { url, script } = server();
		const model = script('bytes', [
			{ status: 418, headers: { 'X-Kettle': 'on' } },
			{ write: 'a' },
			{ base64: 'w6k=', text: 'é' },
			{ token: 'b' },
			{ wait: 1 },
			{ done: true },
		]);
		const seen = await exchange({ url, model });
		expect(seen).toMatchObject({ status: 418, headers: { 'x-kettle': 'on' }, end: 'ended' });
		expect(seen.body).toMatch(/^aédata: \{.*"content":"b".*\}\n\ndata: .*"stop".*\n\ndata: \[DONE\]\n\n$/);
		expect(server().requests.at(-1)?.sentText).toBe('éb');
	});

	it('waits where it is held, each release letting one hold pass, early or late', async () => {
		const { url, script, release, requests, waitForRequest } = server();
		release('early');
		const model = script('held', [{ hold: 'early' }, { token: 'one' }, { hold: 'late' }, { token: ' two' }]);
		const asking = exchange({ url, model });
		const record = await waitForRequest((request) => request.model === model && request.sentText === 'one');
		expect(record.endedAt).toBeNull();
		release('late');
		expect((await asking).end).toBe('ended');
		expect(requests.at(-1)?.sentText).toBe('one two');
	});

	it('can be cut by a reset', async () => {
		const { url, script } = server();
		const model = script('reset', [{ token: 'one' }, { wait: 50 }, { reset: true }, { token: 'two' }]);
		expect(await exchange({ url, model })).toMatchObject({ status: 200, end: 'reset' });
	});

	it('comes over HTTP too, with the records, where tests run elsewhere', async () => {
		const { url } = server();
		const steps = [{ hold: 'remote' }, { token: 'far' }, { done: true }];
		expect(await call('scripts', { id: 'remote', steps })).toEqual({
			status: 200,
			value: { model: 'script:remote' },
		});
		expect((await call('release/remote', {})).status).toBe(200);
		await exchange({ url, model: 'script:remote', parameters: { temperature: 0.2 } });
		const { value } = await call('requests');
		expect(value.at(-1)).toMatchObject({
			model: 'script:remote',
			messages: [{ role: 'user', content: 'Hi' }],
			parameters: { temperature: 0.2 },
			sentText: 'far',
			tokens: [{ text: 'far', at: expect.any(Number) }],
			abortedAt: null,
		});
		expect((await call('scripts', { id: 'no steps' })).status).toBe(400);
	});
});

describe('the record of a request', () => {
	it('tells when the client left, and how far the answer had come', async () => {
		const { url, waitForRequest } = server();
		const seen = await exchange({ url, model: 'demo-long:60:5', leaveAt: /"2 "/ });
		expect(seen.end).toBe('left');
		const record = await waitForRequest(
			({ model, abortedAt }) => model === 'demo-long:60:5' && abortedAt !== null,
		);
		expect(record.sentText).toMatch(/^1 2 /);
		expect(record.endedAt).toBeNull();
		expect(record.abortedAt).toBeGreaterThanOrEqual(record.tokens.at(-1)?.at ?? Number.POSITIVE_INFINITY);
	});

	it('has the time of each token, in order', async () => {
		const { url, requests } = server();
		await exchange({ url, model: 'demo-long:0.1:20' });
		const record = requests.at(-1);
		const times = [
			record?.startedAt ?? 0,
			...(record?.tokens.map(({ at }) => at) ?? []),
			record?.endedAt ?? 0,
		];
		expect(record?.sentText).toBe('1 2 3 4 5 ');
		expect(times).toEqual([...times].sort((a, b) => a - b));
		expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(80);
	});
});

describe('the server', () => {
	it('frees its port and cuts who still listens', async () => {
		const own = await startServer();
		const asking = exchange({ url: own.url, model: 'case-49' });
		await own.waitForRequest(({ status }) => status === 200);
		await own.close();
		expect((await asking).end).toBe('reset');
		const next = await startServer({ port: own.port });
		expect(next.port).toBe(own.port);
		await next.close();
	});

	it('refuses foreign origins as Ollama does, when told to', async () => {
		const own = await startServer({ refusesForeignOrigins: true });
		const ask = (headers: Record<string, string>) =>
			exchange({ url: own.url, model: 'demo-fast:1', headers });
		expect(await ask({ origin: 'moz-extension://abc' })).toMatchObject({ status: 403, body: '' });
		expect(await ask({})).toMatchObject({ status: 200 });
		await own.close();
	});
});
