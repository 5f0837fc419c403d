import { describe, expect, it } from 'vitest';
import { complete, DONE, delta, STOP, sse, text } from './complete.ts';

const END = STOP + DONE;
const chunk = (choice: Record<string, unknown>, more: Record<string, unknown> = {}): string =>
	sse({ choices: [{ index: 0, finish_reason: null, ...choice }], ...more });

describe('case 291: words in events that others would not send', () => {
	it.each([
		['a delta that is a text', chunk({ delta: 'Hel' }) + chunk({ delta: 'lo' }), 'Hello'],
		['a token that has become a number', text('x = ') + chunk({ delta: { content: 42 } }), 'x = 42'],
		[
			'a tab that is not escaped',
			`data: {"choices":[{"delta":{"content":"a\tb"}}]}\n\n${text('c')}`,
			'a\tbc',
		],
		[
			'a line end that is not escaped',
			`data: {"choices":[{"delta":{"content":"a\nb"}}]}\n\n${text('c')}`,
			'a\nbc',
		],
	])('%s', async (_, body, words) => {
		expect(await complete(body + END)).toMatchObject({ text: words, ends: ['stop'], notes: [], error: null });
	});
});

describe('case 292: an end that an event of JSON tells', () => {
	const ends = [
		{ type: 'done' },
		{ done: true },
		{ event: 'end' },
		{ status: 'completed' },
		{ type: 'message_end' },
	];

	it.each(ends)('%j makes the answer whole', async (event) => {
		expect(await complete(text('Hi') + sse(event))).toMatchObject({ text: 'Hi', ends: [null], error: null });
	});

	it.each(ends)('%j amid the words ends nothing', async (event) => {
		const { text: words, error } = await complete(text('a') + sse(event) + text('b'));
		expect(words).toBe('ab');
		expect(error?.code).toBe('interrupted');
	});
});

describe('case 293 and case 311: why an answer ended, in other words', () => {
	it.each([
		['model_context_window_exceeded', 'length'],
		['contextLengthReached', 'length'],
		['maxPredictedTokensReached', 'length'],
		['token_limit_reached', 'length'],
		[{ type: 'length', length: 10 }, 'length'],
		['BLOCKLIST', 'content_filter'],
		['SPII', 'content_filter'],
		['content_policy_violation', 'content_filter'],
		['stop_sequence', 'stop'],
		['blacklist', 'content_filter'],
		['TRUNCATED', 'length'],
		['incomplete', 'length'],
		['eosFound', 'eosFound'],
	])('%j means %s', async (reason, meant) => {
		const { ends } = await complete(text('Hi') + chunk({ delta: {}, finish_reason: reason }) + DONE);
		expect(ends).toEqual([meant]);
	});

	it.each([
		['beside the delta', { delta: {}, finish_details: { type: 'max_tokens' } }],
		['in the delta', { delta: { finish_reason: 'length' } }],
	])('is found %s', async (_, choice) => {
		expect((await complete(text('Hi') + chunk(choice) + DONE)).ends).toEqual(['length']);
	});

	it.each(['abort', 'cancelled', 'failed', 'exception', 'timeout', 'ERROR_LIMIT', 'engine_overloaded'])(
		'%s is a failure',
		async (reason) => {
			const { text: words, error } = await complete(
				text('Hi') + chunk({ delta: {}, finish_reason: reason }) + DONE,
			);
			expect(words).toBe('Hi');
			expect(error).toMatchObject({ detail: reason });
		},
	);
});

describe('case 294: an error beside the words', () => {
	it.each([
		'null',
		'None',
		'false',
		'ok',
		[[]],
		{ code: 0, message: '' },
		{ code: 0, message: 'success' },
		{ code: null, message: null },
	])('%j is none', async (error) => {
		const outcome = await complete(chunk({ delta: { content: 'Hi' } }, { error }) + END);
		expect(outcome).toMatchObject({ text: 'Hi', ends: ['stop'], error: null });
	});

	it('is none where it tells of a tool that is used meanwhile', async () => {
		const outcome = await complete(sse({ type: 'tool_call', message: 'Calling a tool' }) + text('Hi') + END);
		expect(outcome).toMatchObject({ text: 'Hi', error: null });
	});

	it.each([
		{ level: 'warning', message: 'slow' },
		{ type: 'notice', message: 'Another model answers' },
		{ message: 'Tool called successfully.' },
	])('case 311: %j amid the words is none', async (event) => {
		expect(await complete(text('a') + sse(event) + text('b') + END)).toMatchObject({
			text: 'ab',
			error: null,
		});
	});

	it('case 311: as Python prints it is told in its words', async () => {
		const body = `${text('a')}data: {'error': {'message': 'The model is overloaded', 'code': 503}}\n\n`;
		const { text: words, error } = await complete(body);
		expect([words, error?.code]).toEqual(['a', 'overloaded']);
	});

	it.each([{ code: 500 }, 'boom', 1, ['boom']])('%j is one', async (error) => {
		const outcome = await complete(chunk({ delta: { content: 'Hi' } }, { error }) + END);
		expect(outcome).toMatchObject({ text: 'Hi', error: { code: 'server-error' } });
	});
});

