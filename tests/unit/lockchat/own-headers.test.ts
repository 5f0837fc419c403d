import { describe, expect, it } from 'vitest';
import { endpointAccess } from '../../../utils/lockchat/address/endpoint-access.ts';
import { endpointUrl } from '../../../utils/lockchat/address/endpoint-url.ts';
import { checkEndpoint } from '../../../utils/lockchat/check-endpoint.ts';
import { createCompletion } from '../../../utils/lockchat/create-completion.ts';
import { listModels } from '../../../utils/lockchat/list-models.ts';
import { DONE, endpointAt, outcomeOf, requestTo, STOP, text } from './complete.ts';
import { serve, serveBody } from './serve.ts';

const ANSWER = text('Yes.') + STOP + DONE;

/** What `fetch` is asked for, by a client that is answered at once. */
function recordedFetch(body: string) {
	const asked: { url: string; headers: Record<string, string> }[] = [];
	const fetch: typeof globalThis.fetch = async (url, init) => {
		asked.push({ url: String(url), headers: Object.fromEntries(new Headers(init?.headers)) });
		return new Response(body);
	};
	return { asked, fetch };
}

describe('case 90: a server’s own headers', () => {
	it('are sent for the list of models, the check and the chat', async () => {
		const server = await serve((response, { method }) =>
			response.end(method === 'GET' ? '{"data":[{"id":"gpt-4"}]}' : ANSWER),
		);
		const endpoint = endpointAt(server.url, { headers: { 'X-Team': 'blue team' } });
		await listModels({ endpoint });
		await checkEndpoint({ endpoint, model: 'gpt-4' });
		await outcomeOf(createCompletion(requestTo(server, { endpoint })));
		expect(server.asked.map(({ headers }) => headers['x-team'])).toEqual([
			'blue team',
			'blue team',
			'blue team',
		]);
	});

	it('take the place of the key’s where one is Authorization', async () => {
		const server = await serveBody(ANSWER);
		const endpoint = endpointAt(server.url, { headers: { authorization: 'Basic dTpw' } });
		await outcomeOf(createCompletion(requestTo(server, { endpoint, apiKey: 'sk-1' })));
		expect(server.asked[0]?.headers.authorization).toBe('Basic dTpw');
	});

	it.each([
		['X-Name', 'café', null],
		['X-Name', 'ключ', 'header-invalid'],
		['X-Name', 'two\nlines', 'header-invalid'],
		['X-Name', 'two\r\nX-Other: lines', 'header-invalid'],
		['X-Name', '\0', 'header-invalid'],
		['X Name', 'x', 'header-invalid'],
		['X-Name:', 'x', 'header-invalid'],
		['', 'x', 'header-invalid'],
	])('%j: %j ends in %s', async (name, value, code) => {
		const server = await serveBody(ANSWER);
		const endpoint = endpointAt(server.url, { headers: { [name]: value } });
		const { error } = await outcomeOf(createCompletion(requestTo(server, { endpoint })));
		expect(error?.code ?? null).toBe(code);
		expect(server.asked).toHaveLength(code === null ? 1 : 0);
	});

	it.each(['opensesame-1234', 's3cret', 'Basic dTpwYXNzd29yZA=='])(
		'are masked where the server repeats %s',
		async (value) => {
			const server = await serveBody(JSON.stringify({ error: { message: `Bad header ${value}!` } }), {
				status: 401,
			});
			const endpoint = endpointAt(server.url, { headers: { 'X-Secret': value } });
			const { error } = await outcomeOf(createCompletion(requestTo(server, { endpoint })));
			expect(error?.detail).toBe('Bad header •••!');
		},
	);
});

