/** Connecting a first server, from the chat's card: search, test, store. */
import type { Failure } from '../../utils/lockchat/types.ts';
import type { Endpoint } from '../../utils/providers/endpoint.ts';
import { serverAt } from '../../utils/providers/server-endpoint.ts';
import { cleanKey } from '../../utils/settings/clean-key.ts';
import { type ParsedEndpoint, parseEndpointInput } from '../../utils/settings/endpoint-input.ts';
import { saveEndpoints } from '../../utils/settings/endpoints.ts';
import { setKey } from '../../utils/settings/keys.ts';
import { parametersInput } from '../../utils/settings/parameters-input.ts';
import { savePreferences } from '../../utils/settings/preferences.ts';
import { PRESETS, type Preset, presetOf } from '../../utils/settings/presets.ts';
import { foundOf } from './settings-draft.ts';
import { type ConnectionClient, testConnection } from './test-connection.ts';

export type LocalSearch =
	| { type: 'found'; presets: Preset[] }
	/** A server is there, but the browser does not let the extension read its answers. */
	| { type: 'blocked'; url: string }
	| { type: 'none' };

export type ConnectOutcome =
	| { ok: true; endpoint: Endpoint }
	| { ok: false; endpoint: Endpoint; model: string; failure: Failure };

/** Makes an endpoint from a preset. The user will see it under `name`. */
export function endpointOf({ url, models, parameters }: Preset, name: string, apiKey = ''): ParsedEndpoint {
	const input = { name, url, apiKey, models: models.join('\n'), ...parametersInput(parameters) };
	return parseEndpointInput(input, { id: crypto.randomUUID() });
}

/** Whether the key is one of OpenRouter's, which have a beginning of their own. */
export function presetOfKey(apiKey: string): Preset {
	return presetOf(/^sk-or-/i.test(cleanKey(apiKey)) ? 'openrouter' : 'openai');
}

/** Asks the servers that people usually run on this computer for their models, all at the same time. */
export async function findLocalServers(client: ConnectionClient): Promise<LocalSearch> {
	const probes = PRESETS.filter((preset) => preset.place === 'computer').map(async (preset) => {
		return { preset, result: await client.listModels(serverAt(preset.url)) };
	});
	const results = await Promise.all(probes);
	const presets = results.filter(({ result }) => result.ok).map(({ preset }) => preset);
	if (presets.length > 0) return { type: 'found', presets };
	const blocked = results.find(({ result }) => !result.ok && result.failure.code === 'permission-needed');
	return blocked ? { type: 'blocked', url: blocked.preset.url } : { type: 'none' };
}

/** Stores an endpoint, and makes it the one that new chats begin with. */
export async function storeDefault(endpoint: Endpoint, apiKey: string): Promise<void> {
	await saveEndpoints([endpoint]);
	await setKey(endpoint.id, apiKey);
	await savePreferences({ defaultEndpointId: endpoint.id, defaultModel: null });
}

/**
 * Tests a server and makes it the default if it answers. The models of a preset are a guess: if the server has others,
 * its own list is used. Rejects if the browser refuses to store the result.
 */
export async function connect(
	client: ConnectionClient,
	{ endpoint, apiKey }: ParsedEndpoint & { ok: true },
	isModelGuessed: boolean,
): Promise<ConnectOutcome> {
	const tested = await testConnection(client, { endpoint, apiKey, isModelGuessed });
	const { failure, model, models } = tested;
	if (failure?.code === 'model-not-found' && models && !isModelGuessed) {
		return connect(client, { ok: true, endpoint: { ...endpoint, models }, apiKey }, true);
	}
	if (failure) return { ok: false, endpoint, model, failure };
	const connected = {
		...endpoint,
		...(models && { models }),
		...foundOf(tested),
	};
	await storeDefault(connected, apiKey);
	return { ok: true, endpoint: connected };
}
