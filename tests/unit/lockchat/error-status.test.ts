import { describe, expect, it } from 'vitest';
import { createCompletion } from '../../../utils/lockchat/create-completion.ts';
import { serverError } from '../../../utils/lockchat/errors/server-error.ts';
import { readWords } from '../../../utils/lockchat/words/known-words.ts';
import { complete, outcomeOf, requestTo } from './complete.ts';
import { serve } from './serve.ts';

// A request does so.
await readWords();

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
