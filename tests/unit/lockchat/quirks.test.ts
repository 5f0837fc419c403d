import { describe, expect, it } from 'vitest';
import type { ModelQuirks } from '../../../utils/lockchat/types.ts';
import { endpointAt } from './complete.ts';
import { type Body, serveRefusing } from './serve-refusing.ts';

const QUESTION = { role: 'user', content: 'Hi?' } as const;
const SYSTEM = { role: 'system', content: 'Be kind.' } as const;
const ANSWER = { role: 'assistant', content: 'Hello.', reasoning: 'A greeting.' } as const;

describe('a model that demands the reasoning of earlier answers', () => {
	const lacks = (field: string) => (body: Body) =>
		body.messages.some((message) => message.role === 'assistant' && !(field in message));

	it.each([
		['`reasoning_content` must be passed back', 'reasoning_content'],
		['Missing `reasoning_content` field in the assistant message at index 1', 'reasoning_content'],
		['messages.1: reasoning_details is required', 'reasoning_details'],
		['thinking must be passed back to the API', 'reasoning_content'],
		['助手消息必须回传 reasoning_content', 'reasoning_content'],
	])('case 70: is asked once more with it, in the field that it names: %s', async (message, field) => {
		const { ask, bodies } = await serveRefusing(message, lacks(field));
		const outcome = await ask({
			messages: [QUESTION, ANSWER, QUESTION, { ...ANSWER, reasoning: '' }, QUESTION],
		});
		expect(outcome).toMatchObject({ text: 'a', notes: ['reasoning-passed-back'] });
		expect(outcome.learned).toEqual({ reasoningField: field });
		expect(bodies()[0]?.messages.some((sent) => field in sent)).toBe(false);
		expect(bodies()[1]?.messages.map((sent) => sent[field])).toEqual([
			undefined,
			'A greeting.',
			undefined,
			'',
			undefined,
		]);
	});

	it('case 70: gets none of it unasked, and none any more once it refuses it', async () => {
		const { server, ask, bodies } = await serveRefusing('Unexpected field reasoning_content', (body) =>
			body.messages.some((message) => 'reasoning_content' in message),
		);
		await ask({ messages: [QUESTION, ANSWER, QUESTION] });
		expect(bodies()).toHaveLength(1);
		const known = { quirks: { 'gpt-4': { reasoningField: 'reasoning_content' } } };
		const outcome = await ask({
			endpoint: endpointAt(server.url, known),
			messages: [QUESTION, ANSWER, QUESTION],
		});
		expect(outcome).toMatchObject({ text: 'a', learned: { reasoningField: '' } });
	});
});

describe('a model without a system role', () => {
	it.each([
		'System role not supported',
		'system messages are not supported by this model',
		"Unsupported value: 'messages[0].role' does not support 'system' with this model.",
		'Developer instruction is not enabled for models/gemma-3-27b-it',
		'Conversation roles must alternate user/assistant/user/assistant/...',
		'Only user and assistant roles are supported!',
		'invalid role: system',
		'Системные сообщения не поддерживаются',
	])('case 82: gets the prompt in front of the first question: %s', async (message) => {
		const { ask, bodies } = await serveRefusing(message, ({ messages }) => messages[0]?.role === 'system');
		const outcome = await ask({ messages: [SYSTEM, QUESTION, ANSWER, QUESTION] });
		expect(outcome).toMatchObject({ text: 'a', notes: ['system-prompt-folded'], error: null });
		expect(outcome.learned).toEqual({ foldsSystemPrompt: true });
		expect(bodies()[1]?.messages).toEqual([
			{ role: 'user', content: 'Be kind.\n\nHi?' },
			{ role: 'assistant', content: 'Hello.' },
			{ role: 'user', content: 'Hi?' },
		]);
	});

	it('case 82: is not asked again where no prompt was sent', async () => {
		const { ask, bodies } = await serveRefusing('System role not supported', () => true);
		expect((await ask()).error?.code).toBe('bad-request');
		expect(bodies()).toHaveLength(1);
	});
});

