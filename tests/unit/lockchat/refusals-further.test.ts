import { describe, expect, it } from 'vitest';
import type { CompletionRequest } from '../../../utils/lockchat/types.ts';
import { type Body, serveRefusing } from './serve-refusing.ts';

const QUESTION = { role: 'user', content: 'Hi?' } as const;
const ANSWER = { role: 'assistant', content: 'Hello.', reasoning: 'A greeting.' } as const;
const SYSTEM = { role: 'system', content: 'Be kind.' } as const;
const EFFORT_FIELDS = [
	'reasoning_effort',
	'chat_template_kwargs',
	'enable_thinking',
	'thinking',
	'reasoning',
];

/** What a refused request has, what it is asked with, and the words of many servers for it. */
const REFUSALS: [string, (body: Body) => boolean, Partial<CompletionRequest>, string[]][] = [
	[
		'a stream',
		({ stream }) => stream === true,
		{},
		[
			'InvokeModelWithResponseStream is not supported for this model',
			'ストリーミングはサポートされていません',
			'스트리밍은 지원되지 않습니다',
		],
	],
	[
		'a system prompt',
		({ messages }) => messages[0]?.role === 'system',
		{ messages: [SYSTEM, QUESTION] },
		[
			'invalid params, chat content has system role',
			'the role of message with odd index in the messages must be user or function',
			"body.messages.0.role: unexpected value; permitted: 'user', 'assistant'",
			'messages 参数非法。role 只支持 user 和 assistant',
			'messages 第一条消息必须为 user',
			'Please ensure that multiturn requests alternate between user and model.',
			'システムロールはサポートされていません',
			'시스템 역할은 지원되지 않습니다',
		],
	],
	[
		'Continue from the own words',
		({ messages }) => messages.at(-1)?.role === 'assistant',
		{ messages: [QUESTION, ANSWER] },
		[
			'messages.1: thinking must start with a thinking block when `thinking` is enabled',
			'Expected `thinking` or `redacted_thinking`, but found `text`. When `thinking` is enabled, a final `assistant` message must start with a thinking block',
		],
	],
	[
		'a share of the likeliest words',
		(body) => 'top_p' in body,
		{ topP: 0.5 },
		['nucleus sampling is not supported'],
	],
	[
		'a count of tokens',
		(body) => 'stream_options' in body,
		{ includeUsage: true },
		['stream options not allowed'],
	],
	[
		'words that end an answer',
		(body) => 'stop' in body,
		{ stop: ['x'] },
		['body.stop: str type expected', 'stopSequences not supported'],
	],
	[
		'an effort',
		(body) => EFFORT_FIELDS.some((name) => name in body),
		{ effort: 'high' },
		[
			'Unknown name "chatTemplateKwargs"',
			'该模型不支持思考',
			'推理强度参数不支持',
			'Модель не поддерживает рассуждения',
		],
	],
];

describe.each(REFUSALS)('case 310: a refusal of %s', (_, isRefused, request, complaints) => {
	it.each(complaints)('has the second try that it asks for: %s', async (complaint) => {
		const { ask } = await serveRefusing(complaint, isRefused);
		expect(await ask(request)).toMatchObject({ text: 'a', error: null });
	});
});

it('case 310: a stream that a gateway refuses with a broken server’s status is asked for as a whole', async () => {
	const { ask } = await serveRefusing(
		'NotImplementedError: streaming not supported',
		({ stream }) => stream === true,
		500,
	);
	expect(await ask()).toMatchObject({ text: 'a', learned: { isUnstreamed: true } });
});
