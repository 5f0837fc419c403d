import { describe, expect, it } from 'vitest';
import { exchange } from './exchange.ts';
import { runningServer } from './running-server.ts';

const server = runningServer();

interface Chunk {
	id: string;
	object: string;
	choices: { index: number; delta: { role?: string; content?: string }; finish_reason: string | null }[];
	usage?: Record<string, number>;
}

function chunksOf(body: string): Chunk[] {
	const events = body.split('\n\n').filter((event) => event !== '' && event !== 'data: [DONE]');
	return events.map((event) => JSON.parse(event.replace('data: ', '')));
}

describe('the list of models', () => {
	it('names what a person may want to try', async () => {
		const list = await fetch(`${server().url}/v1/models`).then((response) => response.json());
		expect(list).toMatchObject({
			object: 'list',
			data: [{ id: 'lockchat-demo', object: 'model' }, {}, {}, {}, {}],
		});
		expect(list.data.map(({ id }: { id: string }) => id)).toContain('gpt-3.5-turbo');
	});

	it('names every fault and every script when all are asked for', async () => {
		const { url, script } = server();
		script('listed', [{ done: true }]);
		const list = await fetch(`${url}/v1/models?all=1`).then((response) => response.json());
		const names = list.data.map(({ id }: { id: string }) => id);
		expect(names).toEqual(expect.arrayContaining(['case-35', 'case-30-401-string', 'script:listed']));
	});
});

