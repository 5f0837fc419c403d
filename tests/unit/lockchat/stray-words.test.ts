import { describe, expect, it } from 'vitest';
import { complete, DONE, delta, STOP, sse, text } from './complete.ts';

/** Bodies whose words stand in other fields than most. */
const SHAPES: readonly unknown[] = [
	{ ret_code: 5, ret_msg: 'Broke down' },
	{ fault: { faultstring: 'Broke down' } },
	{ exception: 'Broke down' },
	{ http_status: 500, err: 'Broke down' },
	{ errors: { model: ['Broke down'] } },
	{ event: 'error', data: { message: 'Broke down' } },
	{ type: 'error', data: 'Broke down' },
	{ result: { error: { message: 'Broke down' } } },
	{ data: { error: 'Broke down' } },
	{ ok: false, description: 'Broke down' },
	{ success: false, reason: 'Broke down' },
	{ error: { text: 'Broke down' } },
	{ level: 'error', text: 'Broke down' },
	{ error: 'server_error', error_description: 'Broke down' },
	{ 错误: 'Broke down' },
	[{ error: { message: 'Broke down' } }],
];

describe('a complaint of an unusual shape', () => {
	it.each(SHAPES.map((body) => [body]))('case 74: is told in its own words: %j', async (body) => {
		for (const whole of [sse(body) + DONE, text('a') + sse(body) + DONE, JSON.stringify(body)]) {
			expect((await complete(whole)).error).toMatchObject({
				code: 'server-error',
				detail: expect.stringMatching(/^(model: )?Broke down$/),
			});
		}
		expect((await complete(JSON.stringify(body), { status: 400 })).error?.detail).toContain('Broke down');
	});

	it('case 74: is shown whole where nothing in it has the name of words', async () => {
		const body = '{"oops":{"why":"Broke down"}}';
		expect((await complete(body, { status: 500 })).error).toMatchObject({ detail: body });
	});

	it.each([
		[{ data: { message: 'Two are before you' }, type: 'queue' }],
		[{ result: 'fine', text: 'Hello' }],
		[{ info: 'v1.2' }],
		[{ description: 'A model.', title: 'Model' }],
	])('case 74: is not seen in %j', async (chunk) => {
		expect(await complete(sse(chunk) + text('a') + STOP + DONE)).toMatchObject({ text: 'a', error: null });
	});
});

describe('words between the events of a stream', () => {
	it.each([
		['upstream connect error or disconnect/reset before headers', 'server-error'],
		['Error: Broke down', 'server-error'],
		['[ERROR] Daily quota used up', 'rate-limited'],
		['Internal Server Error', 'server-error'],
		['<html><title>502 Bad Gateway</title></html>', 'server-error'],
		['服务繁忙', 'overloaded'],
	])('case 75: that tell of an error are the reason: %s', async (line, code) => {
		for (const before of [': ping\n\n', text('a')]) {
			for (const stray of [`${line}\n\n`, sse(line)]) {
				for (const after of ['', DONE]) {
					const { error } = await complete(before + stray + after);
					expect(error?.code).toBe(code);
					expect(error?.detail).toBe(line.replace(/<[^>]*>/g, ''));
				}
			}
		}
	});

	it.each(['event: Error', 'event: exception', 'event: failed'])(
		'case 75: are the reason where the event is named so: %s',
		async (event) => {
			const { error } = await complete(`${text('a')}${event}\ndata: Broke down\n\n${DONE}`);
			expect(error).toMatchObject({ code: 'server-error', detail: 'Broke down' });
		},
	);

	it.each(['Hello there', 'x-request-id: error-free', '"error": "none"', 'retry later maybe'])(
		'case 75: that tell of none are passed over: %s',
		async (line) => {
			expect(await complete(`${text('a')}${line}\n\n${text('b')}${STOP}${DONE}`)).toMatchObject({
				text: 'ab',
				error: null,
			});
		},
	);

	it.each([
		'perf: 128 tokens, 12 tokens per second',
		'safety filter: on',
		'sensitive words are masked',
		'usage guidelines loaded',
	])('case 318: that a log has there are passed over: %s', async (line) => {
		expect(await complete(`${text('a')}${line}\n\n${text('b')}${STOP}${DONE}`)).toMatchObject({
			text: 'ab',
			error: null,
		});
	});

	const B = JSON.stringify(delta({ content: 'b' }));
	it.each([
		['the next one without its data:', `data: {"id":"1","object":"chat.c${B}\n\n`],
		['the next one behind a piece of a field', `dadata: ${B}\n\n`],
		['the next one behind a tab', `data: {"id":"1","obj\tdata:\t${B}\n\n`],
		['its own rest on a line alone', `ect":"chat.completion.chunk","choices":[{"delta":{}}]}\n\n${sse(B)}`],
	])('case 76: are a gap where an event was cut before %s', async (_, middle) => {
		const outcome = await complete(text('a') + middle + text('c') + STOP + DONE);
		expect(outcome).toMatchObject({ text: 'abc', error: null });
		expect(outcome.notes).toContain('gap');
	});
});

