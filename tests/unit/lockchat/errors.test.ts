import { describe, expect, it } from 'vitest';
import { createCompletion } from '../../../utils/lockchat/create-completion.ts';
import { serverError } from '../../../utils/lockchat/server-error.ts';
import {
	closedPort,
	complete,
	DONE,
	delta,
	outcomeOf,
	recordedWait,
	requestTo,
	STOP,
	sse,
	text,
} from './complete.ts';
import { serve, serveBody } from './serve.ts';

const END = STOP + DONE;
const JSON_TYPE = { 'content-type': 'application/json' };
const NO_MODEL = 'The model: `gpt-4` does not exist';

describe('an error status', () => {
	const page =
		'<!DOCTYPE html><html><head><title>502 Bad &amp; Gone</title><script>alert(1)</script></head></html>';

	it.each([
		['{error:{message}}', '{"error":{"message":"No.","type":"t","code":null}}', 'No.'],
		['{error:"s"}', '{"error":"No."}', 'No.'],
		['{code,error:"s"}', '{"code":13,"error":"No."}', 'No.'],
		['{object:"error",message}', '{"object":"error","message":"No.","code":40001}', 'No.'],
		['{message}', '{"message":"No."}', 'No.'],
		['{detail:"s"}', '{"detail":"No."}', 'No.'],
		[
			'{detail:[{loc,msg}]}',
			'{"detail":[{"loc":["body","stop"],"msg":"No."},{"loc":[],"msg":"Nor."}]}',
			'body.stop: No.; : Nor.',
		],
		['{msg}', '{"msg":"No."}', 'No.'],
		['[{error:{message}}]', '[{"error":{"code":400,"message":"No."}}]', 'No.'],
		['pretty-printed JSON', '{\n  "error": {\n    "message": "No."\n  }\n}', 'No.'],
		['HTML', page, '502 Bad & Gone'],
		['HTML without a title', '<html><style>b{}</style><b>No</b>\n<p>way.</html>', 'No way.'],
		['HTML that is cut off inside of a script', '<html>No.<script>alert("<p>")', 'No.'],
		['HTML that is cut off inside of a tag', '<html>No.<img src="', 'No.'],
		['HTML inside of JSON', '{"message":"<p onclick=x>No.</p>"}', 'No.'],
		['plain text', 'upstream\r\n\tgone\u0007', 'upstream gone'],
		['an empty body', '', undefined],
		['JSON that says nothing', '{"error":{}}', undefined],
	])('case 30: with %s keeps the status and is told in plain words', async (_, body, detail) => {
		const codes = {
			401: 'unauthorized',
			403: 'forbidden',
			404: 'not-found',
			429: 'rate-limited',
			500: 'server-error',
			502: 'server-error',
		};
		for (const [status, code] of Object.entries(codes)) {
			// An empty 403 from this computer is another matter: see case 31.
			if (status === '403' && body === '') continue;
			const { error, ends } = await complete(body, {
				status: Number(status),
				headers: { 'content-type': 'text/html' },
			});
			expect(ends).toEqual([]);
			expect(error?.toFailure()).toEqual({
				code,
				status: Number(status),
				...(detail !== undefined && { detail }),
			});
		}
	});

	it('case 30: keeps its status when the body breaks off', async () => {
		const server = await serve((response) => {
			response.writeHead(500, { 'content-length': 1000 });
			response.write('It bro', () => response.destroy());
		});
		const { error } = await outcomeOf(createCompletion(requestTo(server)));
		expect(error?.toFailure()).toEqual({ code: 'server-error', status: 500, detail: 'It bro' });
	});

	it('case 30: is shortened, and read no further than needed, when its body never ends', async () => {
		const server = await serve(async (response) => {
			response.writeHead(500);
			while (!response.destroyed) {
				response.write('spam and eggs '.repeat(1000));
				await new Promise(setImmediate);
			}
		});
		const { error } = await outcomeOf(createCompletion(requestTo(server)));
		expect(error).toMatchObject({ code: 'server-error', status: 500 });
		expect(error?.detail?.length).toBe(500);
		await server.asked[0]?.closed;
	});

	it('case 31: of an empty 403 from this computer names the setting that helps', async () => {
		const { error } = await complete('', { status: 403 });
		expect(error?.code).toBe('forbidden-origin');
		expect(error?.detail).toBe('OLLAMA_ORIGINS=chrome-extension://*,moz-extension://*');
	});

	it('case 31: of an empty 403 from Ollama’s port elsewhere names it too', () => {
		const ollama = { url: new URL('http://10.0.0.2:11434/v1/chat/completions'), status: 403, secrets: [] };
		expect(serverError('', ollama).code).toBe('forbidden-origin');
		expect(serverError('', { ...ollama, url: new URL('https://api.openai.com/v1') }).code).toBe('forbidden');
	});

	it('case 31: of a 403 that gives its reasons is just forbidden', async () => {
		expect((await complete('{"error":"No."}', { status: 403 })).error?.code).toBe('forbidden');
	});
});

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
		expect(statuses.map(({ status }) => status)).toEqual([
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

describe('an answer that breaks off', () => {
	it('case 42: with neither finish reason nor [DONE] is interrupted, and keeps its text', async () => {
		const outcome = await complete(text('a'));
		expect(outcome).toMatchObject({ text: 'a', ends: [], error: { code: 'interrupted' } });
		expect((await complete('')).error?.code).toBe('interrupted');
	});

	it('case 42: after its finish reason is complete', async () => {
		expect(await complete(text('a') + STOP)).toMatchObject({ text: 'a', ends: ['stop'], error: null });
	});

	it('case 43: before its first word is empty', async () => {
		for (const body of [DONE, sse(delta({ role: 'assistant', content: '' })) + END]) {
			expect(await complete(body)).toMatchObject({ text: '', ends: [], error: { code: 'empty-answer' } });
		}
	});

	it('case 44: by a reset of the connection is interrupted, and not asked for again', async () => {
		const server = await serve((response) => {
			response.writeHead(200, { 'content-type': 'text/event-stream' });
			response.write(text('a') + text('b').slice(0, 12), () => response.socket?.resetAndDestroy());
		});
		const outcome = await outcomeOf(createCompletion(requestTo(server)));
		expect(outcome).toMatchObject({ text: 'a', ends: [], error: { code: 'interrupted' } });
		expect(server.asked).toHaveLength(1);
	});

	it('case 44: by a reset after its finish reason is complete', async () => {
		const server = await serve((response) => {
			response.writeHead(200, { 'content-type': 'text/event-stream' });
			response.write(text('a') + STOP, () => response.socket?.resetAndDestroy());
		});
		expect(await outcomeOf(createCompletion(requestTo(server)))).toMatchObject({ text: 'a', ends: ['stop'] });
	});

	it('that was never begun, as nobody listens, is unreachable', async () => {
		const url = `http://127.0.0.1:${await closedPort()}`;
		const { error } = await outcomeOf(createCompletion(requestTo({ url })));
		expect(error?.toFailure()).toEqual({ code: 'unreachable', detail: 'ECONNREFUSED' });
	});
});

describe('a body of another kind', () => {
	it.each(['text/plain', 'application/json', 'application/octet-stream', 'text/html', ''])(
		'case 47: with events in it works as "%s"',
		async (type) => {
			const outcome = await complete(text('a') + END, { headers: { 'content-type': type } });
			expect(outcome).toMatchObject({ text: 'a', ends: ['stop'], error: null });
		},
	);

	it('case 48: as Ollama’s own API streams it names the right address, at the first line', async () => {
		const line =
			'{"model":"x","created_at":"2024","message":{"role":"assistant","content":"Hi"},"done":false}\n';
		const server = await serve((response) => {
			response.writeHead(200, { 'content-type': 'application/x-ndjson' });
			response.write(line);
		});
		const { error, texts } = await outcomeOf(createCompletion(requestTo(server)));
		expect(error).toMatchObject({ code: 'wrong-protocol', detail: `${server.url}/v1` });
		expect(texts).toEqual([]);
		await server.asked[0]?.closed;
	});

	it('case 48: as lines of JSON of any kind is not half an answer', async () => {
		const lines = `${JSON.stringify(delta({ content: 'a' }))}\n${JSON.stringify(delta({ content: 'b' }))}\n`;
		const { error, texts } = await complete(lines, { headers: { 'content-type': 'application/x-ndjson' } });
		expect(error?.code).toBe('wrong-protocol');
		expect(texts).toEqual([]);
	});
});

describe('a key in an error', () => {
	const apiKey = 'sekret/0123456789abcdef';

	it.each([
		['as it is', `Incorrect API key provided: ${apiKey}.`],
		['in a URL', `GET /?key=${encodeURIComponent(apiKey)}`],
		['in a header', `Authorization: Bearer ${apiKey}`],
		['across the place where the text is cut', `${'x'.repeat(490)} ${apiKey}`],
		['inside of HTML', `<p>${apiKey}</p>`],
		['that belongs to somebody else', 'upstream said: invalid sk-proj-0123456789abcdef0123456789abcdef'],
	])('case 50: is masked %s', async (_, message) => {
		for (const [body, status] of [
			[message, 500],
			[JSON.stringify({ error: { message } }), 401],
			[sse({ error: { message } }) + DONE, 200],
		] as const) {
			const server = await serveBody(body, { status });
			const { error } = await outcomeOf(createCompletion(requestTo(server, { apiKey })));
			const told = `${JSON.stringify(error?.toFailure())} ${error?.message} ${error?.stack}`;
			expect(error?.detail).toBeTruthy();
			expect(told).not.toMatch(/sekret|0123456789abcdef/);
		}
	});

	it('case 50: is masked when it stands in a header of the endpoint', async () => {
		const server = await serveBody(`{"error":"bad ${apiKey}"}`, { status: 401, headers: JSON_TYPE });
		const request = requestTo(server);
		const endpoint = { ...request.endpoint, headers: { 'api-key': apiKey } };
		const { error } = await outcomeOf(createCompletion({ ...request, endpoint }));
		expect(error?.detail).toBe('bad •••');
	});

	it.each(['ключ', 'a\nb', 'with \u0000 nothing'])(
		'case 50: is not quoted when no header can carry it (%j)',
		async (key) => {
			const server = await serveBody(text('a') + END);
			const { error } = await outcomeOf(createCompletion(requestTo(server, { apiKey: key })));
			expect(error?.toFailure()).toEqual({ code: 'unauthorized' });
			expect(server.asked).toHaveLength(0);
		},
	);
});
