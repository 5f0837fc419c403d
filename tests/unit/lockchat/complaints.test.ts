import { describe, expect, it, onTestFinished } from 'vitest';
import { createCompletion } from '../../../utils/lockchat/create-completion.ts';
import { codeByWords } from '../../../utils/lockchat/errors/code-by-words.ts';
import { findError } from '../../../utils/lockchat/errors/read-complaint.ts';
import { readWords } from '../../../utils/lockchat/words/known-words.ts';
import { startServer } from '../../lockchat-server/start-server.mjs';
import { complete, DONE, delta, outcomeOf, requestTo, STOP, sse, text } from './complete.ts';
import { serve } from './serve.ts';

// A request does so.
await readWords();

const SHAPES: [unknown, string, string][] = [
	[{ error_type: 'e', error_message: 'The engine broke' }, 'server-error', 'The engine broke'],
	[{ detail: 'Daily quota used up' }, 'rate-limited', 'Daily quota used up'],
	[{ code: 20012, msg: 'Model is not available' }, 'model-not-found', 'Model is not available'],
	[{ message: 'capacity reached', code: 503 }, 'overloaded', 'capacity reached'],
	[
		{ error_code: 17, error_msg: 'Open api daily request limit reached' },
		'rate-limited',
		'Open api daily request limit reached',
	],
	[
		{ success: false, errors: [{ code: 10000, message: 'Authentication error' }] },
		'unauthorized',
		'Authentication error',
	],
	[
		{ choices: null, base_resp: { status_code: 1008, status_msg: 'insufficient balance' } },
		'payment-needed',
		'insufficient balance',
	],
	[{ type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }, 'overloaded', 'Overloaded'],
	[{ Response: { Error: { Code: 'x', Message: '模型不存在' } } }, 'model-not-found', '模型不存在'],
	[{ errorMessage: 'Неверный ключ' }, 'unauthorized', 'Неверный ключ'],
	[{ error: { code: 'context_length_exceeded', message: 'No.' } }, 'context-exceeded', 'No.'],
	[{ status: 429, title: 'Too fast' }, 'rate-limited', 'Too fast'],
];

describe('an error inside of a stream', () => {
	it.each(SHAPES)('case 74: is read as %j', async (body, code, detail) => {
		for (const before of ['', text('a')]) {
			for (const after of [DONE, '', STOP + DONE]) {
				const outcome = await complete(before + sse(body) + after);
				expect(outcome.text).toBe(before && 'a');
				expect(outcome.error).toMatchObject({ code, detail });
			}
		}
	});

	it.each(SHAPES)('case 75: is read as the bare lines of %j', async (body, code, detail) => {
		for (const before of [': ping\n\n', text('a'), `: ping\n${text('a')}: ping\n`]) {
			for (const indent of [0, 2]) {
				for (const after of [`\n\n${DONE}`, '\n', '']) {
					const { error } = await complete(before + JSON.stringify(body, null, indent) + after);
					expect(error).toMatchObject({ code, detail });
				}
			}
		}
	});

	it('case 75: is not seen in a chunk that lacks its field, which is used', async () => {
		const bare = JSON.stringify(delta({ content: 'b' }));
		expect(await complete(`${text('a')}${bare}\n\n${STOP}${DONE}`)).toMatchObject({
			text: 'ab',
			error: null,
		});
	});

	it.each([
		[{ object: 'chat.completion.chunk', choices: [], usage: { prompt_tokens: 1 } }],
		[{ choices: [{ index: 0, delta: { content: 'error' } }], message: 'All is well', code: 0 }],
		[{ choices: [{ index: 0, delta: {} }], base_resp: { status_code: 0, status_msg: '' }, error_msg: '' }],
		[{ code: 0, message: 'Success', usage: { total_tokens: 1 } }],
		[{ type: 'ping' }],
		[{ status: 'queued', message: 'Two are before you' }],
		[{ type: 'status', message: 'Thinking' }],
		[{ error: null, id: 'x' }],
		[{ message: { role: 'assistant', content: 'quota' } }],
	])('case 74: is not seen in %j', (chunk) => {
		expect(findError(chunk)).toBeNull();
	});
});

