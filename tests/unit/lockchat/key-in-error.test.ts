import { describe, expect, it } from 'vitest';
import { createCompletion } from '../../../utils/lockchat/create-completion.ts';
import { DONE, outcomeOf, requestTo, STOP, sse, text } from './complete.ts';
import { serveBody } from './serve.ts';

const END = STOP + DONE;
const JSON_TYPE = { 'content-type': 'application/json' };

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

	it.each([
		'AIzaSyA0123456789abcdef0123456789abcdef',
		'nvapi-0123456789abcdef',
		'csk-0123456789abcdef',
		'pplx-0123456789abcdef',
		'ghp_0123456789abcdef',
		'github_pat_0123456789abcdef',
		'r8_0123456789abcdef',
	])('case 317: is masked where it is a gateway’s own: %s', async (key) => {
		const server = await serveBody(`{"error":"GET /v1?key=${key} refused"}`, {
			status: 500,
			headers: JSON_TYPE,
		});
		const { error } = await outcomeOf(createCompletion(requestTo(server)));
		expect(error?.detail).toBe('GET /v1?key=••• refused');
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
