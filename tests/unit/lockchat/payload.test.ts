import { describe, expect, it } from 'vitest';
import { createCompletion } from '../../../utils/lockchat/create-completion.ts';
import { complete, DONE, delta, outcomeOf, requestTo, STOP, sse, text } from './complete.ts';
import { serve, serveBody } from './serve.ts';

const END = STOP + DONE;
const finish = (reason: string | null) => sse(delta({}, { finish_reason: reason }));

describe('a chunk', () => {
	it.each([
		['a role', { role: 'assistant' }],
		['content null', { role: 'assistant', content: null }],
		['empty content', { content: '' }],
		['no fields', {}],
	])('case 15: with only %s shows nothing', async (_, fields) => {
		const { texts, ends } = await complete(sse(delta(fields)) + text('a') + sse(delta(fields)) + END);
		expect(texts).toEqual(['a']);
		expect(ends).toEqual(['stop']);
	});

	it('case 16: of a single space keeps it', async () => {
		expect((await complete(text('a') + text(' ') + text('b') + END)).texts).toEqual(['a', ' ', 'b']);
		expect((await complete(text(' ') + END)).text).toBe(' ');
	});

	it('case 18: of Azure with filter results first is passed over', async () => {
		const first = { choices: [], prompt_filter_results: [{ prompt_index: 0, content_filter_results: {} }] };
		expect(await complete(sse(first) + text('a') + END)).toMatchObject({ texts: ['a'], ends: ['stop'] });
	});

	it('case 19: without a delta is passed over', async () => {
		const bare = sse({ choices: [{ index: 0, finish_reason: null }] });
		expect(await complete(bare + text('a') + bare + END)).toMatchObject({ texts: ['a'], error: null });
	});

	it.each([
		{ reasoning_content: '', reasoning: 'Hm' },
		{ reasoning_content: null, reasoning: 'Hm' },
		{ reasoning: '', reasoning_details: [{ type: 'reasoning.text', text: 'Hm' }] },
		{ reasoning: 'Hm', reasoning_details: [{ type: 'reasoning.text', text: 'Hm' }] },
		{
			reasoning_details: [
				{ type: 'reasoning.summary', summary: 'Hm' },
				{ type: 'reasoning.encrypted', data: 'x' },
			],
		},
		{ thinking: 'Hm' },
		{ thoughts: 'Hm' },
		{ thinking_blocks: [{ type: 'thinking', thinking: 'Hm' }] },
		{ reasoning: { content: 'Hm' } },
	])('case 81: whose reasoning is %j has it from the first field that is not empty', async (fields) => {
		expect(await complete(sse(delta({ ...fields, content: 'a' })) + END)).toMatchObject({
			reasoning: 'Hm',
			text: 'a',
		});
		const message = { role: 'assistant', content: 'a', ...fields };
		expect(await complete(JSON.stringify({ choices: [{ message }] }))).toMatchObject({
			reasoning: 'Hm',
			text: 'a',
		});
	});

	it('case 20: whose content is a list tells thoughts from text, among chunks with plain content', async () => {
		const list = [
			{ type: 'thinking', thinking: [{ type: 'text', text: 'Hm' }] },
			{ type: 'text', text: 'A' },
			{ type: 'reference', reference_ids: [1] },
		];
		const outcome = await complete(
			sse(delta({ content: list })) +
				sse(delta({ content: [{ type: 'thinking', thinking: 'm' }] })) +
				text('b') +
				sse(delta({ content: [{ type: 'text', text: 'c' }] })) +
				END,
		);
		expect(outcome).toMatchObject({ text: 'Abc', reasoning: 'Hmm', ends: ['stop'] });
	});

	it.each(['reasoning_content', 'reasoning'])(
		'case 21: with %s reasons, and does not answer',
		async (field) => {
			const outcome = await complete(
				sse(delta({ [field]: 'Hm' })) + sse(delta({ [field]: 'm', content: null })) + text('a') + END,
			);
			expect(outcome).toMatchObject({ text: 'a', reasoning: 'Hmm', ends: ['stop'] });
		},
	);

	it('case 21: that says its reasoning in both fields is heard once', async () => {
		expect(
			(await complete(sse(delta({ reasoning: 'Hm', reasoning_content: 'Hm' })) + text('a') + END)).reasoning,
		).toBe('Hm');
	});

	it('case 21: of nothing but reasoning is no answer', async () => {
		const outcome = await complete(sse(delta({ reasoning_content: 'Hm' })) + END);
		expect(outcome).toMatchObject({ text: '', reasoning: 'Hm', ends: [] });
		expect(outcome.error?.code).toBe('reasoning-only');
	});

	it('case 21: of reasoning and then blank lines is no answer either', async () => {
		const outcome = await complete(sse(delta({ reasoning_content: 'Hm' })) + text('\n\n') + END);
		expect(outcome).toMatchObject({ ends: [], error: { code: 'reasoning-only' } });
	});

	it.each([
		['in one piece', ['<think>Hm</think>a']],
		['split', ['<th', 'ink>H', 'm</', 'thi', 'nk>', 'a']],
		['one character at a time', [...'<think>Hm</think>a']],
		['after blank lines', ['\n', ' <think>Hm', '</think>a']],
		['twice', ['<think>H</think>\n<think>m</think>a']],
	])('case 22: with <think> tags %s reasons between them', async (_, pieces) => {
		const outcome = await complete(pieces.map(text).join('') + END);
		expect(outcome).toMatchObject({ text: expect.stringMatching(/^\s*a$/), ends: ['stop'] });
		expect(outcome.reasoning.replaceAll('\n', '')).toBe('Hm');
	});

	it('case 22: with blank lines after </think> begins its answer with the answer', async () => {
		const outcome = await complete(text('<think>Hm</think>') + text('\n\n') + text('\n a') + END);
		expect(outcome).toMatchObject({ text: 'a', reasoning: 'Hm\n\n\n ', ends: ['stop'] });
	});

	it.each([
		['never closed', ['<think>', 'Hm <b', '> </thin'], { reasoning: 'Hm <b> </thin', text: '' }],
		['never whole', ['<thin'], { reasoning: '', text: '<thin' }],
		['of another name', ['<thin', 'g>a'], { reasoning: '', text: '<thing>a' }],
		[
			'in the middle of an answer',
			['Use <think>', ' as a tag</think>'],
			{ reasoning: '', text: 'Use <think> as a tag</think>' },
		],
	])('case 22: loses nothing of <think> tags %s', async (_, pieces, expected) => {
		expect(await complete(pieces.map(text).join('') + END)).toMatchObject(expected);
		const cut = await complete(pieces.map(text).join(''));
		expect(cut).toMatchObject(expected);
		expect(cut.error?.code).toBe('interrupted');
	});

	it('case 22: loses nothing of what was held back when the answer fails', async () => {
		const malformed = await complete(text('<thin') + sse('{"no'));
		expect(malformed).toMatchObject({ text: '<thin', error: { code: 'malformed' } });
		const server = await serve((response) => {
			response.writeHead(200, { 'content-type': 'text/event-stream' });
			response.write(text('<thin'), () => response.destroy());
		});
		const broken = await outcomeOf(createCompletion(requestTo(server)));
		expect(broken).toMatchObject({ text: '<thin', error: { code: 'interrupted' } });
		const whole = { choices: [{ message: { content: '<thin' } }], error: { message: 'No.' } };
		expect(await complete(JSON.stringify(whole))).toMatchObject({ text: '<thin', error: { detail: 'No.' } });
	});

	it('case 23: with a refusal refuses', async () => {
		const outcome = await complete(sse(delta({ refusal: 'I ' })) + sse(delta({ refusal: 'won’t.' })) + END);
		expect(outcome).toMatchObject({ text: '', refusal: 'I won’t.', ends: ['stop'], error: null });
	});

	it.each([
		{ tool_calls: [{ index: 0, id: 'c', type: 'function', function: { name: 'f', arguments: '{}' } }] },
		{ function_call: { name: 'f', arguments: '{}' } },
	])('case 24: of nothing but %j is not supported', async (fields) => {
		const outcome = await complete(sse(delta({ content: null, ...fields })) + finish('tool_calls') + DONE);
		expect(outcome).toMatchObject({ text: '', ends: [] });
		expect(outcome.error?.code).toBe('tools-unsupported');
	});

	it('case 24: with tool calls beside a text keeps the text', async () => {
		const body = text('a') + sse(delta({ tool_calls: [{ index: 0 }] })) + finish('tool_calls') + DONE;
		expect(await complete(body)).toMatchObject({ text: 'a', ends: ['tool_calls'], error: null });
	});

	it.each([
		[{ tool_calls: [{ index: 0, function: { name: 'search' } }] }],
		[{ function_call: { name: 'search', arguments: '{}' } }],
	])('case 24: tells of the tools that were asked for beside a text: %j', async (fields) => {
		const more = sse(delta({ tool_calls: [{ index: 0, function: { arguments: '{}' } }] }));
		for (const body of [
			text('a') + sse(delta(fields)) + more + finish('tool_calls') + DONE,
			JSON.stringify({ choices: [{ message: { content: 'a', ...fields }, finish_reason: 'tool_calls' }] }),
		]) {
			const server = await serveBody(body);
			const events: unknown[] = [];
			for await (const event of createCompletion(requestTo(server))) events.push(event);
			expect(events).toContainEqual({ type: 'note', note: { code: 'tools-asked', names: ['search'] } });
		}
	});

	it.each(['length', 'content_filter'])('case 25: that finishes with "%s" says so', async (reason) => {
		expect(await complete(text('a') + finish(reason) + DONE)).toMatchObject({ text: 'a', ends: [reason] });
	});

	it('case 25: that is filtered before its first word says so too', async () => {
		expect(await complete(finish('content_filter') + DONE)).toMatchObject({
			ends: ['content_filter'],
			error: null,
		});
	});

	it.each([
		['eos', 'eos'],
		['', null],
		['something_new', 'something_new'],
		[null, null],
	])('case 26: that finishes with %j before [DONE] is complete', async (reason, told) => {
		expect(await complete(text('a') + finish(reason) + DONE)).toMatchObject({
			text: 'a',
			ends: [told],
			error: null,
		});
	});

	it('case 27: that finishes again finishes once', async () => {
		const body = text('a') + finish('length') + finish('stop') + sse({ choices: [] }) + finish('stop') + DONE;
		expect(await complete(body)).toMatchObject({ text: 'a', ends: ['length'] });
	});

	it('case 28: of another choice is left out', async () => {
		const other = sse(delta({ content: 'X' }, { index: 1, finish_reason: 'length' }));
		const both = {
			choices: [
				{ index: 1, delta: { content: 'Y' } },
				{ index: 0, delta: { content: 'b' } },
			],
		};
		const unnumbered = sse({ choices: [{ delta: { content: 'c' } }] });
		const outcome = await complete(text('a') + other + sse(both) + unnumbered + END);
		expect(outcome).toMatchObject({ texts: ['a', 'b', 'c'], ends: ['stop'] });
	});

	it.each([
		['in place of deltas', [{ message: { role: 'assistant', content: 'ab' } }]],
		['piece by piece', [{ message: { content: 'a' } }, { message: { content: 'b' } }]],
		['beside a delta', [{ delta: { content: 'ab' }, message: { content: 'ab' } }]],
		['beside an empty delta', [{ delta: {}, message: { content: 'ab' } }]],
		[
			'again at the end',
			[{ delta: { content: 'a' } }, { delta: { content: 'b' } }, { message: { content: 'ab' } }],
		],
		[
			'again beside an empty delta',
			[{ delta: { content: 'ab' } }, { delta: {}, message: { content: 'ab' } }],
		],
	])('case 29: with a message %s is shown once', async (_, choices) => {
		const body = choices.map((choice) => sse({ choices: [{ index: 0, ...choice }] })).join('') + DONE;
		expect(await complete(body)).toMatchObject({ text: 'ab', ends: [null] });
	});
});