describe('a completion', () => {
	it('streams a role, tokens one by one, a finish reason and [DONE]', async () => {
		const { url } = server();
		const seen = await exchange({ url, model: 'demo-fast:3:1' });
		expect(seen.headers).toMatchObject({
			'content-type': 'text/event-stream; charset=utf-8',
			'access-control-allow-origin': '*',
		});
		expect(seen.body.endsWith('data: [DONE]\n\n')).toBe(true);
		const chunks = chunksOf(seen.body);
		expect(chunks.map(({ choices }) => choices[0]?.finish_reason)).toEqual([null, null, null, null, 'stop']);
		expect(chunks[0]?.choices[0]?.delta).toEqual({ role: 'assistant', content: '' });
		expect(chunks.slice(1, 4).map(({ choices }) => choices[0]?.delta.content?.length)).toEqual([4, 4, 4]);
		expect(new Set(chunks.map(({ id }) => id)).size).toBe(1);
	});

	it('comes in one piece where it shall not be streamed', async () => {
		const { url } = server();
		const [streamed, whole] = [
			await exchange({ url, model: 'demo-fast:50:9' }),
			await exchange({ url, model: 'demo-fast:50:9', parameters: { stream: false } }),
		];
		const text = chunksOf(streamed.body)
			.map(({ choices }) => choices[0]?.delta.content ?? '')
			.join('');
		expect(whole.headers['content-type']).toBe('application/json');
		expect(JSON.parse(whole.body)).toMatchObject({
			object: 'chat.completion',
			choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' }],
			usage: { completion_tokens: 50 },
		});
	});

	it.each([{}, { stream: false }, { stream: null }])(
		'case 111: is whole, with its usage, where it is not asked to stream: %j',
		async (how) => {
			const { url } = server();
			const messages = [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }];
			const parameters = { stream: undefined, messages, ...how };
			const { headers, body } = await exchange({ url, model: 'demo-fast:5', parameters });
			expect(headers['content-type']).toBe('application/json');
			expect(JSON.parse(body)).toMatchObject({
				object: 'chat.completion',
				choices: [{ message: { role: 'assistant' }, finish_reason: 'stop' }],
				usage: { completion_tokens: 5 },
			});
		},
	);

	it('case 111: has a null for its usage in every chunk but the last where it shall be told', async () => {
		const parameters = { stream_options: { include_usage: true } };
		const chunks = chunksOf((await exchange({ url: server().url, model: 'demo-fast:2', parameters })).body);
		expect(chunks.slice(0, -1).map(({ usage }) => usage)).toEqual([null, null, null, null]);
		const plain = chunksOf((await exchange({ url: server().url, model: 'demo-fast:2' })).body);
		expect(plain.every((chunk) => !('usage' in chunk))).toBe(true);
	});

	it.each([
		[{ model: 'no-such' }, 404, { code: 'model_not_found', param: 'model' }],
		[{ model: '' }, 400, { code: null, param: null }],
		[{ model: 'gpt-4', messages: [] }, 400, { code: 'invalid_messages', param: 'messages' }],
		[{ model: 'auth:gpt-4' }, 401, { code: 'invalid_api_key', param: null }],
	])('case 111: is refused with an error of the protocol: %j', async (parameters, status, error) => {
		const seen = await exchange({ url: server().url, model: 'gpt-4', parameters });
		expect(seen.status).toBe(status);
		expect(JSON.parse(seen.body)).toEqual({
			error: { message: expect.any(String), type: 'invalid_request_error', ...error },
		});
	});

	it.each([true, false])('is cut off at max_tokens, streamed: %s', async (stream) => {
		const { url } = server();
		const seen = await exchange({ url, model: 'gpt-4', parameters: { stream, max_tokens: 1 } });
		expect(seen.body).toContain('"finish_reason":"length"');
		expect(server().requests.at(-1)?.tokens).toHaveLength(1);
	});

	it.each([
		['goes on from its own partial answer', '1 2 ', '3 4 5 '],
		['goes on from the middle of a token', '1 2', ' 3 4 5 '],
		['says nothing more to a whole one', '1 2 3 4 5 ', ''],
		['answers other words from the start', '1 2 four', '1 2 3 4 5 '],
	])('%s', async (_, said, text) => {
		const { url, requests } = server();
		const messages = [
			{ role: 'user', content: 'Count' },
			{ role: 'assistant', content: said },
		];
		await exchange({ url, model: 'demo-long:0.005:1', parameters: { messages } });
		expect(requests.at(-1)?.sentText).toBe(text);
	});

	it('tells the usage in a chunk of its own where asked to', async () => {
		const { url } = server();
		const parameters = { stream_options: { include_usage: true } };
		const last = chunksOf((await exchange({ url, model: 'demo-fast:5', parameters })).body).at(-1);
		expect(last).toMatchObject({ choices: [], usage: { completion_tokens: 5 } });
		expect(last?.usage?.total_tokens).toBe(5 + (last?.usage?.prompt_tokens ?? 0));
	});

	it.each([
		['no-such-model', {}, 404, /"message":"The model `no-such-model` does not exist"/],
		['gpt-4', { messages: [] }, 400, /holds no messages/],
		['gpt-4', { messages: [{ role: 'user' }] }, 400, /holds no messages/],
	])('is refused for what cannot be answered: %s %j', async (model, parameters, status, body) => {
		const seen = await exchange({ url: server().url, model, parameters });
		expect(seen.status).toBe(status);
		expect(seen.body).toMatch(body);
	});

	it('is refused where the body is no JSON, and other paths are not there', async () => {
		const { url } = server();
		const post = (path: string) =>
			fetch(url + path, { method: 'POST', body: 'no' }).then(({ status }) => status);
		expect(await post('/v1/chat/completions')).toBe(400);
		expect(await post('/v1/chat')).toBe(404);
		expect(await post('/__test/scripts')).toBe(404);
	});
});

describe('a page of another origin', () => {
	it('may send what it asks to send', async () => {
		const response = await fetch(`${server().url}/v1/chat/completions`, {
			method: 'OPTIONS',
			headers: { origin: 'https://example.com', 'access-control-request-headers': 'authorization,x-title' },
		});
		expect(response.status).toBe(204);
		expect(response.headers.get('access-control-allow-origin')).toBe('*');
		expect(response.headers.get('access-control-allow-headers')).toBe('authorization,x-title');
	});
});

describe('a model behind auth:', () => {
	it.each([
		[{ authorization: 'Bearer secret-key' }, 200, /\[DONE\]/],
		[{ authorization: 'Bearer sk-wrong' }, 401, /Incorrect API key provided: sk-wrong\./],
		[{}, 401, /Incorrect API key provided: \./],
	])('takes its one key only: %j', async (headers, status, body) => {
		const seen = await exchange({ url: server().url, model: 'auth:demo-fast:2', headers });
		expect(seen.status).toBe(status);
		expect(seen.body).toMatch(body);
	});

	it('never has a key in its record', async () => {
		const { url, requests } = server();
		await exchange({
			url,
			model: 'auth:gpt-4',
			headers: { authorization: 'Bearer sk-1', 'x-api-key': 'sk-2' },
		});
		expect(JSON.stringify(requests.at(-1)?.headers)).not.toMatch(/sk-\d/);
	});
});
