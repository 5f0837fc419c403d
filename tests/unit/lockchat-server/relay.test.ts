import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from '../../lockchat-server/start-server.mjs';
import type { LockchatServer } from '../../lockchat-server/types.ts';
import { exchange } from './exchange.ts';
import { runningServer } from './running-server.ts';

const upstream = runningServer({ refusesForeignOrigins: true });
let relay: LockchatServer;
beforeAll(async () => {
	relay = await startServer({ upstream: `${upstream().url}/v1/` });
});
afterAll(() => relay.close());

const extension = { origin: 'chrome-extension://abc' };

describe('a relay', () => {
	it('passes each piece on as it comes', async () => {
		const model = upstream().script('relayed', [
			{ token: 'one' },
			{ hold: 'seen' },
			{ token: 'two' },
			{ done: true },
		]);
		const response = await fetch(`${relay.url}/v1/chat/completions`, {
			method: 'POST',
			headers: { ...extension, authorization: 'Bearer sk-up' },
			body: JSON.stringify({ model, messages: [{ role: 'user', content: 'Hi' }], stream: true }),
		});
		const pieces: string[] = [];
		const decoder = new TextDecoder();
		for await (const bytes of response.body ?? []) {
			pieces.push(decoder.decode(bytes));
			if (pieces.length === 1) upstream().release('seen');
		}
		expect(pieces[0]).toContain('"one"');
		expect(pieces[0]).not.toContain('"two"');
		expect(pieces.join('')).toMatch(/"two"[\s\S]*\[DONE\]/);
		expect(response.headers.get('access-control-allow-origin')).toBe('*');
		expect(upstream().requests.at(-1)?.headers).toMatchObject({ authorization: '[redacted]' });
	});

	it('keeps status and body of an error, and the list of models', async () => {
		const seen = await exchange({ url: relay.url, model: 'case-45-seconds', headers: extension });
		expect(seen).toMatchObject({ status: 429, headers: { 'retry-after': '2' } });
		const list = await fetch(`${relay.url}/v1/models`).then((response) => response.json());
		expect(list.data[0]).toMatchObject({ id: 'lockchat-demo' });
	});

	it('tells the upstream server when the client leaves', async () => {
		await exchange({ url: relay.url, model: 'case-49', headers: extension, leaveAt: /" the"/ });
		const record = await upstream().waitForRequest(({ abortedAt }) => abortedAt !== null);
		expect(record.sentText).toBe('Hello from the');
	});

	it('breaks off where the upstream server does', async () => {
		const seen = await exchange({ url: relay.url, model: 'case-44', headers: extension });
		expect(seen).toMatchObject({ status: 200, end: 'reset' });
	});

	it.each([{ origin: 'https://example.com' }, { origin: 'null' }, { host: 'rebound.example' }])(
		'does not serve web pages: %j',
		async (headers) => {
			const before = upstream().requests.length;
			expect((await exchange({ url: relay.url, model: 'gpt-4', headers })).status).toBe(403);
			expect(upstream().requests).toHaveLength(before);
		},
	);

	it('says so where nothing answers', async () => {
		const gone = await startServer();
		await gone.close();
		const own = await startServer({ upstream: gone.url });
		const seen = await exchange({ url: own.url, model: 'gpt-4' });
		expect(seen).toMatchObject({ status: 502, body: expect.stringContaining(`${gone.url} does not answer`) });
		await own.close();
	});
});