describe('a body of an unusual shape', () => {
	const message = { role: 'assistant', content: 'Hi' };
	const flat = JSON.stringify({ choices: [{ index: 0, message, finish_reason: 'stop' }] });
	it.each([
		`${flat}[DONE]`,
		`${flat} [DONE]\n`,
		`${flat}\n\n: done\n\n`,
		`${flat}\nevent: done\ndata: [DONE]\n\n`,
		`${flat}\n\nevent: end\n\n`,
		`data: [${flat}]\n\n${DONE}`,
	])('case 83: is a whole answer: %j', async (body) => {
		expect(await complete(body)).toMatchObject({ text: 'Hi', ends: ['stop'], error: null });
	});

	it.each(['null', 'None', 'none'])('case 69: has no finish reason where it is called %s', async (reason) => {
		const more = { finish_reason: reason };
		const chunks = sse(delta({ content: 'a' }, more)) + sse(delta({ content: 'b' }, more));
		expect(await complete(chunks + STOP + DONE)).toMatchObject({ text: 'ab', ends: ['stop'] });
		expect((await complete(chunks)).error?.code).toBe('interrupted');
	});

	it('case 69: has its words and its end by other names', async () => {
		expect(
			await complete(sse({ choices: [{ delta: { content: 'a' }, finishReason: 'stop' }] })),
		).toMatchObject({ text: 'a', ends: ['stop'], error: null });
		expect(await complete(sse({ choices: [{ text: 'a', finish_reason: 'stop' }] }))).toMatchObject({
			text: 'a',
			ends: ['stop'],
		});
	});

	it.each(['MaxTokens', 'max-tokens', 'token limit', 'max_length', 'output_limit'])(
		'case 79: is cut by a limit that is called %s',
		async (reason) => {
			const end = sse(delta({}, { finish_reason: reason })) + DONE;
			expect((await complete(sse(delta({ reasoning: 'Hm' })) + end)).error?.code).toBe('limit-reached');
		},
	);

	it.each([
		{ reasoning_content: ' ', reasoning: 'Hm' },
		{ reasoningContent: 'Hm' },
		{ provider_specific_fields: { reasoning_content: 'Hm' } },
	])('case 81: has its reasoning in %j', async (fields) => {
		expect(await complete(sse(delta({ ...fields, content: 'a' })) + STOP + DONE)).toMatchObject({
			reasoning: 'Hm',
			text: 'a',
		});
	});

	it.each([
		[
			'{"error":{"message":"litellm.BadRequestError - {\\"error\\":{\\"message\\":\\"No.\\"}}. Group=x"}}',
			'No.',
		],
		[
			'{"error":{"message":"Bad","metadata":"{\\"provider_name\\":\\"Acme\\",\\"raw\\":\\"No.\\"}"}}',
			'Acme: No.',
		],
		['{"error":{"message":"Bad","upstream_error":{"message":"No."}}}', 'Bad: No.'],
		['{"error":{"message":"Bad","details":"No."}}', 'Bad: No.'],
	])('case 77: quotes another complaint: %s', async (body, detail) => {
		expect((await complete(body, { status: 400 })).error).toMatchObject({ detail });
	});

	it.each([
		[400, '{"error":"Request entity too large"}', 'request-too-large'],
		[400, '{"error":{"message":"Payload size exceeds the limit: 20 MB"}}', 'request-too-large'],
		[410, '', 'not-found'],
	])('case 84: with status %d and %s is told as %s', async (status, body, code) => {
		expect((await complete(body, { status })).error).toMatchObject({ code, status });
	});
});
