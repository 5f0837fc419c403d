import { describe, expect, it } from 'vitest';
import { createCompletion } from '../../../utils/lockchat/create-completion.ts';
import { DONE, endpointAt, outcomeOf, requestTo, STOP, text } from './complete.ts';
import { serve } from './serve.ts';
import { serveAfter } from './serve-after.ts';
import { serveRefusing } from './serve-refusing.ts';

describe('a model that refuses a parameter', () => {
	it.each([
		'invalid temperature: only 1 is allowed for this model',
		"Unsupported value: 'temperature' does not support 0.7 with this model. Only the default (1) value is supported.",
		'`temperature` may only be set to 1 when thinking is enabled.',
		'temperature must be 1 when thinking is enabled',
		'`temperature` is deprecated for this model.',
		'Temperature is fixed here',
		'参数 temperature 无效',
		'Параметр «температура» недопустим',
	])('case 73: is asked once more without it, whatever its words are: %s', async (message) => {
		const { ask, bodies } = await serveRefusing(message, (body) => 'temperature' in body);
		const outcome = await ask({ topP: 0.9 });
		expect(outcome).toMatchObject({ text: 'a', ends: ['stop'], error: null, notes: ['asked-without'] });
		expect(outcome.learned).toEqual({ without: ['temperature'] });
		expect(bodies().map((body) => [body.temperature, body.top_p])).toEqual([
			[0.7, 0.9],
			[undefined, 0.9],
		]);
	});

	it.each([400, 404, 422, 500])('case 73: is believed with status %d', async (status) => {
		const message = 'No endpoints found that support temperature: not supported';
		const { ask } = await serveRefusing(message, (body) => 'temperature' in body, status);
		expect(await ask()).toMatchObject({ text: 'a', error: null });
	});

	it('case 73: keeps one of two that exclude each other', async () => {
		const message = '`temperature` and `top_p` cannot both be specified for this model. Please use only one.';
		const { ask, bodies } = await serveRefusing(message, (body) => 'temperature' in body && 'top_p' in body);
		expect(await ask({ topP: 0.9 })).toMatchObject({ text: 'a', learned: { without: ['top_p'] } });
		expect(bodies()[1]).toMatchObject({ temperature: 0.7 });
	});

	it('case 73: may refuse several, one after the other', async () => {
		const server = await serve((response, asked) => {
			const body = JSON.parse(asked.body);
			const name = ['stop', 'top_p', 'temperature'].find((one) => one in body);
			response.writeHead(name ? 400 : 200, { 'content-type': 'application/json' });
			response.end(name ? `{"error":"parameter: ${name} is not allowed"}` : text('a') + STOP + DONE);
		});
		const outcome = await outcomeOf(createCompletion(requestTo(server, { topP: 0.5, stop: ['x'] })));
		expect(outcome).toMatchObject({ text: 'a', learned: { without: ['stop', 'top_p', 'temperature'] } });
		expect(outcome.notes).toEqual(['asked-without']);
	});

	it('case 73: is not asked with it again once that is known', async () => {
		const { server, ask, bodies } = await serveRefusing('temperature?', (body) => 'temperature' in body);
		const known = { quirks: { 'gpt-4': { without: ['temperature'] } } };
		const outcome = await ask({ endpoint: endpointAt(server.url, known) });
		expect(outcome).toMatchObject({ text: 'a', notes: [], learned: null });
		expect(bodies()).toHaveLength(1);
	});

	it('case 73: is asked with nothing that was not chosen', async () => {
		const { ask, bodies } = await serveRefusing('', () => false);
		await ask({ temperature: null });
		expect(Object.keys(bodies()[0] ?? {}).sort()).toEqual(['messages', 'model', 'stream']);
	});

	it.each([
		['names none', 'This is not a good day', {}],
		['names one that was not sent', 'seed is not supported', {}],
		['names a value outside of its range', 'temperature must be at most 2', { temperature: 3 }],
		['is about something else', 'prompt is too long: temperature', {}],
	])('case 73: is not asked again where the complaint %s', async (_, message, more) => {
		const { ask, bodies } = await serveRefusing(message, () => true);
		expect(await ask(more)).toMatchObject({ text: '', learned: null });
		expect(bodies()).toHaveLength(1);
	});

	it('case 73: comes to an end where the complaint stays', async () => {
		const { ask, bodies } = await serveRefusing(
			'temperature, top_p, stream_options: not supported',
			() => true,
		);
		expect((await ask({ topP: 0.5, includeUsage: true })).error?.code).toBe('bad-request');
		expect(bodies()).toHaveLength(4);
	});

	it.each([
		["Unsupported parameter: 'max_tokens' is not supported. Use 'max_completion_tokens' instead.", 'renamed'],
		['max_tokens is too large: 9000. This model supports at most 4096 completion tokens', 'left out'],
	])('case 73: has its limit renamed or left out: %s', async (message, way) => {
		const { ask, bodies } = await serveRefusing(message, (body) => 'max_tokens' in body);
		expect(await ask({ maxTokens: 9000 })).toMatchObject({ text: 'a', error: null });
		expect(bodies()[1]?.max_completion_tokens).toBe(way === 'renamed' ? 9000 : undefined);
	});
});

describe('a server', () => {
	it.each([
		[
			'stream_options',
			{ includeUsage: true },
			400,
			'{"error":{"message":"Unrecognized request argument supplied: stream_options"}}',
		],
		[
			'stream_options',
			{ includeUsage: true },
			422,
			'{"detail":[{"loc":["body","stream_options"],"msg":"Extra inputs are not permitted"}]}',
		],
		[
			'temperature',
			{},
			400,
			`{"error":{"message":"Unsupported value: 'temperature' does not support 0.7 with this model."}}`,
		],
		[
			'max_tokens',
			{ maxTokens: 9 },
			400,
			`{"error":{"message":"Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead."}}`,
		],
	])('that refuses %s by name is asked again without it', async (name, more, status, body) => {
		const server = await serveAfter(1, { status, body });
		const outcome = await outcomeOf(createCompletion(requestTo(server, more)));
		expect(outcome).toMatchObject({ text: 'a', ends: ['stop'], error: null });
		const [first, second, ...rest] = server.asked.map((asked) => JSON.parse(asked.body));
		expect(rest).toEqual([]);
		expect(first).toHaveProperty(name);
		expect(second).not.toHaveProperty(name);
		expect(second.messages).toEqual(first.messages);
		if (name === 'max_tokens') expect(second.max_completion_tokens).toBe(9);
	});

	it('that refuses a value is not asked again', async () => {
		const server = await serveAfter(1, { status: 400, body: '{"error":"temperature must be at most 2"}' });
		const { error } = await outcomeOf(createCompletion(requestTo(server, { temperature: 3 })));
		expect(error?.code).toBe('bad-request');
		expect(server.asked).toHaveLength(1);
	});
});
