import { describe, expect, it } from 'vitest';
import { parseEndpointInput } from '../../../utils/settings/input/endpoint-input.ts';

const TYPED = { name: 'Mine', url: 'http://127.0.0.1:8976', apiKey: '', models: 'a, b' };

describe("an endpoint's form", () => {
	it('becomes an endpoint', () => {
		expect(parseEndpointInput({ ...TYPED, apiKey: ' sk-1 ' }, { id: 'e1' })).toEqual({
			ok: true,
			apiKey: 'sk-1',
			endpoint: {
				kind: 'server',
				id: 'e1',
				name: 'Mine',
				url: 'http://127.0.0.1:8976',
				models: ['a', 'b'],
				supportsStream: true,
				needsAuth: true,
			},
		});
	});

	it.each([
		['one, two,, one ,\nthree\r\nfour', ['one', 'two', 'three', 'four']],
		['', ['gpt-4', 'gpt-3.5-turbo']],
		[' ,\n, ', ['gpt-4', 'gpt-3.5-turbo']],
		['meta/llama 3.1', ['meta/llama 3.1']],
	])('reads the models %j', (models, expected) => {
		const parsed = parseEndpointInput({ ...TYPED, models }, { id: 'e1' });
		expect(parsed.ok && parsed.endpoint.models).toEqual(expected);
	});

	it('names a nameless endpoint after its host', () => {
		const parsed = parseEndpointInput({ ...TYPED, name: ' ' }, { id: 'e1' });
		expect(parsed.ok && parsed.endpoint.name).toBe('127.0.0.1:8976');
	});

	it.each([
		['Bearer sk-1', 'sk-1'],
		['bearer   sk-1', 'sk-1'],
		['\tsk-1\n', 'sk-1'],
	])('takes the key out of %j', (apiKey, expected) => {
		const parsed = parseEndpointInput({ ...TYPED, apiKey }, { id: 'e1' });
		expect(parsed.ok && parsed.apiKey).toBe(expected);
	});

	it.each(['sk-ключ', 'sk-1 2', 'sk-1\u00a0', '«sk-1»'])(
		'refuses the key %j, which no header can carry',
		(apiKey) => {
			const parsed = parseEndpointInput({ ...TYPED, apiKey: `${apiKey}x` }, { id: 'e1' });
			expect(parsed).toEqual({ ok: false, problems: { apiKey: 'key-characters' } });
		},
	);

	it('tells of every wrong field at once', () => {
		const parsed = parseEndpointInput({ ...TYPED, url: 'ftp://x', apiKey: 'ключ' }, { id: 'e1' });
		expect(parsed).toEqual({ ok: false, problems: { url: 'url-scheme', apiKey: 'key-characters' } });
	});

	it('keeps what the form does not show', () => {
		const stored = { id: 'e1', supportsStream: false, headers: { 'x-team': 'a' } };
		const parsed = parseEndpointInput(TYPED, stored);
		expect(parsed.ok && parsed.endpoint).toMatchObject({ supportsStream: false, headers: { 'x-team': 'a' } });
	});
});