describe('the words of a complaint', () => {
	it.each([
		['request (6009 tokens) exceeds the available context size (4096)', 'context-exceeded'],
		["This model's maximum context length is 8192 tokens.", 'context-exceeded'],
		['输入过长', 'context-exceeded'],
		['Запрос превышает длину контекста', 'context-exceeded'],
		['您当前使用该API的并发数过高', 'rate-limited'],
		['Превышен лимит запросов', 'rate-limited'],
		['You exceeded your current quota, please check your plan and billing details.', 'rate-limited'],
		['账户余额不足', 'payment-needed'],
		['Недостаточно средств', 'payment-needed'],
		['当前分组 default 下对于模型 gpt-4 无可用渠道', 'model-not-found'],
		['Модель gpt-9 не найдена', 'model-not-found'],
		['无效的令牌', 'unauthorized'],
		['API key not valid. Please pass a valid API key.', 'unauthorized'],
		['服务繁忙,请稍后重试', 'overloaded'],
		['Сервер перегружен', 'overloaded'],
		['The server is busy', 'overloaded'],
		['Invalid content type. image_url is only supported by certain models.', 'images-refused'],
		['messages[0]: unknown variant `image_url`, expected `text` at line 1 column 9', 'images-refused'],
		['No endpoints found that support image input', 'images-refused'],
		['image input is not supported - hint: you may need to provide the mmproj', 'images-refused'],
		['this model is missing data required for image input', 'images-refused'],
		['At most 0 image(s) may be provided in one request.', 'images-refused'],
		['llama-3 is not a multimodal model', 'images-refused'],
		["'messages.0' : for 'role:user' messages[0].content must be a string", 'images-refused'],
		['Model does not support images. Please use a model that does.', 'images-refused'],
		['Image input is not enabled for this model', 'images-refused'],
		['该模型不支持图片输入', 'images-refused'],
		['Модель не поддерживает изображения', 'images-refused'],
		['image exceeds 5 MB maximum', null],
		['temperature is not supported with this model', null],
		['The engine ran out of memory.', null],
	])('cases 74 and 244: “%s” mean %s', (message, code) => {
		expect(codeByWords({ message, labels: [] })).toBe(code);
	});
});

describe('a complaint that quotes another', () => {
	const quoted = (metadata: unknown) => ({
		error: { message: 'Provider returned error', code: 400, metadata },
	});
	it.each([
		[
			quoted({ provider_name: 'Acme', raw: '{"error":{"message":"maximum context length is 8192"}}' }),
			'Acme: maximum context length is 8192',
			'context-exceeded',
		],
		[quoted({ provider_name: 'Acme', raw: { detail: 'No.' } }), 'Acme: No.', 'bad-request'],
		[quoted({ provider_name: 'Acme', raw: 'plain words' }), 'Acme: plain words', 'bad-request'],
		[quoted({ provider_name: 'Acme', raw: '<html><title>Gone</title></html>' }), 'Acme: Gone', 'bad-request'],
		[quoted({ provider_name: 'Acme' }), 'Acme: Provider returned error', 'bad-request'],
		[quoted({ raw: '{"message":"No."}' }), 'No.', 'bad-request'],
		[quoted({ reasons: ['x'] }), 'Provider returned error', 'bad-request'],
		[{ error: { message: 'Upstream error: {"error":{"message":"No."}}' } }, 'No.', 'bad-request'],
		[{ error: { message: '[{"error":{"message":"No."}}]' } }, 'No.', 'bad-request'],
	])('case 77: tells the inner words: %j', async (body, detail, code) => {
		const { error } = await complete(JSON.stringify(body), { status: 400 });
		expect(error).toMatchObject({ code, detail, status: 400 });
	});

	it('case 77: is read for a parameter to leave out, too', async () => {
		const raw = JSON.stringify({ error: { message: 'temperature is not supported' } });
		const server = await serve((response, asked) => {
			const isRefused = 'temperature' in JSON.parse(asked.body);
			response.writeHead(isRefused ? 400 : 200, {
				'content-type': isRefused ? 'application/json' : 'text/event-stream',
			});
			response.end(
				isRefused ? JSON.stringify(quoted({ provider_name: 'Acme', raw })) : text('a') + STOP + DONE,
			);
		});
		expect(await outcomeOf(createCompletion(requestTo(server)))).toMatchObject({ text: 'a', error: null });
	});
});