describe('a server that refuses to go on from a partial answer', () => {
	const CUT = [QUESTION, { role: 'assistant', content: 'Once upon' }] as const;
	const endsWithAnswer = ({ messages }: Body) => messages.at(-1)?.role === 'assistant';

	it.each([
		'Assistant response prefill is incompatible with enable_thinking.',
		'This model does not support assistant message prefill. The conversation must end with a user message.',
		'The last message must have role `user`.',
		'Cannot set `add_generation_prompt` to True when the last message is from the assistant.',
		'最后一条消息必须是 user',
	])('case 78: is asked in words: %s', async (message) => {
		const { ask, bodies } = await serveRefusing(message, endsWithAnswer);
		const outcome = await ask({ messages: [...CUT] });
		expect(outcome).toMatchObject({ text: 'a', notes: ['continued-otherwise'], error: null });
		expect(outcome.learned).toEqual({ continuesBy: 'question' });
		expect(bodies()[1]?.messages.slice(0, 2)).toEqual(CUT);
		expect(bodies()[1]?.messages.at(-1)).toMatchObject({
			role: 'user',
			content: expect.stringContaining('"Once upon"'),
		});
	});

	it('case 78: is given a prefix where it asks for one', async () => {
		const message =
			'Expected last role User or Tool (or Assistant with prefix True) for serving but got assistant';
		const { ask, bodies } = await serveRefusing(message, ({ messages }) => messages.at(-1)?.prefix !== true);
		expect(await ask({ messages: [...CUT] })).toMatchObject({
			text: 'a',
			learned: { continuesBy: 'prefix' },
		});
		expect(bodies()[1]?.messages.at(-1)).toEqual({ ...CUT[1], prefix: true });
	});

	it('case 78: is asked in words where it refuses the prefix, too', async () => {
		const { ask, bodies } = await serveRefusing('prefix: the last role must be user', endsWithAnswer);
		expect(await ask({ messages: [...CUT] })).toMatchObject({
			text: 'a',
			learned: { continuesBy: 'question' },
		});
		expect(bodies()).toHaveLength(3);
	});
});

describe('what is remembered of a model', () => {
	it.each<[string, unknown]>([
		['nothing', undefined],
		['no record', 'temperature'],
		[
			'broken fields',
			{ without: 7, reasoningField: 1, continuesBy: 'magic', isUnstreamed: 'yes', future: 1 },
		],
		['a broken list', { without: [1, null] }],
	])('may be %s: then it is asked as usual', async (_, stored) => {
		const { server, ask, bodies } = await serveRefusing('', () => false);
		const quirks = { 'gpt-4': stored } as unknown as Record<string, Record<string, unknown>>;
		await ask({ endpoint: endpointAt(server.url, { quirks }), messages: [QUESTION] });
		expect(bodies()[0]).toEqual({
			model: 'gpt-4',
			messages: [QUESTION],
			temperature: 0.7,
			stream: true,
		});
	});

	it('holds for its own model alone', async () => {
		const { server, ask, bodies } = await serveRefusing('', () => false);
		const quirks: Record<string, ModelQuirks & Record<string, unknown>> = {
			'gpt-5': { without: ['temperature'], isUnstreamed: true },
		};
		await ask({ endpoint: endpointAt(server.url, { quirks }) });
		await ask({ endpoint: endpointAt(server.url, { quirks }), model: 'gpt-5' });
		expect(bodies().map(({ temperature, stream }) => [temperature, stream])).toEqual([
			[0.7, true],
			[undefined, false],
		]);
	});

	it('is told only when the other way was accepted', async () => {
		const { ask } = await serveRefusing('temperature is not supported', () => true);
		expect(await ask()).toMatchObject({ learned: null, notes: [] });
	});
});
