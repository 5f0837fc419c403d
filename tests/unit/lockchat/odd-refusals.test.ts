import { describe, expect, it } from 'vitest';
import { createCompletion } from '../../../utils/lockchat/create-completion.ts';
import { codeByWords } from '../../../utils/lockchat/errors/code-by-words.ts';
import { readRetryAfter, waitIn } from '../../../utils/lockchat/errors/retry-after.ts';
import { listModels } from '../../../utils/lockchat/list-models.ts';
import type { CompletionRequest } from '../../../utils/lockchat/types.ts';
import { readWords } from '../../../utils/lockchat/words/known-words.ts';
import { complete, endpointAt, outcomeOf, recordedWait, requestTo, sse, text } from './complete.ts';
import { serveBody } from './serve.ts';
import { serveAfter } from './serve-after.ts';
import { type Body, serveRefusing } from './serve-refusing.ts';

// A request does so.
await readWords();

describe('case 239: a filter of contents refuses', () => {
	it.each([
		"The response was filtered due to the prompt triggering Azure OpenAI's content management policy.",
		'Content Exists Risk',
		'Input data may contain inappropriate content.',
		'acme/large requires moderation on Acme. Your input was flagged for "violence".',
		'系统检测到输入或生成内容可能包含不安全或敏感内容',
	])('told as that: %s', async (message) => {
		const { error } = await complete(JSON.stringify({ error: { message } }), { status: 400 });
		expect(error).toMatchObject({ code: 'answer-filtered', status: 400 });
	});
});

describe('case 295: a list of models in another shape', () => {
	const listOf = async (body: unknown) => {
		const server = await serveBody(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });
		return listModels({ endpoint: endpointAt(server.url) });
	};

	it.each([
		['numbers for ids', { data: [{ id: 1, name: 'a' }] }],
		['another name', { data: { models: [{ model_name: 'a' }] } }],
		['a slug', { models: [{ slug: 'a', display_name: 'A' }] }],
		['another envelope', { payload: { models: [{ id: 'a' }] } }],
		['another field', { availableModels: ['a'] }],
	])('is read: %s', async (_, body) => {
		expect(await listOf(body)).toEqual(['a']);
	});

	it.each([
		[{ code: 401, msg: 'token invalid', data: null }, 'unauthorized'],
		[{ success: false, message: '未登录', data: null }, 'unauthorized'],
		[{ error: { message: 'Invalid API key' } }, 'unauthorized'],
		[{ success: false, message: 'boom', data: [] }, 'server-error'],
	])('is a refusal in spite of its status: %j', async (body, code) => {
		await expect(listOf(body)).rejects.toMatchObject({ code });
	});

	it.each([
		{ object: 'list', data: null },
		{ data: [], message: 'success', code: 0 },
	])('is empty, and no refusal: %j', async (body) => {
		expect(await listOf(body)).toEqual([]);
	});
});

