/** Connects a server without its form: tests it, and stores it. */
import type { Failure } from '../../../utils/lockchat/failure.ts';
import type { Endpoint } from '../../../utils/providers/endpoint.ts';
import { endpoints, saveEndpoints } from '../../../utils/settings/endpoints.ts';
import { type ParsedEndpoint, parseEndpointInput } from '../../../utils/settings/input/endpoint-input.ts';
import { setKey, storeHeaders } from '../../../utils/settings/keys.ts';
import { savePreferences } from '../../../utils/settings/preferences.ts';
import { foundOf } from '../draft/settings-draft.ts';
import { type ConnectionClient, listModels, testConnection } from '../draft/test-connection.ts';
import { presetInput, type ServerFacts } from '../presets/preset-input.ts';

export type ConnectOutcome =
	| { ok: true; endpoint: Endpoint }
	| { ok: false; endpoint: Endpoint; model: string; failure: Failure };

/**
 * Makes an endpoint from what is known of a server. The user will see it under `name`, or under its host if that is
 * empty.
 */
export function endpointOf(server: ServerFacts, name: string, apiKey = ''): ParsedEndpoint {
	const { headers = [], ...input } = presetInput(server, name);
	const own = headers.length > 0 && { headers };
	return parseEndpointInput({ ...input, ...own, apiKey }, { id: crypto.randomUUID() });
}

/** Stores an endpoint. If it is the first one, new chats begin with it; otherwise the user's choice stays. */
export async function storeConnected(endpoint: Endpoint, apiKey: string): Promise<void> {
	const isFirst = (await endpoints.getValue()).length === 0;
	await saveEndpoints([endpoint.kind === 'server' ? await storeHeaders(endpoint) : endpoint]);
	await setKey(endpoint.id, apiKey);
	if (isFirst) await savePreferences({ defaultEndpointId: endpoint.id, defaultModel: null });
}

/** The model that has answered, and behind it all others that the server lists. */
async function allModels(client: ConnectionClient, { endpoint, apiKey }: ParsedEndpoint & { ok: true }) {
	const list = await listModels(client, { endpoint, apiKey });
	const others = list.ok && list.models.length > 0 ? list.models : endpoint.models;
	return [...new Set([...endpoint.models.slice(0, 1), ...others])];
}

/**
 * Tests a server, and stores it if it answers. The models of a preset are a guess: if the server lists others, its own
 * list is used. Rejects if the browser refuses to store the result.
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
		...foundOf(tested),
		models: models ?? (await allModels(client, { ok: true, endpoint, apiKey })),
	};
	await storeConnected(connected, apiKey);
	return { ok: true, endpoint: connected };
}
