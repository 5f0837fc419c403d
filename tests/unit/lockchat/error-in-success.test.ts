import { describe, expect, it } from 'vitest';
import { createCompletion } from '../../../utils/lockchat/create-completion.ts';
import { complete, DONE, delta, outcomeOf, requestTo, STOP, sse, text } from './complete.ts';
import { serve } from './serve.ts';

const END = STOP + DONE;
const JSON_TYPE = { 'content-type': 'application/json' };

describe('a response that claims success', () => {
	it('case 32: with a whole completion where a stream was asked for is the answer', async () => {
		const message = { role: 'assistant', content: 'Hi', reasoning_content: 'Hm' };
		const body = {
			object: 'chat.completion',
			choices: [{ index: 0, message, finish_reason: 'stop' }],
			usage: { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 },
		};
		for (const indent of [0, 2]) {
			const outcome = await complete(JSON.stringify(body, null, indent), { headers: JSON_TYPE });
			expect(outcome).toMatchObject({ text: 'Hi', reasoning: 'Hm', ends: ['stop'], error: null });
			expect(outcome.usages).toEqual([{ promptTokens: 1, completionTokens: 2, totalTokens: 3 }]);
		}
	});

	it.each([0, 2])('case 33: with a JSON error (indented by %d) has failed', async (indent) => {
		for (const headers of [JSON_TYPE, {}]) {
			const body = JSON.stringify({ error: { message: 'Out of cheese', code: 507 } }, null, indent);
			const { error, ends } = await complete(body, { headers });
			expect(error?.toFailure()).toEqual({ code: 'server-error', status: 507, detail: 'Out of cheese' });
			expect(ends).toEqual([]);
		}
	});

	it.each([
		['HTML', '\n <!doctype html><title>Hotel Wi-Fi</title><p>Sign in', 'text/html', 'Hotel Wi-Fi'],
		['HTML called an event stream', '<html><title>Hotel Wi-Fi</title>', 'text/event-stream', 'Hotel Wi-Fi'],
		['plain text', 'Ollama is running', 'text/plain', 'Ollama is running'],
		['text that begins like a field', 'dat', 'text/plain', 'dat'],
		['nothing', '', 'text/html', undefined],
		['JSON of something else', '{"name":"router","version":1}', 'application/json', undefined],
	])('case 34: with %s is not of this API', async (_, body, type, detail) => {
		const { error, ends, texts } = await complete(body, { headers: { 'content-type': type } });
		expect(error).toMatchObject({ code: 'not-an-api', detail });
		expect([...ends, ...texts]).toEqual([]);
	});

	it.each([
		['<p>spam ', 'not-an-api'],
		['spam ', 'not-an-api'],
		['{"spam": "', 'too-long'],
	])('case 34: that never ends (%j) is left soon', async (bit, code) => {
		const server = await serve(async (response) => {
			response.writeHead(200, { 'content-type': 'text/html' });
			while (!response.destroyed) {
				response.write(bit.padEnd(10_000, bit));
				await new Promise(setImmediate);
			}
		});
		const { error } = await outcomeOf(createCompletion(requestTo(server), { maxEventBytes: 100_000 }));
		expect(error?.code).toBe(code);
		await server.asked[0]?.closed;
	});

	it('case 35: with an error as its first event has failed', async () => {
		const { error, ends } = await complete(
			sse({ error: { message: 'No.', code: 'rate_limit_exceeded' } }) + DONE,
		);
		expect(error?.toFailure()).toEqual({ code: 'rate-limited', detail: 'No.' });
		expect(ends).toEqual([]);
	});

	it.each([{ error: 'No.' }, { error: { message: 'No.' } }, { object: 'error', message: 'No.', code: 400 }])(
		'case 36: with %j after some tokens keeps them and has failed',
		async (chunk) => {
			const outcome = await complete(text('a') + sse(chunk) + DONE);
			expect(outcome).toMatchObject({ text: 'a', ends: [] });
			expect(outcome.error?.detail).toBe('No.');
		},
	);

	it.each([null, false, '', {}])('case 36: with "error": %j in each chunk is fine', async (error) => {
		expect(await complete(sse({ ...delta({ content: 'a' }), error }) + END)).toMatchObject({
			text: 'a',
			error: null,
		});
	});

	it('case 37: with an error beside choices keeps their text and has failed', async () => {
		const outcome = await complete(
			text('a') + sse({ ...delta({ content: 'b' }), error: { message: 'No.' } }) + DONE,
		);
		expect(outcome).toMatchObject({ text: 'ab', ends: [] });
		expect(outcome.error).toMatchObject({ code: 'server-error', detail: 'No.' });
	});

	it.each([
		['the finish reason "error"', { finish_reason: 'error' }, undefined],
		['an error inside of a choice', { error: { message: 'No.', code: 502 } }, 'No.'],
	])('case 38: with %s has failed', async (_, more, detail) => {
		const outcome = await complete(text('a') + sse(delta({ content: 'b' }, more)) + DONE);
		expect(outcome).toMatchObject({ text: 'ab', ends: [] });
		expect(outcome.error).toMatchObject({ code: 'server-error', detail });
	});

	it.each(['{"message":"No."}', '{"error":{"message":"No."}}', 'No.'])(
		'case 39: with an event named error whose data is %s has failed',
		async (data) => {
			const { text: all, error } = await complete(`${text('a')}event: error\n${sse(data)}${DONE}`);
			expect(all).toBe('a');
			expect(error?.detail).toBe('No.');
		},
	);

	it('case 40: with a bare line "error: {…}" has failed with its message', async () => {
		const line = 'error: {"code":500,"message":"Slot unavailable","type":"server_error"}';
		const { error } = await complete(`${line}\n\n${DONE}`);
		expect(error?.toFailure()).toEqual({ code: 'server-error', status: 500, detail: 'Slot unavailable' });
	});
});
