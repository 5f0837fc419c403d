import { describe, expect, it } from 'vitest';
import { createCompletion } from '../../../utils/lockchat/create-completion.ts';
import type { CompletionRequest } from '../../../utils/lockchat/types.ts';
import { DONE, outcomeOf, requestTo, STOP, sse, text } from './complete.ts';
import { serve } from './serve.ts';

type Body = Record<string, unknown> & { messages: Record<string, unknown>[] };
type Way = readonly [way: string, status: number];

/** The same complaint as a status, and as an event of a stream that claims success. */
const WAYS: readonly Way[] = [
	['as a status', 400],
	['in a stream', 200],
];

/** Asks a server that refuses, in this way, what `isRefused` finds in a request's body. */
async function askRefusing(
	complaint: unknown,
	isRefused: (body: Body) => boolean,
	{ status, ...more }: Partial<CompletionRequest> & { status: number },
) {
	const error = typeof complaint === 'string' ? { error: { message: complaint } } : complaint;
	const server = await serve((response, asked) => {
		const body: Body = JSON.parse(asked.body);
		const answer = body.stream
			? text('a') + STOP + DONE
			: JSON.stringify({ choices: [{ message: { content: 'a' } }] });
		const refusal = status === 200 ? sse(error) + DONE : JSON.stringify(error);
		const refuses = isRefused(body);
		response.writeHead(refuses ? status : 200, {
			'content-type': body.stream ? 'text/event-stream' : 'application/json',
		});
		response.end(refuses ? refusal : answer);
	});
	return outcomeOf(createCompletion(requestTo(server, more)));
}

const QUESTION = { role: 'user', content: 'Hi?' } as const;
const ANSWER = { role: 'assistant', content: 'Hello.', reasoning: 'A greeting.' } as const;
const SYSTEM = { role: 'system', content: 'Be kind.' } as const;

describe.each(WAYS)('a refusal %s', (_, status) => {
	it.each<[unknown, string, Partial<CompletionRequest>]>([
		['La température est fixée à 1', 'temperature', {}],
		['Temperatur wird nicht unterstützt', 'temperature', {}],
		['temperatura no es compatible con este modelo', 'temperature', {}],
		[{ error: { message: 'Unsupported value', param: 'temperature' } }, 'temperature', {}],
		[{ error: { message: 'Not permitted', loc: ['body', 'temperature'] } }, 'temperature', {}],
		[{ message: 'Validation failed', errors: { temperature: ['must be 1'] } }, 'temperature', {}],
		[
			{ error: { message: 'Invalid', details: [{ field: 'temperature', message: 'no' }] } },
			'temperature',
			{},
		],
		[{ error: { message: 'Bad', innererror: { message: 'temperature unsupported' } } }, 'temperature', {}],
		['topP is not supported', 'top_p', { topP: 0.5 }],
		[{ error: { message: 'Unsupported parameter', param: 'stop' } }, 'stop', { stop: ['x'] }],
		['argument not supported with this model: stop', 'stop', { stop: ['x'] }],
		['max_new_tokens must be <= 4096. Got: 9000', 'max_tokens', { maxTokens: 9000 }],
		['maxTokens is not supported', 'max_tokens', { maxTokens: 9 }],
	])('case 73: of a parameter names it in any field or language: %j', async (complaint, name, more) => {
		const outcome = await askRefusing(complaint, (body) => name in body, { status, ...more });
		expect(outcome).toMatchObject({ text: 'a', error: null });
	});

	it.each([
		'参数缺失: messages[1].reasoning_content',
		'reasoning_content 不能为空',
		'Please include reasoning_content of the previous turns',
		'No reasoning_content was found in messages[1]',
		'поле reasoning_content отсутствует',
		{ error: { message: 'Missing required parameter', param: 'messages[1].reasoning_content' } },
	])('case 70: for want of earlier reasoning is understood: %j', async (complaint) => {
		const lacks = ({ messages }: Body) =>
			messages.some((sent) => sent.role === 'assistant' && !('reasoning_content' in sent));
		const messages = [QUESTION, ANSWER, QUESTION];
		expect(await askRefusing(complaint, lacks, { status, messages })).toMatchObject({
			text: 'a',
			notes: ['reasoning-passed-back'],
		});
	});

	it.each([
		"messages.0.role: Input should be 'user' or 'assistant'",
		"only 'user' and 'assistant' roles are allowed",
		"Invalid value: 'system'. Supported values are: 'user' and 'assistant'.",
		'Conversation must start with a user message',
		'The first message must be from the user',
		'expected role user, got system',
		'system_instruction is not supported',
		'System prompts are disabled for this model',
		'不支持系统消息',
		'роль system не поддерживается',
		"El rol 'system' no es compatible",
		{ detail: [{ loc: ['body', 'messages', 0, 'role'], msg: "Input should be 'user' or 'assistant'" }] },
	])('case 82: of the system role is understood: %j', async (complaint) => {
		const messages = [SYSTEM, QUESTION];
		const refuses = (body: Body) => body.messages[0]?.role === 'system';
		expect(await askRefusing(complaint, refuses, { status, messages })).toMatchObject({
			text: 'a',
			notes: ['system-prompt-folded'],
		});
	});

	it.each([
		'Cannot have 2 or more assistant messages at the end of the list.',
		'assistant messages cannot be last',
		'The conversation must finish with a user turn',
		'A conversation must not end with an assistant message',
		'Cannot continue from an assistant message',
		'Last content role must be user',
		'messages[-1].role: must be user',
		'Последним должно быть сообщение пользователя',
		'对话必须以 user 消息结尾',
		'El último mensaje debe ser del usuario',
	])('case 78: to go on is understood: %s', async (complaint) => {
		const messages = [QUESTION, { role: 'assistant', content: 'Once upon' } as const];
		const refuses = (body: Body) => body.messages.at(-1)?.role === 'assistant';
		expect(await askRefusing(complaint, refuses, { status, messages })).toMatchObject({
			text: 'a',
			notes: ['continued-otherwise'],
		});
	});
});

describe('a refusal', () => {
	it.each([409, 412, 415, 417, 502])('case 73: with status %d is believed', async (status) => {
		const outcome = await askRefusing('temperature is not supported', (body) => 'temperature' in body, {
			status,
		});
		expect(outcome).toMatchObject({ text: 'a', error: null });
	});

	it.each([
		'Streaming disabled for this key',
		'stream=true is not allowed',
		'Only non-streaming requests are supported',
		'Please set stream to false',
		'Organization must be verified for streaming',
		'流式输出暂不支持',
		'потоковая передача не поддерживается',
		{ error: { message: 'Unsupported value', param: 'stream' } },
	])('case 84: to stream is understood: %j', async (complaint) => {
		expect(await askRefusing(complaint, ({ stream }) => stream === true, { status: 400 })).toMatchObject({
			text: 'a',
			notes: ['asked-unstreamed'],
		});
	});
});
