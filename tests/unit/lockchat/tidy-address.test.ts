import { describe, expect, it } from 'vitest';
import { endpointUrl } from '../../../utils/lockchat/address/endpoint-url.ts';
import { parseServerUrl } from '../../../utils/settings/input/server-url.ts';

/** All the ways of writing one address. */
const WAYS: Record<string, readonly string[]> = {
	'http://localhost:1234/v1': [
		'HTTP://LOCALHOST:1234/V1',
		'LOCALHOST:1234/V1/CHAT/COMPLETIONS',
		'http://localhost:1234/V1',
		'http://localhost:1234/v1/v1',
		'http://localhost:1234/v1/v1/chat/completions',
		'http://localhost:1234/v1/chat',
		'http://localhost:1234/v1/chat/',
		'http://localhost:1234/V1/Chat/Completions',
		'http://localhost:1234/v1/models',
		'http://localhost:1234/v1/responses',
		'http://localhost:1234/v1/messages',
		'http://localhost:1234/v1/embeddings',
		'http://localhost:1234//v1//',
		'http:\\\\localhost:1234\\v1',
		'http//localhost:1234/v1',
		'http://http://localhost:1234/v1',
		'`http://localhost:1234/v1`',
		'"http://localhost:1234/v1"',
		'«http://localhost:1234/v1»',
		'“http://localhost:1234/v1”,',
		'„http://localhost:1234/v1“',
		'‘http://localhost:1234/v1’',
		'<http://localhost:1234/v1>',
		'(http://localhost:1234/v1).',
		'[http://localhost:1234/v1]',
		'**http://localhost:1234/v1**',
		'「http://localhost:1234/v1」',
		'http://localhost:1234/v1.',
		'http://localhost:1234/v1,',
		'http://localhost:1234/v1。',
		'http://localhost:1234/v1．',
		'http://localhost:1234/v1，',
		'http://localhost:1234/v1、',
		'http://localhost:1234/v1।',
		'http://localhost:1234/v1،',
		'http://localhost:1234/v1؟',
		'http://localhost:1234/v1…',
		'ｈｔｔｐ：／／ｌｏｃａｌｈｏｓｔ：１２３４／ｖ１',
		'http：//localhost：1234／v1',
		'localhost：1234/v1',
		'\u200bhttp://localhost\u200b:1234/v1\ufeff',
		'\u3000http://localhost:1234/v1\u00a0',
		'OPENAI_BASE_URL=http://localhost:1234/v1',
		'export OPENAI_BASE_URL="http://localhost:1234/v1"',
		'base_url = "http://localhost:1234/v1",',
		'Base URL: http://localhost:1234/v1',
		'"base_url": "http://localhost:1234/v1"',
		'地址：http://localhost:1234/v1',
		'- http://localhost:1234/v1',
		'1. http://localhost:1234/v1',
		'POST http://localhost:1234/v1/chat/completions',
		'curl http://localhost:1234/v1/models',
		'[LM Studio](http://localhost:1234/v1)',
		'http://localhost:1234/v1%20',
		'http:://localhost:1234/v1',
		'http//:localhost:1234/v1',
		'http;//localhost:1234/v1',
		'http://localhost:1234/v1/chat/completion',
		'http://localhost:1234/v1/chat/chat/completions',
		'http://localhost:1234/v1/chat/completions/chat/completions',
		'http://localhost:1234/v1/models/gpt-4',
		'http://localhost:1234/v1/audio/speech',
	],
	'https://api.example.com/v4': [
		'https://api.example.com/v4/docs',
		'https://api.example.com/v4/text/chatcompletion_v2',
		'https://api.example.com/v4/models/maker/model',
	],
	'http://[::1]:8080': ['`[::1]:8080`', '[::1]:8080.', 'http://[::1]:8080/'],
	'http://[::1]': ['[::1]', '[::1].', '“http://[::1]”'],
	'https://api.example.com/api/v1': [
		'api.example.com/api/v1.',
		'API.EXAMPLE.COM/API/V1',
		'https://api.example.com/api/V1/',
	],
	'https://host.example/api/SomeProvider': ['https://host.example//api/SomeProvider/'],
	'https://proxy.example/https://api.example.com/v1': [
		'https://proxy.example/https://api.example.com/v1/models',
	],
	'https://r.example/openai/v1?api-version=preview': ['https://r.example/openai/v1/?api-version=preview'],
	'https://host.example/odd//path/#': [
		'https://host.example/odd//path/#',
		'`https://host.example/odd//path/#`.',
	],
};

describe('case 88: an address that was copied', () => {
	const written = Object.entries(WAYS).flatMap(([url, ways]) => ways.map((way) => [way, url] as const));

	it.each(written)('as %j is %s', (way, url) => {
		expect(parseServerUrl(way)).toEqual({ ok: true, url });
		expect(parseServerUrl(url)).toEqual({ ok: true, url });
		// Also where an earlier version has stored it as it was typed.
		expect(endpointUrl(way, 'chat/completions').href).toBe(endpointUrl(url, 'chat/completions').href);
	});

	it.each([
		['``', 'url-missing'],
		['。', 'url-missing'],
		['\u200b', 'url-missing'],
		['/v1', 'url-invalid'],
		['8080', 'url-invalid'],
		[':8080/v1', 'url-invalid'],
		['http://*:8080', 'url-invalid'],
		['base_url=localhost', 'url-invalid'],
		['http://localhost;1234', 'url-invalid'],
		['http://localhost:12345678', 'url-invalid'],
		['the address is http://localhost:1234', 'url-invalid'],
		['htp://localhost:1234', 'url-scheme'],
		['ws://localhost:1234/v1', 'url-scheme'],
		['https://user:password@host.example/v1', 'url-credentials'],
		['sk-key@host.example', 'url-credentials'],
	])('as %j is none: %s', (way, problem) => {
		expect(parseServerUrl(way)).toEqual({ ok: false, problem });
	});

	it.each([
		['http://localhost:8000/docs', 'http://localhost:8000'],
		['http://localhost:8000/docs#/chat/post', 'http://localhost:8000'],
		['http://localhost:8000/openapi.json', 'http://localhost:8000'],
		['http://localhost:8080/swagger/index.html', 'http://localhost:8080'],
		['https://api.minimax.io/v1/text/chatcompletion_v2', 'https://api.minimax.io/v1'],
		['https://dbc.example/serving-endpoints/model-1/invocations', 'https://dbc.example/serving-endpoints'],
		[
			'https://api.cloudflare.com/client/v4/accounts/a1/ai/run/@cf/acme/m',
			'https://api.cloudflare.com/client/v4/accounts/a1/ai',
		],
		['https://host.example/serving-endpoints/model-1', 'https://host.example/serving-endpoints/model-1'],
		['https://host.example/run/docs2', 'https://host.example/run/docs2'],
	])('case 314: %s is %s', (way, url) => {
		expect(parseServerUrl(way)).toEqual({ ok: true, url });
	});

	it('keeps the query that a server needs with every request', () => {
		const typed = 'https://r.example/openai/v1/chat/completions?api-version=preview';
		for (const method of ['chat/completions', 'models'] as const) {
			expect(endpointUrl(typed, method).href).toBe(
				`https://r.example/openai/v1/${method}?api-version=preview`,
			);
		}
	});
});
