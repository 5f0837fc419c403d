import { describe, expect, it } from 'vitest';
import { testConnection } from '../../../components/settings/draft/test-connection.ts';
import { serverAt } from '../../../utils/providers/server-endpoint.ts';
import { cleanKey, keyProblem } from '../../../utils/settings/input/clean-key.ts';
import { companyOfKey } from '../../../utils/settings/input/key-shape.ts';
import { createFakeClient } from './fake-client.ts';

describe('a pasted key', () => {
	it.each([
		'sk-abc',
		' sk-abc\n',
		'"sk-abc"',
		"'sk-abc'",
		'`sk-abc`',
		'“sk-abc”',
		'«sk-abc»',
		'<sk-abc>',
		'sk-abc,',
		'"sk-abc",',
		'OPENAI_API_KEY=sk-abc',
		'OPENAI_API_KEY = "sk-abc"',
		'export OPENAI_API_KEY="sk-abc"',
		"export OPENAI_API_KEY='sk-abc';",
		'set OPENAI_API_KEY=sk-abc',
		'setx OPENAI_API_KEY "sk-abc"',
		'$env:OPENAI_API_KEY="sk-abc"',
		'const apiKey = "sk-abc";',
		'HF_TOKEN=sk-abc',
		'Bearer sk-abc',
		'Authorization: Bearer sk-abc',
		'-H "Authorization: Bearer sk-abc"',
		'x-api-key: sk-abc',
		'api-key: sk-abc',
		'api_key: "sk-abc"',
		'"apiKey": "sk-abc",',
		'{"api_key": "sk-abc"}',
		'{ "name": "x", "OPENAI_API_KEY": "sk-abc" }',
		'{"Authorization":"Bearer sk-abc"}',
		'\u200bsk-abc\ufeff',
		'--api-key sk-abc',
		'--api-key=sk-abc',
		"process.env.OPENAI_API_KEY = 'sk-abc'",
		'os.environ["OPENAI_API_KEY"] = "sk-abc"',
		"curl -H 'x-api-key: sk-abc'",
		'OPENAI_API_KEY=sk-abc # mine',
		'?api_key=sk-abc',
		'API key: sk-abc',
		'Token sk-abc',
		'密钥：sk-abc',
		'Ключ: sk-abc',
		'「sk-abc」',
		'(sk-abc)',
		'- sk-abc',
		'ｓｋ－ａｂｃ',
		'sk-abc%0A',
	])('case 91: is taken out of %j', (pasted) => {
		const key = cleanKey(pasted);
		expect([key, keyProblem(key)]).toEqual(['sk-abc', null]);
	});

	it.each(['id:secret', 'c2VjcmV0a2V5==', 'a=b', 'my-key', 'pass,word', 'key', 'token', 'sk-or-v1-1'])(
		'case 91: stays as it is: %j',
		(pasted) => {
			expect([cleanKey(pasted), keyProblem(cleanKey(pasted))]).toEqual([pasted, null]);
		},
	);

	it.each([
		['"sk-abc', 'key-extra'],
		['{"a":"x","b":"y"}', 'key-extra'],
		['{sk-abc}', 'key-extra'],
		['sk-...abc', 'key-masked'],
		['sk-ab***', 'key-masked'],
		['sk-ab…', 'key-masked'],
		['sk-ключ', 'key-characters'],
		['sk-abc sk-def', 'key-characters'],
	])('case 91: of %j is not guessed at', (pasted, problem) => {
		expect(keyProblem(cleanKey(pasted))).toBe(problem);
	});

	it('case 91: is known by its looks, whatever stands around it', () => {
		expect(companyOfKey('export KEY_A_TOKEN="sk-or-v1-1"')).toBe('openrouter');
	});
});

describe('a server that has no model yet', () => {
	const endpoint = (url: string) => ({
		endpoint: { ...serverAt(url), models: ['gpt-4'] },
		apiKey: '',
	});
	const OLLAMA = 'http://127.0.0.1:11434/v1';
	const OTHER = 'http://127.0.0.1:1234/v1';

	it.each([
		[OLLAMA, true, { code: 'no-models', detail: 'ollama pull llama3.2' }],
		[OLLAMA, false, { code: 'no-models', detail: 'ollama pull llama3.2' }],
		[OTHER, true, { code: 'no-models' }],
	])(
		'case 92: is told so, with the line that fetches one where it is Ollama: %s',
		async (url, isModelGuessed, failure) => {
			const client = createFakeClient({ [url]: { models: [], refuses: 'model-not-found' } });
			expect((await testConnection(client, { ...endpoint(url), isModelGuessed })).failure).toEqual(failure);
		},
	);

	it('case 92: is not, where it answers all the same', async () => {
		const client = createFakeClient({ [OLLAMA]: { models: [] } });
		expect((await testConnection(client, { ...endpoint(OLLAMA), isModelGuessed: true })).failure).toBeNull();
	});
});
