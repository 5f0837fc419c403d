import type OpenAI from 'openai';
import {
	APIUserAbortError,
	AuthenticationError,
	BadRequestError,
	NotFoundError,
	RateLimitError,
} from 'openai';
import { describe, expect, it } from 'vitest';
import { runningServer } from '../lockchat-server/running-server.ts';
import { openaiClient } from './ask-openai.ts';

const messages = [{ role: 'user' as const, content: 'Hi there' }];
/** Five tokens of four letters. */
const model = 'demo-fast:5:7';

describe('the package `openai`, asking the local Lockchat server', () => {
	const server = runningServer();
	const client = (apiKey = 'secret-key') => openaiClient({ url: server().url, apiKey });

	it('case 111: lists its models, page by page', async () => {
		const listed: OpenAI.Model[] = [];
		for await (const one of client().models.list()) listed.push(one);
		expect(listed[0]).toEqual({
			id: 'lockchat-demo',
			object: 'model',
			created: expect.any(Number),
			owned_by: 'lockchat',
		});
		expect(listed.map(({ id }) => id)).toContain('gpt-4');
	});

	it.each(['gpt-4', 'demo-fast:5:1'])('case 111: is told of %s alone', async (id) => {
		expect(await client().models.retrieve(id)).toMatchObject({ id, object: 'model' });
	});

	it('case 111: is told that there is no such model', async () => {
		const asking = client().models.retrieve('maker/none');
		await expect(asking).rejects.toMatchObject({ status: 404, code: 'model_not_found' });
	});

	it('case 111: gets a whole completion with its usage', async () => {
		const completion = await client().chat.completions.create({ model, messages });
		const text = completion.choices[0]?.message.content;
		expect(text).toHaveLength(20);
		expect(completion).toMatchObject({
			id: expect.stringMatching(/^chatcmpl-/),
			object: 'chat.completion',
			model,
			choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' }],
			usage: { prompt_tokens: 2, completion_tokens: 5, total_tokens: 7 },
		});
	});

	it('case 111: puts a stream together to the same completion, and is told its usage where it asks', async () => {
		const whole = await client().chat.completions.create({ model, messages });
		const stream = client().chat.completions.stream({
			model,
			messages,
			stream_options: { include_usage: true },
		});
		let seen = '';
		stream.on('content', (delta) => {
			seen += delta;
		});
		const completion = await stream.finalChatCompletion();
		expect(seen).toBe(whole.choices[0]?.message.content);
		expect(completion.choices[0]).toMatchObject({
			message: { role: 'assistant', content: seen },
			finish_reason: 'stop',
		});
		expect(completion.usage).toEqual(whole.usage);
	});

	it('case 111: is told no usage in a stream where it does not ask', async () => {
		const stream = await client().chat.completions.create({ model, messages, stream: true });
		const chunks: OpenAI.ChatCompletionChunk[] = [];
		for await (const chunk of stream) chunks.push(chunk);
		expect(chunks.filter((chunk) => 'usage' in chunk)).toEqual([]);
		expect(chunks.at(-1)?.choices[0]?.finish_reason).toBe('stop');
		expect(new Set(chunks.map(({ id }) => id)).size).toBe(1);
	});

	it.each([false, true])('case 111: is cut at the limit that it names, streamed: %s', async (isStreamed) => {
		const { completions } = client().chat;
		const asked = { model, messages, max_completion_tokens: 2 };
		const completion = await (isStreamed
			? completions.stream(asked).finalChatCompletion()
			: completions.create(asked));
		expect(completion.choices[0]?.finish_reason).toBe('length');
		expect(completion.choices[0]?.message.content).toHaveLength(8);
	});

	it.each([
		['a wrong key', 'auth:gpt-4', messages, AuthenticationError, { status: 401, code: 'invalid_api_key' }],
		[
			'a model it does not have',
			'gpt-99',
			messages,
			NotFoundError,
			{ status: 404, code: 'model_not_found', param: 'model' },
		],
		['too many requests', 'case-30-429-openai', messages, RateLimitError, { status: 429 }],
		['no messages', 'gpt-4', [], BadRequestError, { status: 400, param: 'messages' }],
		['no model', '', messages, BadRequestError, { status: 400 }],
	])('case 111: throws the error of the package for %s', async (_, name, asked, kind, about) => {
		for (const stream of [false, true]) {
			const asking = client('sk-wrong').chat.completions.create({ model: name, messages: asked, stream });
			const error = await asking.then(
				() => null,
				(reason: unknown) => reason,
			);
			expect(error).toBeInstanceOf(kind);
			expect(error).toMatchObject({ type: 'invalid_request_error', ...about });
		}
	});

	it('case 111: leaves in the middle of a stream, which the server sees', async () => {
		const long = server().script('left', [{ token: 'one' }, { stall: true }]);
		const stream = await client().chat.completions.create({ model: long, messages, stream: true });
		for await (const chunk of stream) {
			if (chunk.choices[0]?.delta.content === 'one') stream.controller.abort();
		}
		const record = await server().waitForRequest(
			(request) => request.model === long && request.abortedAt !== null,
		);
		expect(record).toMatchObject({ sentText: 'one', endedAt: null });
	});

	it('case 111: is aborted before the first byte, which the server sees', async () => {
		const silent = server().script('silent', [{ stall: true }]);
		const controller = new AbortController();
		const asking = client().chat.completions.create(
			{ model: silent, messages },
			{ signal: controller.signal },
		);
		const caught = asking.catch((reason: unknown) => reason);
		await server().waitForRequest((request) => request.model === silent);
		controller.abort();
		expect(await caught).toBeInstanceOf(APIUserAbortError);
		const record = await server().waitForRequest(
			(request) => request.model === silent && request.abortedAt !== null,
		);
		expect(record).toMatchObject({ status: null, endedAt: null });
	});
});
