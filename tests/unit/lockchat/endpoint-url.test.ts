import { describe, expect, it } from 'vitest';
import { endpointUrl, normalizeEndpointUrl } from '../../../utils/lockchat/address/endpoint-url.ts';
import { LockchatError } from '../../../utils/lockchat/lockchat-error.ts';

function failureOf(pasted: string) {
	try {
		return normalizeEndpointUrl(pasted);
	} catch (error) {
		if (error instanceof LockchatError) return error.toFailure();
		throw error;
	}
}

describe('an endpoint’s address', () => {
	it.each([
		['http://127.0.0.1:11434', 'http://127.0.0.1:11434/v1'],
		['http://127.0.0.1:11434/', 'http://127.0.0.1:11434/v1'],
		['  http://127.0.0.1:11434/v1  ', 'http://127.0.0.1:11434/v1'],
		['http://127.0.0.1:11434/v1//', 'http://127.0.0.1:11434/v1'],
		['https://API.openai.com/v1/chat/completions', 'https://api.openai.com/v1'],
		['https://api.openai.com/v1/models/', 'https://api.openai.com/v1'],
		['https://api.openai.com/v1/completions', 'https://api.openai.com/v1'],
		['https://openrouter.ai/api', 'https://openrouter.ai/api'],
		['https://openrouter.ai/api/v1', 'https://openrouter.ai/api/v1'],
		['https://open.bigmodel.cn/api/paas/v4', 'https://open.bigmodel.cn/api/paas/v4'],
		[
			'https://generativelanguage.googleapis.com/v1beta/openai/',
			'https://generativelanguage.googleapis.com/v1beta/openai',
		],
		...['', '/v1beta', '/v1', '/v1beta/models/gemini-pro:generateContent'].map((path) => [
			`https://generativelanguage.googleapis.com${path}`,
			'https://generativelanguage.googleapis.com/v1beta/openai',
		]),
		['http://host/api/chat/completions', 'http://host/api/chat/completions'],
		[
			'https://x.azure.com/openai/deployments/g/chat/completions?api-version=2024-06-01#top',
			'https://x.azure.com/openai/deployments/g/chat/completions?api-version=2024-06-01',
		],
		['api.openai.com', 'https://api.openai.com/v1'],
		['//api.openai.com/v1', 'https://api.openai.com/v1'],
		['localhost:11434', 'http://localhost:11434/v1'],
		['127.1:8080', 'http://127.0.0.1:8080/v1'],
		['[::1]:8080/v1', 'http://[::1]:8080/v1'],
		['192.168.0.7:1234', 'http://192.168.0.7:1234/v1'],
		['nas.local:1234', 'http://nas.local:1234/v1'],
		['nas:1234/v1', 'http://nas:1234/v1'],
		['localhost:443', 'https://localhost/v1'],
		['http://0.0.0.0:8080', 'http://127.0.0.1:8080/v1'],
		['http://пример.рф', 'http://xn--e1afmkfd.xn--p1ai/v1'],
	])('pasted as %j is %s', (pasted, url) => {
		expect(normalizeEndpointUrl(pasted)).toBe(url);
		expect(normalizeEndpointUrl(url)).toBe(url);
	});

	it.each([
		'',
		'   ',
		'http://',
		'ftp://host/v1',
		'file:///etc/passwd',
		'javascript:alert(1)',
		'http://a b',
		'data:,x',
		'http://user:pass@host/v1',
		'key@host',
		'http://host:99999',
	])('pasted as %j is none', (pasted) => {
		expect(failureOf(pasted)).toEqual({ code: 'invalid-url' });
	});

	it.each([
		['http://localhost:11434/api', 'http://localhost:11434/v1'],
		['localhost:11434/api/', 'http://localhost:11434/v1'],
		['http://localhost:11434/api/chat', 'http://localhost:11434/v1'],
		['http://10.0.0.2:11434/api', 'http://10.0.0.2:11434/v1'],
		['https://host/ollama/api/generate', 'https://host/ollama/v1'],
		['https://host/api/tags', 'https://host/v1'],
	])('of Ollama’s own API (%s) is answered with the right one', (pasted, detail) => {
		expect(failureOf(pasted)).toEqual({ code: 'wrong-protocol', detail });
	});

	it.each([
		['http://127.0.0.1:1/v1', 'chat/completions', 'http://127.0.0.1:1/v1/chat/completions'],
		['http://127.0.0.1:1', 'models', 'http://127.0.0.1:1/v1/models'],
		['http://h/api/chat/completions', 'chat/completions', 'http://h/api/chat/completions'],
		['http://h/api/chat/completions', 'models', 'http://h/api/models'],
		['https://h/v1?api-version=1', 'chat/completions', 'https://h/v1/chat/completions?api-version=1'],
	] as const)('%s has its %s at %s', (pasted, method, url) => {
		expect(endpointUrl(pasted, method).href).toBe(url);
	});
});
