import { describe, expect, it } from 'vitest';
import { createCompletion } from '../../../utils/lockchat/create-completion.ts';
import { complete, DONE, outcomeOf, recordedWait, requestTo, STOP, sse, text } from './complete.ts';
import { serve, serveBody } from './serve.ts';

const END = STOP + DONE;
const JSON_TYPE = { 'content-type': 'application/json' };
const NO_MODEL = 'The model: `gpt-4` does not exist';

describe('a model that does not exist', () => {
	const shapes: [string, string, { status?: number; headers?: Record<string, string> }][] = [
		['an SSE error', sse({ error: { message: NO_MODEL } }) + DONE, {}],
		['a 200 JSON body', JSON.stringify({ error: NO_MODEL }), { headers: JSON_TYPE }],
		['a 404', JSON.stringify({ error: { message: NO_MODEL } }), { status: 404, headers: JSON_TYPE }],
	];

	it.each(shapes)('case 41: is told after two more tries, as %s', async (_, body, more) => {
		const server = await serveBody(body, more);
		const { waits, wait } = recordedWait();
		const { error, statuses } = await outcomeOf(createCompletion(requestTo(server), { wait }));
		expect(error).toMatchObject({ code: 'model-not-found', detail: NO_MODEL });
		expect(server.asked).toHaveLength(3);
		expect(waits).toHaveLength(2);
		// A server may take the request and deny the model in its first event.
		expect(statuses.map(({ status }) => status).filter((status) => status !== 'accepted')).toEqual([
			'connecting',
			'retrying',
			'connecting',
			'retrying',
			'connecting',
		]);
	});

	it.each(shapes)(
		'case 41: is forgotten when the next try succeeds, after %s',
		async (_, body, { status = 200, headers }) => {
			const server = await serve((response, _, ordinal) => {
				response.writeHead(ordinal === 0 ? status : 200, headers);
				response.end(ordinal === 0 ? body : text('a') + END);
			});
			const outcome = await outcomeOf(createCompletion(requestTo(server), { wait: recordedWait().wait }));
			expect(outcome).toMatchObject({ text: 'a', ends: ['stop'], error: null });
			expect(server.asked).toHaveLength(2);
		},
	);

	it('case 41: is final once a token has come', async () => {
		const server = await serveBody(text('a') + sse({ error: { message: NO_MODEL } }) + DONE);
		const outcome = await outcomeOf(createCompletion(requestTo(server), { wait: recordedWait().wait }));
		expect(outcome).toMatchObject({ text: 'a', error: { code: 'model-not-found' } });
		expect(server.asked).toHaveLength(1);
	});

	it('case 41: is an ordinary sentence inside of an answer', async () => {
		expect(await complete(text(NO_MODEL) + END)).toMatchObject({
			text: NO_MODEL,
			ends: ['stop'],
			error: null,
		});
	});

	it.each([
		[404, '{"error":{"message":"model \\"x\\" not found, try pulling it first"}}'],
		[404, '{"object":"error","message":"The model `x` does not exist.","code":404}'],
		[404, '{"error":{"message":"You do not have access to it","code":"model_not_found"}}'],
		[400, '{"message":"Invalid model: x","type":"invalid_model"}'],
	])('case 41: is told at once where a server says so for good (%d %s)', async (status, body) => {
		const server = await serveBody(body, { status, headers: JSON_TYPE });
		const { error } = await outcomeOf(createCompletion(requestTo(server)));
		expect(error).toMatchObject({ code: 'model-not-found', status });
		expect(server.asked).toHaveLength(1);
	});
});
