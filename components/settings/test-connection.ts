import type { Endpoint, Failure } from '../../utils/lockchat/types.ts';
import type { RunClient } from '../../utils/run/window/run-client.ts';
import { chatModelsFirst } from '../../utils/settings/model-list.ts';

/** What the settings need from the background, since pages may not connect to servers themselves. */
export type ConnectionClient = Pick<RunClient, 'check' | 'listModels' | 'getUnsaved'>;

export interface Candidate {
	endpoint: Endpoint;
	apiKey: string;
	/** True if the user has named no models. Those of the endpoint are a guess then, and the server's own list is better. */
	isModelGuessed: boolean;
}

export interface Connection {
	/** Null if it works. */
	failure: Failure | null;
	/** The model that was asked. */
	model: string;
	/** The server's own list of models, where it was asked for and has come. */
	models: string[] | null;
	/** As in `Endpoint`; undefined if the test could not find it out. */
	isResumable: boolean | undefined;
}

export async function listModels(client: ConnectionClient, { endpoint, apiKey }: Candidate) {
	const result = await client.listModels(endpoint, apiKey || undefined);
	return result.ok ? { ...result, models: chatModelsFirst(result.models) } : result;
}

/**
 * Asks the server for one token, as a question would: a server may list its models to anyone, and answer only some.
 * The list is read first if the user named no model, and afterwards if the server does not have the named one.
 */
export async function testConnection(client: ConnectionClient, candidate: Candidate): Promise<Connection> {
	const { endpoint, apiKey, isModelGuessed } = candidate;
	let model = endpoint.models[0] ?? '';
	let models: string[] | null = null;

	if (isModelGuessed) {
		const list = await listModels(client, candidate);
		if (!list.ok && ['unreachable', 'permission-needed'].includes(list.failure.code)) {
			return { failure: list.failure, model, models, isResumable: undefined };
		}
		models = list.ok && list.models.length > 0 ? list.models : null;
		model = models?.[0] ?? model;
	}

	const check = await client.check(endpoint, model, apiKey || undefined);
	if (!check.ok && check.failure.code === 'model-not-found' && models === null) {
		const list = await listModels(client, candidate);
		models = list.ok && list.models.length > 0 ? list.models : null;
	}
	return check.ok
		? { failure: null, model, models, isResumable: check.isResumable }
		: { failure: check.failure, model, models, isResumable: undefined };
}
