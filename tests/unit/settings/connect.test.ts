import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { connect, endpointOf } from '../../../components/settings/connect/connect.ts';
import { defaultTarget } from '../../../utils/settings/default-target.ts';
import { endpoints } from '../../../utils/settings/endpoints.ts';
import { keyFor, withHeaders } from '../../../utils/settings/keys.ts';
import { preferences } from '../../../utils/settings/preferences.ts';
import { type PresetId, presetOf } from '../../../utils/settings/presets.ts';
import { createFakeClient } from './fake-client.ts';

const OLLAMA = presetOf('ollama').url;
const OPENAI = presetOf('openai').url;

function parsed(id: PresetId, apiKey = '') {
	const result = endpointOf(presetOf(id), id, apiKey);
	if (!result.ok) throw new Error('The preset does not parse.');
	return result;
}

describe('connecting', () => {
	beforeEach(() => fakeBrowser.reset());

	it('stores what works as the default, with its own models and key', async () => {
		const client = createFakeClient({ [OLLAMA]: { models: ['llama', 'qwen'] } });
		const outcome = await connect(client, parsed('ollama', 'sk-1'), true);
		const stored = await endpoints.getValue();
		expect(outcome).toEqual({ ok: true, endpoint: stored[0] });
		expect(stored).toMatchObject([{ name: 'ollama', url: OLLAMA, models: ['llama', 'qwen'] }]);
		expect(defaultTarget(stored, await preferences.getValue())).toMatchObject({ model: 'llama' });
		expect(await keyFor(stored[0]?.id ?? '')).toBe('sk-1');
	});

	it('stores nothing of what does not', async () => {
		const client = createFakeClient({ [OPENAI]: { refuses: 'unauthorized' } });
		const outcome = await connect(client, parsed('openai', 'sk-1'), false);
		expect(outcome).toMatchObject({ ok: false, failure: { code: 'unauthorized' } });
		expect(await fakeBrowser.storage.local.get()).toEqual({});
	});

	it('lists all models of a company, and asks the first that its preset names', async () => {
		const client = createFakeClient({
			[OPENAI]: { models: ['gpt-5', 'gpt-4o', 'gpt-4o-mini', 'whisper-1'] },
		});
		await connect(client, parsed('openai', 'sk-1'), false);
		expect(await endpoints.getValue()).toMatchObject([
			{ models: ['gpt-4o-mini', 'gpt-5', 'gpt-4o', 'whisper-1'] },
		]);
	});

	it('keeps the models of a preset whose server has no list', async () => {
		const { url, models } = presetOf('perplexity');
		const client = createFakeClient({ [url]: { models: 'not-found' } });
		await connect(client, parsed('perplexity', 'pplx-1'), false);
		expect(await endpoints.getValue()).toMatchObject([{ models }]);
	});

	it('leaves the default alone where there is a server already', async () => {
		const client = createFakeClient({ [OLLAMA]: { models: ['llama'] }, [OPENAI]: {} });
		await connect(client, parsed('ollama'), true);
		const before = await preferences.getValue();
		await connect(client, parsed('openai', 'sk-1'), false);
		expect(await preferences.getValue()).toEqual(before);
		expect(await endpoints.getValue()).toHaveLength(2);
	});

	it('stores what a preset sends beside the key like a secret, and sends it', async () => {
		const { url, headers } = presetOf('anthropic');
		const client = createFakeClient({ [url]: {} });
		const { endpoint } = await connect(client, parsed('anthropic', 'sk-ant-1'), false);
		expect(endpoint).toMatchObject({ headers });
		const [stored] = await endpoints.getValue();
		expect(stored && (await withHeaders(stored))).toMatchObject({ headers });
	});

	it("takes the server's models when it no longer has those of the preset", async () => {
		const refuses = (model: string) => (model === 'newer' ? null : 'model-not-found');
		const client = createFakeClient({ [OPENAI]: { models: ['newer'], refuses } });
		expect(await connect(client, parsed('openai', 'sk-1'), false)).toMatchObject({ ok: true });
		expect(await endpoints.getValue()).toMatchObject([{ models: ['newer'] }]);
	});

	it('gives up when the server has none of its own models either', async () => {
		const client = createFakeClient({ [OPENAI]: { models: ['newer'], refuses: 'model-not-found' } });
		expect(await connect(client, parsed('openai', 'sk-1'), false)).toMatchObject({ ok: false });
		expect(client.asked).toHaveLength(4);
	});
});