describe('case 296: how long a server asks to wait', () => {
	const NOW = Date.UTC(2026, 0, 1);
	const inSeconds = (seconds: number) => NOW + seconds * 1000;

	it.each([
		['30s', 30],
		['2m30s', 150],
		['"30"', 30],
		['30, 30', 30],
		['1.5', 1.5],
		['30 seconds', 30],
		[String(inSeconds(40) / 1000), 40],
		[String(inSeconds(40)), 40],
		[new Date(inSeconds(40)).toISOString(), 40],
		[new Date(inSeconds(40)).toUTCString(), 40],
		[new Date(inSeconds(-40)).toUTCString(), 0],
		['-5', 5],
		['soon', 5],
		['1e9', 5],
		['99999999', 86_400],
		[`${'1'.repeat(10_000)}x`, 5],
	])('`Retry-After: %s`', (value, seconds) => {
		expect(readRetryAfter(new Headers({ 'retry-after': value }), NOW)).toBe(seconds * 1000);
	});

	it.each([
		['Please try again in 7m12.5s. Visit https://example.com', 432_500],
		['Please retry in 34.074824224s.', 34_075],
		['Please wait 41204 seconds before retrying.', 41_204_000],
		['Try again in 250ms', 250],
		['Try again later', undefined],
		['Retry with 2 messages', undefined],
	])('in words: %s', (words, ms) => {
		expect(waitIn(words)).toBe(ms);
	});

	it.each([
		['You have exhausted your capacity on this model. Your quota will reset after 2s.', 2],
		['Limit resets in 30s', 30],
		['please try again in about 30 seconds', 30],
		['Please wait at least 5 seconds', 5],
		['请在 30 秒后再试', 30],
		['请等待 5 分钟', 300],
		['Повторите через 30 секунд', 30],
		['Попробуйте через 2 минуты.', 120],
		['Reintente en 20 segundos', 20],
		['Réessayez dans 20 secondes', 20],
		['Bitte versuchen Sie es in 20 Sekunden erneut', 20],
		['20秒後に再試行してください', 20],
		['20초 후에 다시 시도하세요', 20],
		['Please slow down, 3 requests per 1m', undefined],
		['You may retry 3 more times', undefined],
		['每 60 秒最多 3 次请求', undefined],
		['Не больше 3 запросов за 60 секунд', undefined],
		['Máximo 3 solicitudes en 60 segundos', undefined],
	])('case 312: in other words: %s', (words, seconds) => {
		expect(waitIn(words)).toBe(seconds === undefined ? undefined : seconds * 1000);
	});

	it('is waited for where only the words tell it', async () => {
		const server = await serveAfter(1, { status: 429, body: '{"error":"Please try again in 2s."}' });
		const { waits, wait } = recordedWait();
		const outcome = await outcomeOf(createCompletion(requestTo(server), { wait }));
		expect(outcome).toMatchObject({ text: 'a', error: null });
		expect(waits).toEqual([2_000]);
	});
});

describe('case 297: one second try without what is refused', () => {
	const tried = async (message: string, name: string, more: Partial<CompletionRequest>, status?: number) => {
		const { bodies, ask } = await serveRefusing(message, (body: Body) => name in body, status);
		const { text: words, learned } = await ask(more);
		return { words, learned, times: bodies().length };
	};

	it.each([
		"'max_tokens' or 'max_completion_tokens' is too large: 8192. This model's maximum context length is 4096 tokens and your request has 12 input tokens.",
		"This model's maximum context length is 4097 tokens. However, you requested 4110 tokens (14 in the messages, 4096 in the completion).",
		'input length and `max_tokens` exceed context limit: 199000 + 8192 > 200000',
	])('the limit, where only with it the context is too small: %s', async (message) => {
		expect(await tried(message, 'max_tokens', { maxTokens: 8192 })).toEqual({
			words: 'a',
			learned: { without: ['max_tokens'] },
			times: 2,
		});
	});

	it('a context that is too small without a limit is one', async () => {
		const { words, times } = await tried("the model's maximum context length is 4096", 'messages', {});
		expect({ words, times }).toEqual({ words: '', times: 1 });
	});

	it.each([
		['min_p', 'Unrecognized request argument supplied: min_p', { min_p: 0.1 }],
		['top_k', "property 'top_k' is unsupported", { top_k: 5 }],
	])('a parameter that only some servers have: %s', async (name, message, extra) => {
		expect(await tried(message, name, { extra })).toMatchObject({ words: 'a', learned: { without: [name] } });
	});

	const asEffort = { endpoint: { quirks: { 'gpt-4': { dialect: 'effort' } } } };
	it.each([
		['"gemma3" does not support thinking', 'high'],
		['think value "low" is not supported for this model', 'low'],
		['Reasoning is mandatory for this endpoint and cannot be disabled.', 'off'],
	] as const)('effort, whatever it is called: %s', async (message, effort) => {
		const { server, ask } = await serveRefusing(message, (body) => 'reasoning_effort' in body);
		const outcome = await ask({ effort, endpoint: endpointAt(server.url, asEffort.endpoint) });
		expect(outcome.text).toBe('a');
	});

	it('of two that a complaint names, the first', async () => {
		const message =
			"gpt-5 models don't support temperature=0.5. Only temperature=1 is supported. For gpt-5.1, temperature is supported when reasoning_effort='none'";
		const { server, ask } = await serveRefusing(message, (body) => 'temperature' in body);
		const endpoint = endpointAt(server.url, asEffort.endpoint);
		const { learned } = await ask({ temperature: 0.5, effort: 'high', endpoint });
		expect(learned).toEqual({ dialect: 'effort', without: ['temperature'] });
	});
});

