import { describe, expect, it } from 'vitest';
import { createCompletion } from '../../../utils/lockchat/create-completion.ts';
import { DONE, endpointAt, outcomeOf, requestTo, STOP, text } from './complete.ts';
import { serveBody } from './serve.ts';

const END = STOP + DONE;

describe('the request', () => {
	it('is what OpenAI’s API takes, and nothing besides', async () => {
		const server = await serveBody(text('a') + END);
		const messages = [
			{ role: 'user', content: 'Привет!' },
			{ role: 'assistant', content: 'Привет!' },
		] as const;
		await outcomeOf(createCompletion(requestTo(server, { messages: [...messages] })));
		const [asked] = server.asked;
		expect(asked).toMatchObject({ method: 'POST', path: '/v1/chat/completions' });
		expect(JSON.parse(asked?.body ?? '')).toEqual({
			model: 'gpt-4',
			messages,
			temperature: 0.7,
			stream: true,
		});
		expect(asked?.headers['content-type']).toBe('application/json');
		expect(asked?.headers).not.toHaveProperty('authorization');
		expect(asked?.headers).not.toHaveProperty('cookie');
	});

	it('case 242: shows pictures as parts of the content, behind the words', async () => {
		const server = await serveBody(text('a') + END);
		const url = 'data:image/png;base64,AAAA';
		const messages = [
			{ role: 'user', content: 'What is it?', images: [url] },
			{ role: 'user', content: '', images: [url] },
		] as const;
		await outcomeOf(createCompletion(requestTo(server, { messages: [...messages] })));
		const shown = { type: 'image_url', image_url: { url } };
		expect(JSON.parse(server.asked[0]?.body ?? '').messages).toEqual([
			{ role: 'user', content: [{ type: 'text', text: 'What is it?' }, shown] },
			{ role: 'user', content: [shown] },
		]);
	});

	it('has every parameter that was given', async () => {
		const server = await serveBody(text('a') + END);
		const more = {
			temperature: 0,
			maxTokens: 5,
			topP: 0.5,
			stop: ['\n'],
			includeUsage: true,
			apiKey: ' key-1 ',
		};
		const endpoint = endpointAt(`${server.url}/v1/`, { headers: { 'X-Title': 'Lockchat' } });
		await outcomeOf(createCompletion(requestTo(server, { ...more, endpoint })));
		const [asked] = server.asked;
		expect(JSON.parse(asked?.body ?? '')).toMatchObject({
			temperature: 0,
			stream: true,
			stream_options: { include_usage: true },
			max_tokens: 5,
			top_p: 0.5,
			stop: ['\n'],
		});
		expect(asked?.headers).toMatchObject({ authorization: 'Bearer key-1', 'x-title': 'Lockchat' });
	});

	it.each([
		['the request', { stream: false }, {}],
		['the endpoint', {}, { supportsStream: false }],
	])('asks for no stream where %s says so', async (_, more, endpoint) => {
		const choices = [{ index: 0, message: { role: 'assistant', content: 'Hi' }, finish_reason: 'stop' }];
		const server = await serveBody(JSON.stringify({ choices }), {
			headers: { 'content-type': 'application/json' },
		});
		const request = requestTo(server, {
			...more,
			includeUsage: true,
			endpoint: endpointAt(server.url, endpoint),
		});
		expect(await outcomeOf(createCompletion(request))).toMatchObject({ text: 'Hi', ends: ['stop'] });
		const body = JSON.parse(server.asked[0]?.body ?? '');
		expect(body.stream).toBe(false);
		expect(body).not.toHaveProperty('stream_options');
	});

	it.each([301, 302, 307, 308])('goes nowhere else when the server redirects it (%d)', async (status) => {
		const elsewhere = await serveBody(text('stolen') + END);
		const server = await serveBody('', {
			status,
			headers: { location: `${elsewhere.url}/v1/chat/completions` },
		});
		const { error, texts } = await outcomeOf(createCompletion(requestTo(server, { apiKey: 'key-1' })));
		expect(error).toMatchObject({ code: 'not-an-api', status });
		expect(error?.detail).toContain(elsewhere.url);
		expect(texts).toEqual([]);
		expect(elsewhere.asked).toEqual([]);
	});

	it('carries no cookies, is not cached, and says nothing of where it was asked', async () => {
		const server = await serveBody(text('a') + END);
		const sent: (RequestInit | undefined)[] = [];
		const recording: typeof fetch = (input, init) => {
			sent.push(init);
			return fetch(input, init);
		};
		await outcomeOf(createCompletion(requestTo(server), { fetch: recording }));
		expect(sent).toEqual([
			expect.objectContaining({
				cache: 'no-store',
				credentials: 'omit',
				redirect: 'manual',
				referrerPolicy: 'no-referrer',
			}),
		]);
	});

	it('is not sent with a header that cannot be', async () => {
		const server = await serveBody(text('a') + END);
		const endpoint = endpointAt(server.url, { headers: { 'X-Key': 'line\nbreak' } });
		const { error } = await outcomeOf(createCompletion(requestTo(server, { endpoint })));
		expect(error?.toFailure()).toEqual({ code: 'header-invalid', detail: 'X-Key' });
		expect(server.asked).toEqual([]);
	});
});
