import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { connect, endpointOf, findLocalServers, presetOfKey } from '../../../components/settings/connect.ts';
import { defaultTarget } from '../../../utils/settings/default-target.ts';
import { endpoints } from '../../../utils/settings/endpoints.ts';
import { keyFor } from '../../../utils/settings/keys.ts';
import { preferences } from '../../../utils/settings/preferences.ts';
import { type PresetId, presetOf } from '../../../utils/settings/presets.ts';
import { createFakeClient } from './fake-client.ts';

const OLLAMA = presetOf('ollama').url;
const LOCAL = presetOf('local').url;
const OPENAI = presetOf('openai').url;

function parsed(id: PresetId, apiKey = '') {
	const result = endpointOf(presetOf(id), id, apiKey);
	if (!result.ok) throw new Error('The preset does not parse.');
	return result;
}

describe('looking for servers on this computer', () => {
	it('finds those that list their models, and asks no server elsewhere', async () => {
		const client = createFakeClient({ [OLLAMA]: { models: ['llama'] }, [LOCAL]: { models: ['m'] } });
		const found = await findLocalServers(client);
		expect(found).toMatchObject({ type: 'found', presets: [{ id: 'ollama' }, { id: 'local' }] });
		expect(client.asked.every(({ url }) => url.startsWith('http://127.0.0.1:'))).toBe(true);
	});

	it('tells of one that the browser keeps from it', async () => {
		const client = createFakeClient({ [OLLAMA]: { models: 'permission-needed' } });
		expect(await findLocalServers(client)).toEqual({ type: 'blocked', url: OLLAMA });
	});

	it('finds none where nothing answers', async () => {
		expect(await findLocalServers(createFakeClient({}))).toEqual({ type: 'none' });
	});
});

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

describe('a key', () => {
	it.each([
		['sk-or-v1-abc', 'openrouter'],
		[' Bearer sk-or-v1-abc', 'openrouter'],
		['sk-proj-abc', 'openai'],
		['sk-orange', 'openai'],
	])('%j belongs to %s', (key, id) => {
		expect(presetOfKey(key).id).toBe(id);
	});
});