describe('case 298: what has no place here', () => {
	it.each([
		['Cloudflare', sse({ response: 'Hi', p: 'abc' })],
		['Hugging Face', sse({ token: { id: 1, text: 'Hi' }, generated_text: null })],
		['KoboldCpp', sse({ token: 'Hi', finish_reason: null })],
		['Dify', sse({ event: 'message', answer: 'Hi' })],
		['Baidu: case 311', sse({ sentence_id: 0, is_end: false, result: 'Hi', need_clear_history: false })],
		['Yandex: case 311', sse({ result: { alternatives: [{ message: { role: 'assistant', text: 'Hi' } }] } })],
		['Alibaba: case 311', sse({ output: { finish_reason: 'null', text: 'Hi' } })],
		['Triton: case 311', sse({ model_name: 'm', text_output: 'Hi' })],
		[
			'Coze: case 311',
			`event:conversation.message.delta\n${sse({ role: 'assistant', content: 'Hi', content_type: 'text' })}`,
		],
		['Cohere: case 311', '{"event_type":"stream-start"}\n{"event_type":"text-generation","text":"Hi"}\n'],
		['Cohere, whole: case 311', JSON.stringify({ text: 'Hi', generation_id: 'g' })],
		[
			'newer Cohere, whole: case 311',
			JSON.stringify({ message: { role: 'assistant', content: [{ type: 'text', text: 'Hi' }] } }),
		],
		[
			'Bedrock, whole: case 311',
			JSON.stringify({ output: { message: { role: 'assistant', content: [{ text: 'Hi' }] } } }),
		],
		['Cloudflare, whole', JSON.stringify({ result: { response: 'Hi' }, success: true })],
		['Hugging Face, whole', JSON.stringify([{ generated_text: 'Hi' }])],
	])('an answer in another protocol: %s', async (_, body) => {
		expect((await complete(body)).error?.code).toBe('wrong-protocol');
	});

	it('fields of those names behind an answer’s beginning are no other protocol', async () => {
		expect(await complete(text('Hi') + sse({ answer: 'x' }) + sse('[DONE]'))).toMatchObject({
			text: 'Hi',
			error: null,
		});
	});

	it.each([
		[
			'This is not a chat model and thus not supported in the v1/chat/completions endpoint.',
			'model-not-found',
		],
		['This model is only supported in v1/responses and not in v1/chat/completions.', 'model-not-found'],
		['"nomic-embed-text" does not support chat', 'model-not-found'],
		['No endpoints found matching your data policy (Free model publication).', 'model-not-found'],
		['No allowed providers are available for the selected model.', 'model-not-found'],
		['no router for requested model foo', 'model-not-found'],
		['Your API key was reported as leaked. Please use another API key.', 'unauthorized'],
		['ExceededTokenBudget: Current spend for token: 0.1; Max Budget for Token: 0.01', 'payment-needed'],
		['The model has crashed without additional information. (Exit code: 6)', 'server-error'],
		['Failed to load model "x". Error: insufficient system resources', 'server-error'],
	])('“%s” means %s', (message, code) => {
		expect(codeByWords({ message, labels: [] })).toBe(code);
	});
});