describe('case 238: how many tokens it took', () => {
	const counts = { prompt_tokens: 5, completion_tokens: 7, total_tokens: 12 };
	const end = { delta: {}, finish_reason: 'stop' };

	it.each([
		['in the choice (Moonshot)', chunk({ ...end, usage: counts })],
		['in `x_groq`', chunk(end, { x_groq: { usage: counts } })],
		['by other names', chunk(end, { usage: { input_tokens: 5, output_tokens: 7 } })],
		['as texts', chunk(end, { usage: { prompt_tokens: '5', completion_tokens: '7' } })],
		[
			'with zeros behind it',
			chunk(end, { usage: counts }) + sse({ choices: [], usage: { prompt_tokens: 0 } }),
		],
	])('%s', async (_, body) => {
		const { usages } = await complete(text('Hi') + body + DONE);
		expect(usages).toEqual([{ promptTokens: 5, completionTokens: 7, totalTokens: 12 }]);
	});

	it.each([
		['by the name of the Responses', { ...counts, output_tokens_details: { reasoning_tokens: 3 } }],
		['beside the others (Perplexity)', { ...counts, reasoning_tokens: 3 }],
	])('case 311: of which reasoning, %s', async (_, usage) => {
		const { usages } = await complete(text('Hi') + chunk(end, { usage }) + DONE);
		expect(usages[0]?.reasoningTokens).toBe(3);
	});

	it('and what it cost, where that is an object (Perplexity)', async () => {
		const usage = { ...counts, cost: { total_cost: 0.006 } };
		expect((await complete(text('Hi') + chunk(end, { usage }) + DONE)).usages[0]?.cost).toBe(0.006);
	});
});

describe('case 299: reasoning', () => {
	it.each([
		'<|inner_prefix|>plan<|inner_suffix|>Answer',
		'<thought>plan</thought><output>Answer</output>',
		'<think>plan</think><response>Answer</response>',
		'<think>plan</think><final_answer>Answer</final_answer>',
	])('between tags, cut anywhere, and the answer’s own tags: %s', async (whole) => {
		const outcome = await complete([...whole].map(text).join('') + END);
		expect(outcome).toMatchObject({ text: 'Answer', reasoning: 'plan', error: null });
	});

	it.each([
		'<think:opensource>plan</think:opensource>Answer',
		'plan\n</think:opensource>\nAnswer',
		'<think_never_used_51bce0c785ca2f68081bfa7d91973934>plan</think_never_used_51bce0c785ca2f68081bfa7d91973934>Answer',
		'<think>plan</think><|begin_of_box|>Answer<|end_of_box|>',
	])('case 316: between the tags of Hunyuan, Doubao and GLM, cut anywhere: %s', async (whole) => {
		for (const body of [text(whole), [...whole].map(text).join('')]) {
			const outcome = await complete(body + END);
			expect(outcome.reasoning.trim()).toBe('plan');
			expect(outcome).toMatchObject({ text: 'Answer', error: null });
		}
	});

	it('case 316: GLM’s box in the middle of words is one of them', async () => {
		const words = 'GLM writes <|begin_of_box|>42<|end_of_box|> there.';
		expect(await complete(text(words) + END)).toMatchObject({ text: words });
	});

	it.each([
		'reasoning_delta',
		'thinking_delta',
		'internal_thoughts',
		'thought_process',
		'thinkingContent',
		'reasoning_parts',
	])('in a field of its own: %s', async (field) => {
		const outcome = await complete(sse(delta({ [field]: 'plan' })) + text('Answer') + END);
		expect(outcome).toMatchObject({ text: 'Answer', reasoning: 'plan' });
	});

	it.each([
		'reasoning_signature',
		'reasoning_opaque',
		'thinking_id',
		'reasoning_tokens',
		'thought_signature',
	])('is none in %s', async (field) => {
		const outcome = await complete(sse(delta({ [field]: 'x1' })) + text('Answer') + END);
		expect(outcome).toMatchObject({ text: 'Answer', reasoning: '' });
	});
});
