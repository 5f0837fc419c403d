import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CompletionEvent } from '../../../utils/lockchat/types.ts';
import { createProviders } from '../../../utils/providers/create-providers.ts';
import { whereTo } from '../../../utils/providers/endpoint.ts';
import { type ServerEndpoint, serverAt } from '../../../utils/providers/server-endpoint.ts';
import { startServer } from '../../lockchat-server/start-server.mjs';
import type { LockchatServer } from '../../lockchat-server/types.ts';

let server: LockchatServer;
let endpoint: ServerEndpoint;

beforeEach(async () => {
	server = await startServer();
	endpoint = serverAt(server.url);
});
afterEach(() => server.close());

const providerOf = createProviders({ hasOrigin: async () => true });

function request(more: Partial<ServerEndpoint> = {}) {
	const messages = [{ role: 'user', content: 'Hi?' } as const];
	const model = server.script('hello', [{ token: 'Hello' }, { done: true }]);
	return { endpoint: { ...endpoint, ...more }, model, messages, conversationId: 'a' };
}

async function read(events: AsyncGenerator<CompletionEvent>): Promise<CompletionEvent[]> {
	const read: CompletionEvent[] = [];
	for await (const event of events) read.push(event);
	return read;
}

describe('the provider of servers', () => {
	it('answers with the server’s words, and an end', async () => {
		const events = await read(providerOf(endpoint).complete(request(), {}));
		expect(events.at(-1)).toEqual({ type: 'end', finishReason: 'stop' });
		expect(events).toContainEqual({ type: 'text', text: 'Hello' });
	});

	it.each([
		['a question', async () => read(providerOf(endpoint).complete(request({ needsAuth: true }), {}))],
		['a check', () => providerOf(endpoint).check({ ...endpoint, needsAuth: true }, { model: 'gpt-4' })],
	])('does not send %s without the key that was forgotten', async (_, asked) => {
		const error: unknown = await asked().catch((thrown: unknown) => thrown);
		expect(await providerOf(endpoint).explain(error, endpoint)).toEqual({ code: 'key-missing' });
		expect(server.requests).toHaveLength(0);
	});

	it('checks a server with the key that is typed', async () => {
		const access = { model: 'gpt-4', apiKey: 'sk-1' };
		const result = await providerOf(endpoint).check({ ...endpoint, needsAuth: true }, access);
		expect(result).toEqual({ ok: true, model: 'gpt-4', isResumable: false });
	});

	it('has nothing to resume where the server keeps no streams', () => {
		const said = { text: '', reasoning: '', refusal: '' };
		expect(providerOf(endpoint).resume?.(request(), said, {})).toBeNull();
		expect(server.requests).toHaveLength(0);
	});

	it('makes plain data also of what is no failure of a server', async () => {
		const explained = await providerOf(endpoint).explain(new TypeError('x is undefined'), endpoint);
		expect(explained).toEqual({ code: 'internal', detail: 'x is undefined' });
	});
});

describe('where a server’s words go', () => {
	it.each([
		['http://127.0.0.1:8976/v1', '127.0.0.1:8976', 'loopback', 'http://127.0.0.1:8976'],
		['localhost:1234', 'localhost:1234', 'loopback', 'http://localhost:1234'],
		['http://192.168.1.20', '192.168.1.20', 'private', 'http://192.168.1.20'],
		['https://api.openai.com/v1?x=1', 'api.openai.com', 'public', 'https://api.openai.com'],
		['http://localhost:11434/api/chat', 'localhost:11434', 'loopback', 'http://localhost:11434'],
	])('of %s is %s', (address, host, place, origin) => {
		expect(whereTo(serverAt(address))).toEqual({ host, address, place, origin });
	});

	it.each(['', 'nowhere at all', 'ftp://host', 'http://me:secret@host'])('is nowhere for %j', (address) => {
		expect(whereTo(serverAt(address))).toBeNull();
	});
});