describe('a status', () => {
	const page = (title: string) => `<html><head><title>${title}</title></head><body>nginx</body></html>`;
	it.each([
		[402, '{"error":{"message":"Insufficient credits","code":402}}', 'payment-needed'],
		[413, page('413 Request Entity Too Large'), 'request-too-large'],
		[413, '{"error":"Payload too large"}', 'request-too-large'],
		[504, page('504 Gateway Time-out'), 'gateway-timeout'],
		[524, page('acme.com | 524: A timeout occurred'), 'gateway-timeout'],
		[529, '{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}', 'overloaded'],
		[529, '', 'overloaded'],
		[400, '{"error":{"message":"API key not valid."}}', 'unauthorized'],
	])('case 84: %d with %s is told as %s', async (status, body, code) => {
		expect((await complete(body, { status })).error).toMatchObject({ code, status });
	});

	it.each([
		'Your organization must be verified to stream this model.',
		'Streaming is not supported for this model',
		"Unsupported value: 'stream' does not support true with this model; it does not support streaming.",
		'This model does not support streaming responses',
	])('case 84: of a server that refuses to stream is asked once more without: %s', async (message) => {
		const server = await serve((response, asked) => {
			const { stream } = JSON.parse(asked.body);
			response.writeHead(stream ? 400 : 200, { 'content-type': 'application/json' });
			response.end(
				JSON.stringify(
					stream ? { error: { message, param: 'stream' } } : { choices: [{ message: { content: 'a' } }] },
				),
			);
		});
		expect(await outcomeOf(createCompletion(requestTo(server, { includeUsage: true })))).toMatchObject({
			text: 'a',
		});
		expect(server.asked.map(({ body }) => JSON.parse(body).stream)).toEqual([true, false]);
		expect(server.asked[1]?.body).not.toContain('stream_options');
	});

	it.each(['Unknown parameter: stream_options', 'stream_options is not supported'])(
		'case 84: that speaks of stream_options leaves the stream: %s',
		async (message) => {
			const server = await serve((response, asked) => {
				const isRefused = 'stream_options' in JSON.parse(asked.body);
				response.writeHead(isRefused ? 400 : 200);
				response.end(isRefused ? JSON.stringify({ error: { message } }) : text('a') + STOP + DONE);
			});
			await outcomeOf(createCompletion(requestTo(server, { includeUsage: true })));
			expect(JSON.parse(server.asked[1]?.body ?? '').stream).toBe(true);
		},
	);
});

describe('reasoning', () => {
	it.each(['length', 'max_tokens', 'MAX_TOKENS'])(
		'case 79: that a limit (%s) cuts says so',
		async (reason) => {
			const end = sse(delta({}, { finish_reason: reason })) + DONE;
			expect((await complete(sse(delta({ reasoning: 'Hm' })) + end)).error?.code).toBe('limit-reached');
			expect((await complete(text('<think>Hm') + end)).error?.code).toBe('limit-reached');
			expect(await complete(text('a') + end)).toMatchObject({ ends: ['length'], error: null });
		},
	);
});

describe('the local server', () => {
	it.each([
		['case-74-type', 'server-error'],
		['case-74-detail', 'rate-limited'],
		['case-74-code', 'model-not-found'],
		['case-74-late', 'overloaded'],
		['case-75', 'context-exceeded'],
		['case-75-late', 'context-exceeded'],
		['case-77', 'context-exceeded'],
		['case-79', 'limit-reached'],
		['case-81', null],
		['case-84-413', 'request-too-large'],
		['case-84-524', 'gateway-timeout'],
		['case-84-402', 'payment-needed'],
		['case-84-stream', null],
	])('%s: comes to %s', async (model, code) => {
		const server = await startServer();
		onTestFinished(() => server.close());
		const { error, text } = await outcomeOf(createCompletion(requestTo(server, { model })));
		expect(error?.code ?? null).toBe(code);
		if (code === null) expect(text).toBe('Hello from the other side.');
	});
});
