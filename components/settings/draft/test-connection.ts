import type { Failure, FailureCode } from '../../../utils/lockchat/failure.ts';
import { type Endpoint, whereTo } from '../../../utils/providers/endpoint.ts';
import type { RunClient } from '../../../utils/run/window/run-client.ts';
import { chatModelsFirst } from '../../../utils/settings/input/model-list.ts';
import { rememberModels } from '../../../utils/settings/known-models.ts';

/** What the settings need from the background, since pages may not connect to servers themselves. */
export type ConnectionClient = Pick<RunClient, 'check' | 'listModels' | 'probe' | 'getUnsaved'>;

export interface Candidate {
	endpoint: Endpoint;
	apiKey: string;
	/** True if the user has named no models. Those of the endpoint are a guess then, and the server's own list is better. */
	isModelGuessed: boolean;
}

export interface TestedConnection {
	/** Null if the connection works. */
	failure: Failure | null;
	/** The model that was asked. */
	model: string;
	/** The server's own list of models, if it was asked for and has come. */
	models: string[] | null;
	/** Whether the endpoint keeps an answer whose reader is gone; undefined where that was not found out. */
	isResumable: boolean | undefined;
	/** Which of the addresses that the endpoint's may mean has answered; undefined where it is the usual one. */
	base: string | undefined;
}

/** After one of these failures a question would reach nobody either. */
const UNREACHED: readonly FailureCode[] = ['unreachable', 'permission-needed', 'local-network-denied'];

/** The endpoint's list of models. What it tells of each is kept beside the settings, for whoever chooses among them. */
export async function listModels(
	client: Pick<ConnectionClient, 'listModels'>,
	{ endpoint, apiKey }: Pick<Candidate, 'endpoint' | 'apiKey'>,
) {
	const result = await client.listModels(endpoint, apiKey || undefined, { isDetailed: true });
	if (!result.ok) return result;
	await rememberModels(endpoint, result.details ?? result.models.map((id) => ({ id }))).catch(
		(error: unknown) => console.error('What a server told of its models was not stored.', error),
	);
	return { ...result, models: chatModelsFirst(result.models) };
}

export const OLLAMA_PORT = ':11434';
/** Fetches a small model that most computers can run. */
export const OLLAMA_PULL = 'ollama pull llama3.2';

/** The failure of a server that is there and has no model yet, as Ollama right after its installation. */
export function noModels(endpoint: Endpoint): Failure {
	const isOllama = whereTo(endpoint)?.host.endsWith(OLLAMA_PORT);
	return { code: 'no-models', ...(isOllama && { detail: OLLAMA_PULL }) };
}

/**
 * Asks the server as a question would, since its list of models may be open where answers are not. If the user named no
 * model, the list is read before that; if the server does not have the model that was named, it is read after that.
 */
export async function testConnection(
	client: ConnectionClient,
	candidate: Candidate,
): Promise<TestedConnection> {
	const { endpoint, apiKey, isModelGuessed } = candidate;
	let model = endpoint.models[0] ?? '';
	let models: string[] | null = null;
	let isListEmpty = false;

	if (isModelGuessed) {
		const list = await listModels(client, candidate);
		if (!list.ok && UNREACHED.includes(list.failure.code)) {
			return { failure: list.failure, model, models, isResumable: undefined, base: undefined };
		}
		models = list.ok && list.models.length > 0 ? list.models : null;
		isListEmpty = list.ok && list.models.length === 0;
		model = models?.[0] ?? model;
	}

	const check = await client.check(endpoint, model, apiKey || undefined);
	if (!check.ok && check.failure.code === 'model-not-found' && models === null) {
		const list = isListEmpty ? null : await listModels(client, candidate);
		models = list?.ok && list.models.length > 0 ? list.models : null;
		if (isListEmpty || (list?.ok && list.models.length === 0)) {
			return { failure: noModels(endpoint), model, models, isResumable: undefined, base: undefined };
		}
	}
	return check.ok
		? { failure: null, model, models, isResumable: check.isResumable, base: check.base }
		: { failure: check.failure, model, models, isResumable: undefined, base: undefined };
}
