import { describe, expect, it } from 'vitest';
import { createCompletion } from '../../../utils/lockchat/create-completion.ts';
import { complete, DONE, delta, outcomeOf, requestTo, STOP, sse, text } from './complete.ts';
import { serve } from './serve.ts';

const END = STOP + DONE;
const chunk = (content: string) => JSON.stringify(delta({ content }));
const answer = { choices: [{ message: { content: 'ab' }, finish_reason: 'stop' }] };

describe('the framing of a stream', () => {
	it.each([
		...[
			'null',
			'[]',
			'""',
			'0',
			'true',
			'ping',
			'[PING]',
			'keep-alive',
			'[KEEP_ALIVE]',
			'HEARTBEAT',
			'1700000000',
			'None',
			'"ping"',
		].map((word) => [`between ${word}`, `data: ${word}\n\n${text('a')}data: ${word}\n\n${text('b')}${END}`]),
		...['[[]]', '[null]', 'OK', ': ping', '[START]', 'waiting', '..', 'NaN', '{"type":"ping"}'].map(
			(word) => [`between ${word}: case 219`, `${text('a')}data: ${word}\n\n${text('b')}${END}`],
		),
		...['DONE', '<DONE>', '[[DONE]]', '[END]', '[EOF]', '[STOP]', '[DONE]\\n'].map((end) => [
			`ended by ${end}: case 219`,
			`${text('ab')}data: ${end}\n\n`,
		]),
		['ended by DONE without its field or its brackets: case 219', `${text('ab')}DONE\n\n`],
		['with lists in a list: case 219', `data: [[${chunk('a')}],[${chunk('b')}]]\n\n${END}`],
		['ended by [done]', `${text('ab')}data: [done]\n\n`],
		['ended by [DONE] in quotation marks', `${text('ab')}data: "[DONE]"\n\n`],
		['ended by [DONE] without its field', `${text('ab')}[DONE]\n\n`],
		['ended by such a line right below the last event', `${text('ab').trimEnd()}\n[DONE]`],
		['ended by an event of that name', `${text('ab')}event: done\ndata: {}\n\n`],
		['ended by an event whose data says nothing', `${text('ab')}event: end\ndata: null\n\n`],
		['ended by an event of prose', `${text('ab')}event: close\ndata: Stream finished\n\n`],
		['ended within a list', `data: [${chunk('ab')},"[DONE]"]\n\n`],
		['with its JSON in a text', `data: ${JSON.stringify(chunk('ab'))}\n\n${END}`],
		[
			'in envelopes',
			`${['a', 'b'].map((word) => sse({ code: 0, data: delta({ content: word }) })).join('')}${END}`,
		],
		['with the end in the last event', `data: ${chunk('ab')} [DONE]\n\n`],
		['with a comma behind an event', `data: ${chunk('ab')},\n\n${END}`],
		['with commas between glued events', `data: ${chunk('a')}, ${chunk('b')}\n\n${END}`],
		['with several chunks in an array', `data: [${chunk('a')},${chunk('b')}]\n\n${END}`],
		[
			'with numbers that only Python writes',
			`data: {"choices":[{"delta":{"content":"ab"},"logprobs":[NaN,-Infinity]}]}\n\n${END}`,
		],
	])('case 208: of another habit is read: %s', async (_, body) => {
		for (const whole of [body, body.replaceAll('\n', '\r\n'), [...body]]) {
			expect(await complete(whole)).toMatchObject({ text: 'ab', notes: [], error: null });
		}
	});

	it.each(['[DONE]\n', `${text('').trimEnd()}\n[done]\n`])(
		'case 208: ends by such a line although the connection stays open: %j',
		async (end) => {
			const server = await serve((response) => {
				response.writeHead(200, { 'content-type': 'text/event-stream' });
				response.write(text('ab') + end);
			});
			expect(await outcomeOf(createCompletion(requestTo(server)))).toMatchObject({ text: 'ab', error: null });
		},
	);

	it('case 208: tells of an error in the event that ends it', async () => {
		const body = `${text('ab')}event: end\ndata: Error: upstream connection reset\n\n`;
		expect((await complete(body)).error).toMatchObject({ code: 'server-error' });
	});

	it('case 208: changes nothing in the words that look like such a number', async () => {
		const body = 'data: {"choices":[{"delta":{"content":"a \\"NaN, Infinity"},"x":NaN}]}\n\n';
		expect(await complete(body + END)).toMatchObject({ text: 'a "NaN, Infinity', error: null });
	});

	it.each([
		['an array of chunks', JSON.stringify([delta({ content: 'a' }), delta({ content: 'b' })])],
		['an array that begins with something else', JSON.stringify([{ id: 'x' }, answer])],
		['an envelope named data', JSON.stringify({ code: 0, msg: 'ok', data: answer })],
		['an envelope named result', JSON.stringify({ success: true, errors: [], result: answer })],
	])('case 208: that is %s is an answer', async (_, body) => {
		expect(await complete(body)).toMatchObject({ text: 'ab', error: null });
	});
});

const inLists = `${'['.repeat(50_000)}"x"${']'.repeat(50_000)}`;