describe('case 90: Azure', () => {
	const RESOURCE = 'https://R.openai.azure.com';
	const DATED = '?api-version=2024-10-21';

	it.each([
		['/openai/deployments/gpt-4.1', `/openai/deployments/gpt-4.1/chat/completions${DATED}`],
		['/openai/deployments/gpt-4.1/', `/openai/deployments/gpt-4.1/chat/completions${DATED}`],
		['/openai/deployments/gpt-4.1/chat/completions', `/openai/deployments/gpt-4.1/chat/completions${DATED}`],
		[
			'/openai/deployments/g/chat/completions?api-version=2025-01-01-preview',
			'/openai/deployments/g/chat/completions?api-version=2025-01-01-preview',
		],
		['/openai/v1', '/openai/v1/chat/completions'],
		['/openai/v1/?api-version=preview', '/openai/v1/chat/completions?api-version=preview'],
		['/openai', '/openai/v1/chat/completions'],
		['', '/openai/v1/chat/completions'],
	])('is asked below %s with the key in its own header, once', async (path, expected) => {
		const { asked, fetch } = recordedFetch(ANSWER);
		const endpoint = endpointAt(RESOURCE + path);
		const request = requestTo({ url: '' }, { endpoint, apiKey: 'azure-key-1' });
		expect(await outcomeOf(createCompletion(request, { fetch }))).toMatchObject({ text: 'Yes.' });
		expect(asked.map(({ url }) => url)).toEqual([`https://r.openai.azure.com${expected}`]);
		expect(asked[0]?.headers).toMatchObject({ 'api-key': 'azure-key-1' });
		expect(asked[0]?.headers).not.toHaveProperty('authorization');
	});

	it.each(['https://r.cognitiveservices.azure.com', 'https://r.services.ai.azure.com'])(
		'has other hosts too: %s',
		async (resource) => {
			const { asked, fetch } = recordedFetch(ANSWER);
			await checkEndpoint(
				{ endpoint: endpointAt(`${resource}/openai/deployments/g`), apiKey: 'azure-key-1', model: 'g' },
				{ fetch },
			);
			expect(asked).toMatchObject([
				{
					url: `${resource}/openai/deployments/g/chat/completions${DATED}`,
					headers: { 'api-key': 'azure-key-1' },
				},
			]);
		},
	);

	it('lists a deployment as the one model that it is', async () => {
		const { asked, fetch } = recordedFetch('{"data":[{"id":"gpt-4"},{"id":"whisper"}]}');
		const endpoint = endpointAt(`${RESOURCE}/openai/deployments/gpt-4.1`);
		expect(await listModels({ endpoint, apiKey: 'azure-key-1' }, { fetch })).toEqual(['gpt-4.1']);
		expect(asked).toMatchObject([
			{ url: `https://r.openai.azure.com/openai/models${DATED}`, headers: { 'api-key': 'azure-key-1' } },
		]);
	});

	it.each([
		['a signed token', {}, 'eyJhbGciOi.eyJzdWIi.c2ln', { authorization: 'Bearer eyJhbGciOi.eyJzdWIi.c2ln' }],
		['a header of the user’s', { 'Api-Key': 'mine' }, 'azure-key-1', { 'api-key': 'mine' }],
	])('takes %s as it is', async (_, headers, apiKey, sent) => {
		const { asked, fetch } = recordedFetch(ANSWER);
		const endpoint = endpointAt(`${RESOURCE}/openai/v1`, { headers });
		await outcomeOf(createCompletion(requestTo({ url: '' }, { endpoint, apiKey }), { fetch }));
		expect(asked[0]?.headers).toMatchObject(sent);
		expect(Object.keys(asked[0]?.headers ?? {})).not.toContain(
			'authorization' in sent ? 'api-key' : 'authorization',
		);
	});

	it.each(['https://openai.azure.com.example', 'https://r-openai.azure.com', 'https://api.example.com'])(
		'is not %s, which gets the key as others do',
		async (host) => {
			const { asked, fetch } = recordedFetch(ANSWER);
			const endpoint = endpointAt(`${host}/openai/deployments/g`);
			await outcomeOf(createCompletion(requestTo({ url: '' }, { endpoint, apiKey: 'key-1' }), { fetch }));
			expect(asked[0]?.url).toBe(`${host}/openai/deployments/g/chat/completions`);
			expect(asked[0]?.headers).toMatchObject({ authorization: 'Bearer key-1' });
			expect(asked[0]?.headers).not.toHaveProperty('api-key');
		},
	);

	it.each(['us', 'cn'])('has clouds of its own for governments and for China (%s)', (end) => {
		const url = endpointUrl(`https://r.openai.azure.${end}/openai/deployments/gpt-4.1`, 'chat/completions');
		expect(url.search).toBe(DATED);
		expect(endpointAccess(url, { endpoint: {}, apiKey: 'key-12345' }).headers.get('api-key')).toBe(
			'key-12345',
		);
	});
});
