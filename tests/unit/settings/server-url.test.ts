import { describe, expect, it } from 'vitest';
import { normalizeEndpointUrl } from '../../../utils/lockchat/address/endpoint-url.ts';
import { parseServerUrl } from '../../../utils/settings/input/server-url.ts';

describe('a server URL as typed', () => {
	it.each([
		['http://127.0.0.1:11434', 'http://127.0.0.1:11434'],
		['  https://api.openai.com/v1/  ', 'https://api.openai.com/v1'],
		['HTTPS://API.OpenAI.com', 'https://api.openai.com'],
		['https://openrouter.ai/api/v1/chat/completions', 'https://openrouter.ai/api/v1'],
		['http://localhost:1234/v1/models/', 'http://localhost:1234/v1'],
		['http://localhost:11434/api/chat', 'http://localhost:11434/api/chat'],
		['http:/localhost:1234', 'http://localhost:1234'],
		['http://[::1]:8080/', 'http://[::1]:8080'],
		['http://0.0.0.0:8080', 'http://127.0.0.1:8080'],
		['https://пример.рф', 'https://xn--e1afmkfd.xn--p1ai'],
	])('%s is the address %s', (text, url) => {
		expect(parseServerUrl(text)).toEqual({ ok: true, url });
	});

	it.each([
		['http://nas:3000/api/chat/completions', 'http://nas:3000/api/chat/completions'],
		['nas:3000/api/chat/completions/', 'http://nas:3000/api/chat/completions'],
		['https://host/chat/completions', 'https://host/chat/completions'],
		[
			'https://x.azure.com/openai/deployments/g/chat/completions?api-version=1#top',
			'https://x.azure.com/openai/deployments/g/chat/completions?api-version=1',
		],
	])('%s names no version and stays as it stands', (text, url) => {
		expect(parseServerUrl(text)).toEqual({ ok: true, url });
	});

	it.each([
		['localhost:11434', 'http://localhost:11434'],
		['localhost:443', 'https://localhost'],
		['nas:443/v1', 'https://nas/v1'],
		['127.0.0.1:8976/v1', 'http://127.0.0.1:8976/v1'],
		['[::1]:8080', 'http://[::1]:8080'],
		['192.168.1.20:1234', 'http://192.168.1.20:1234'],
		['172.31.0.2', 'http://172.31.0.2'],
		['172.32.0.2', 'https://172.32.0.2'],
		['100.100.1.1:8080', 'http://100.100.1.1:8080'],
		['[fd12::1]:8080', 'http://[fd12::1]:8080'],
		['nas:8080', 'http://nas:8080'],
		['studio.local:1234', 'http://studio.local:1234'],
		['api.example.com', 'https://api.example.com'],
		['local.example.com:8443/v1', 'https://local.example.com:8443/v1'],
	])('%s without a scheme means %s', (text, url) => {
		expect(parseServerUrl(text)).toEqual({ ok: true, url });
	});

	it.each([
		['', 'url-missing'],
		['   ', 'url-missing'],
		['not a url', 'url-invalid'],
		['http://', 'url-invalid'],
		['http://local host:1', 'url-invalid'],
		['localhost:99999', 'url-invalid'],
		['javascript:alert(1)', 'url-invalid'],
		['ftp://example.com', 'url-scheme'],
		['chrome-extension://abc/popup.html', 'url-scheme'],
		['http://me:secret@example.com', 'url-credentials'],
		['me@example.com', 'url-credentials'],
	])('%j is refused: %s', (text, problem) => {
		expect(parseServerUrl(text)).toEqual({ ok: false, problem });
	});

	it.each(['nas:8080/v1/chat/completions/', 'nas:8080/api/chat/completions/', 'nas:443'])(
		'parses its own result to itself: %s',
		(text) => {
			const first = parseServerUrl(text);
			expect(first.ok && parseServerUrl(first.url)).toEqual(first);
		},
	);

	it.each([
		'localhost:11434',
		'localhost:443',
		'nas:443/api/chat/completions',
		'https://openrouter.ai/api/v1/chat/completions',
		'https://generativelanguage.googleapis.com/v1beta/openai/chat/completions',
		'http://nas:3000/api/chat/completions',
		'https://x.azure.com/openai/deployments/g/chat/completions?api-version=1',
		'https://host/chat/completions',
		'https://api.openai.com/v1/models',
	])('is asked where the client would ask by itself: %s', (text) => {
		const parsed = parseServerUrl(text);
		expect(parsed.ok && normalizeEndpointUrl(parsed.url)).toBe(normalizeEndpointUrl(text));
	});
});