describe('what holds the choices', () => {
	it('case 219: of lists within lists without end is a failure in words', async () => {
		expect((await complete(`data: ${inLists}\n\n${END}`)).error?.code).toBe('malformed');
	});

	it.each<[string, (chunk: object) => object]>([
		['data', (data) => ({ data })],
		['result', (result) => ({ ok: true, result })],
		['an envelope of any name', (payload) => ({ id: 1, payload })],
		['two envelopes', (data) => ({ data: { data } })],
		['a list', (data) => ({ data: [data] })],
		['JSON in a text', (data) => ({ data: JSON.stringify(data) })],
	])('case 225: is %s', async (_, wrap) => {
		const chunks = [delta({ content: 'a' }), delta({ content: 'b' }), delta({}, { finish_reason: 'stop' })];
		const body = chunks.map((one) => sse(wrap(one))).join('');
		expect(await complete(body)).toMatchObject({ text: 'ab', ends: ['stop'], error: null });
		expect(await complete(JSON.stringify(wrap(answer)))).toMatchObject({ text: 'ab', error: null });
	});

	it('case 225: is one choice that stands in no list', async () => {
		const body = sse({ choices: { index: 0, delta: { content: 'a' } } });
		expect(await complete(body + END)).toMatchObject({ text: 'a', error: null });
	});

	it.each([
		['STOP', 'stop'],
		['end_turn', 'stop'],
		['stop_sequence', 'stop'],
		['MAX_TOKENS', 'length'],
		['LENGTH', 'length'],
		['SAFETY', 'content_filter'],
		['CONTENT_FILTER', 'content_filter'],
		['RECITATION', 'content_filter'],
		['sensitive', 'content_filter'],
		['eos', 'eos'],
	])('case 225: ends by %s, which is %s', async (finish_reason, told) => {
		const outcome = await complete(text('a') + sse(delta({}, { finish_reason })));
		expect(outcome).toMatchObject({ text: 'a', ends: [told], error: null });
		const alone = sse({ choices: [{ delta: {}, finish_reason: null, stop_reason: finish_reason }] });
		expect(await complete(text('a') + alone)).toMatchObject({ ends: [told], error: null });
	});

	it.each(['ERROR', 'network_error', 'insufficient_system_resource'])(
		'case 225: fails by %s',
		async (finish_reason) => {
			const { text: words, error } = await complete(text('a') + sse(delta({}, { finish_reason })) + DONE);
			expect([words, error?.code]).toEqual(['a', 'server-error']);
		},
	);

	it('case 225: has reasoning beside the delta, or beside the message', async () => {
		const beside = sse({ choices: [{ delta: { content: '' }, reasoning_content: 'plan' }] });
		const outcome = { reasoning: 'plan', text: 'ab', error: null };
		expect(await complete(beside + text('ab') + END)).toMatchObject(outcome);
		const whole = { choices: [{ message: { content: 'ab' }, reasoning: 'plan', finish_reason: 'stop' }] };
		expect(await complete(JSON.stringify(whole))).toMatchObject(outcome);
	});
});

const typed = (type: string, more: object = {}) => `event: ${type}\n${sse({ type, ...more })}`;

describe('case 226: an answer in another protocol', () => {
	const said = { type: 'message', role: 'assistant', content: [{ type: 'text', text: 'Hi' }] };
	const gemini = {
		candidates: [{ content: { parts: [{ text: 'Hi' }], role: 'model' }, finishReason: 'STOP' }],
	};
	it.each([
		[
			'Anthropic’s messages',
			typed('message_start', { message: { ...said, content: [] } }) +
				typed('content_block_delta', { delta: { type: 'text_delta', text: 'Hi' } }) +
				typed('message_stop'),
		],
		['Anthropic’s, whole', JSON.stringify(said)],
		['Gemini’s', sse(gemini)],
		['Gemini’s, whole', JSON.stringify(gemini)],
		['Gemini’s, as a list', JSON.stringify([gemini])],
		[
			'OpenAI’s Responses',
			typed('response.created', { response: { object: 'response', status: 'in_progress', error: null } }) +
				typed('response.output_text.delta', { delta: 'Hi' }) +
				typed('response.completed'),
		],
		['OpenAI’s Responses, whole', JSON.stringify({ object: 'response', error: null, output: [said] })],
		['Cohere’s', typed('message-start') + typed('content-delta', { delta: {} })],
		['Ollama’s own, as events', sse({ model: 'm', message: { content: 'Hi' }, done: false })],
		['llama.cpp’s own', sse({ content: 'Hi', stop: false }) + sse({ content: '', stop: true })],
	])('is told as that: %s', async (_, body) => {
		expect((await complete(body)).error?.code).toBe('wrong-protocol');
	});

	it('is no reason to drop words that have come, or what a complaint says', async () => {
		const body = text('a') + typed('message_start') + text('b') + END;
		expect(await complete(body)).toMatchObject({ text: 'ab', error: null });
		const failed = { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } };
		expect((await complete(sse(failed))).error?.code).toBe('overloaded');
	});
});
