import { describe, expect, it } from 'vitest';
import { checkEndpoint } from '../../../utils/lockchat/check-endpoint.ts';
import { DONE, delta, endpointAt, STOP, sse, text } from './complete.ts';
import { type Server, serve, serveBody } from './serve.ts';

const check = (server: Server, options?: Parameters<typeof checkEndpoint>[1]) =>
	checkEndpoint({ endpoint: endpointAt(server.url), apiKey: 'key-1', model: 'gpt-4' }, options);

describe('the check of an endpoint', () => {
	it('posts a real question for one token', async () => {
		const server = await serveBody(text('a') + STOP + DONE);
		await check(server);
		expect(server.asked).toHaveLength(1);
		expect(server.asked[0]).toMatchObject({ method: 'POST', path: '/v1/chat/completions' });
		expect(JSON.parse(server.asked[0]?.body ?? '')).toMatchObject({
			model: 'gpt-4',
			max_tokens: 1,
			stream: true,
		});
		expect(server.asked[0]?.headers.authorization).toBe('Bearer key-1');
	});

	it.each([
		[
			'an answer that is cut off before its first word',
			sse(delta({ content: '' }, { finish_reason: 'length' })) + DONE,
		],
		['a thought', sse(delta({ reasoning: 'Hm' }, { finish_reason: 'length' })) + DONE],
		['a whole completion', '{"choices":[{"message":{"content":"H"},"finish_reason":"length"}]}'],
		['a call of a tool', sse(delta({ tool_calls: [{ index: 0 }] })) + DONE],
	])('is content with %s', async (_, body) => {
		await expect(check(await serveBody(body))).resolves.toBeUndefined();
	});

	it('is over with the first token, and closes the connection', async () => {
		const server = await serve((response) => {
			response.write(text('a'));
		});
		await check(server);
		await server.asked[0]?.closed;
	});

	it('asks servers that do not stream for a whole completion', async () => {
		const server = await serveBody('{"choices":[{"message":{"content":"H"}}]}');
		await checkEndpoint({ endpoint: endpointAt(server.url, { supportsStream: false }), model: 'gpt-4' });
		expect(JSON.parse(server.asked[0]?.body ?? '').stream).toBe(false);
	});

	it('calls max_tokens max_completion_tokens, and leaves the temperature to models that insist', async () => {
		const server = await serve((response, asked) => {
			const body = JSON.parse(asked.body);
			const refused = 'max_tokens' in body ? 'max_tokens' : 'temperature' in body ? 'temperature' : null;
			if (refused !== null) response.writeHead(400);
			response.end(
				refused === null
					? text('a') + STOP + DONE
					: JSON.stringify({
							error: { message: `Unsupported parameter: '${refused}'`, code: 'unsupported_parameter' },
						}),
			);
		});
		await check(server);
		expect(server.asked).toHaveLength(3);
		expect(JSON.parse(server.asked[2]?.body ?? '')).toMatchObject({ max_completion_tokens: 1 });
	});

	it.each([
		[401, '{"error":{"message":"Bad key: key-1"}}', {}, { code: 'unauthorized', detail: 'Bad key: •••' }],
		[403, '', {}, { code: 'forbidden-origin' }],
		[429, '{"error":"busy"}', { 'retry-after': '1' }, { code: 'rate-limited', retryAfterMs: 1_000 }],
		[503, '{"error":{"message":"Loading model"}}', {}, { code: 'model-loading' }],
		[404, '{"error":{"message":"The model: `gpt-4` does not exist"}}', {}, { code: 'model-not-found' }],
		[200, '{"status":"ok"}', {}, { code: 'not-an-api' }],
	])('fails at once on %d %s', async (status, body, headers, failure) => {
		const server = await serveBody(body, { status, headers });
		await expect(check(server)).rejects.toMatchObject(failure);
		expect(server.asked).toHaveLength(1);
	});

	it('takes no longer than its limit, even if comments keep coming', async () => {
		const server = await serve((response) => {
			const timer = setInterval(() => response.write(': loading\n\n'), 20);
			response.on('close', () => clearInterval(timer));
		});
		await expect(check(server, { limitMs: 150 })).rejects.toMatchObject({ code: 'stalled' });
		await server.asked[0]?.closed;
	});

	it('is given up on abort', async () => {
		const controller = new AbortController();
		const reason = new Error('closed');
		const server = await serve(() => controller.abort(reason));
		await expect(check(server, { signal: controller.signal })).rejects.toBe(reason);
	});
});
