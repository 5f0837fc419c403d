import { describe, expect, it } from 'vitest';
import { testConnection } from '../../../components/settings/draft/test-connection.ts';
import type { ServerEndpoint } from '../../../utils/providers/server-endpoint.ts';
import { createFakeClient, type FakeServer } from './fake-client.ts';

const URL = 'http://127.0.0.1:8976';
const endpoint: ServerEndpoint = {
	kind: 'server',
	id: 'e',
	name: 'E',
	url: URL,
	models: ['gpt-4'],
	supportsStream: true,
	needsAuth: false,
};

function test(server: FakeServer, { isModelGuessed = false, apiKey = '' } = {}) {
	const client = createFakeClient({ [URL]: server });
	const outcome = testConnection(client, { endpoint, apiKey, isModelGuessed });
	return { client, outcome };
}

describe('a connection test', () => {
	it('asks the named model a real question, and for no list', async () => {
		const { client, outcome } = test({}, { apiKey: 'sk-1' });
		expect(await outcome).toEqual({ failure: null, model: 'gpt-4', models: null });
		expect(client.asked).toEqual([{ type: 'check', url: URL, model: 'gpt-4', apiKey: 'sk-1' }]);
	});

	it('fails where the list is open but a question is refused', async () => {
		const { outcome } = test({ models: ['llama'], refuses: 'forbidden-origin' }, { isModelGuessed: true });
		expect(await outcome).toMatchObject({ failure: { code: 'forbidden-origin' }, model: 'llama' });
	});

	it("asks the server's first chat model where the user named none", async () => {
		const models = ['text-embedding-3', 'whisper-1', 'llama', 'mistral'];
		const { outcome } = test({ models }, { isModelGuessed: true });
		expect(await outcome).toEqual({
			failure: null,
			model: 'llama',
			models: ['llama', 'mistral', 'text-embedding-3', 'whisper-1'],
		});
	});

	it.each(['unauthorized', 'not-found', 'not-an-api'] as const)(
		'asks the usual model all the same when the list ends in %s',
		async (code) => {
			const { outcome } = test({ models: code }, { isModelGuessed: true });
			expect(await outcome).toEqual({ failure: null, model: 'gpt-4', models: null });
		},
	);

	it.each(['unreachable', 'permission-needed'] as const)('ends when the list is %s', async (code) => {
		const { client, outcome } = test({ models: code }, { isModelGuessed: true });
		expect(await outcome).toMatchObject({ failure: { code } });
		expect(client.asked).toHaveLength(1);
	});

	it('brings the list along when the named model is not there', async () => {
		const { outcome } = test({ models: ['llama'], refuses: 'model-not-found' });
		expect(await outcome).toEqual({
			failure: { code: 'model-not-found' },
			model: 'gpt-4',
			models: ['llama'],
		});
	});
});
