import { endpointAccess } from './address/endpoint-access.ts';
import { basesToTry, deploymentOf, endpointUrl } from './address/endpoint-url.ts';
import { type BodyReader, createStallWatch } from './body/body-reader.ts';
import { isRecord, parseJson } from './errors/json.ts';
import { createAbortScope } from './exchange/abort-scope.ts';
import { openResponse } from './exchange/open-response.ts';
import { LockchatError } from './lockchat-error.ts';
import type { Endpoint, FailureCode } from './types.ts';

const LIMIT_MS = 30_000;
/** How long a list may be, in UTF-16 code units. OpenRouter's has half a million. */
const LONGEST_LIST = 8 * 1024 * 1024;

/**
 * The models that an endpoint offers, in its order, each once: `GET /v1/models`. Where the address leaves in doubt
 * where that is, each place is tried, and the one that has a list is told to `onBase`.
 *
 * This reads OpenAI's `{data: [{id}]}`, `{models: [{name | id | model}]}`, and bare lists of such objects or of
 * names. An empty list may come as `null` (Ollama), or as an object that says that it is a list and holds nothing. A
 * deployment of Azure is one model. Where an address is used as it stands and tells no place of a list, the list is
 * empty. Waits at most `limitMs` (30,000) for each place.
 * @throws LockchatError; the signal's reason when it is aborted.
 */
export async function listModels(
	request: { endpoint: Pick<Endpoint, 'url' | 'base' | 'headers'>; apiKey?: string },
	options: ListOptions & { onBase?: (base: string) => void } = {},
): Promise<string[]> {
	const { bases, answered } = basesToTry(request.endpoint, options.onBase);
	let failure: unknown;
	for (const base of bases) {
		try {
			const models = await listAt(endpointUrl(request.endpoint.url, 'models', base), request, options);
			answered(base);
			const deployment = deploymentOf(new URL(base));
			return deployment === undefined ? models : [deployment];
		} catch (error) {
			if (!(error instanceof LockchatError) || !NO_LIST.includes(error.code)) throw error;
			// This error is not a server's: the address does not tell where a list may be.
			if (error.code === 'not-found' && error.status === undefined) return [];
			failure ??= error;
		}
	}
	throw failure;
}

interface ListOptions {
	signal?: AbortSignal;
	fetch?: typeof fetch;
	limitMs?: number;
}

const NO_LIST: readonly FailureCode[] = ['not-found', 'not-an-api'];

async function listAt(
	url: URL,
	request: { endpoint: Pick<Endpoint, 'headers'>; apiKey?: string },
	options: ListOptions,
): Promise<string[]> {
	const { signal } = options;
	signal?.throwIfAborted();
	const { headers, secrets } = endpointAccess(url, request);
	const scope = createAbortScope(signal);
	try {
		const transport = {
			fetch: options.fetch ?? fetch,
			signal: scope.signal,
			watch: createStallWatch(options.limitMs ?? LIMIT_MS),
		};
		const { body } = await openResponse({ url, method: 'GET', headers, secrets }, transport);
		const models = readModels(parseJson(await readWhole(body)));
		if (models === null) throw new LockchatError('not-an-api');
		return models;
	} catch (error) {
		signal?.throwIfAborted();
		throw error;
	} finally {
		scope.close();
	}
}

async function readWhole(body: BodyReader): Promise<string> {
	const pieces: string[] = [];
	let length = 0;
	for (let piece = await body.read(); piece !== null; piece = await body.read()) {
		pieces.push(piece);
		length += piece.length;
		if (length > LONGEST_LIST) throw new LockchatError('too-long');
	}
	return pieces.join('');
}

function readModels(value: unknown): string[] | null {
	const list = isRecord(value) ? (value.data ?? value.models ?? emptyListOf(value)) : value;
	if (!Array.isArray(list)) return null;
	const names = list.map((model) => (isRecord(model) ? (model.id ?? model.name ?? model.model) : model));
	return [...new Set(names.filter((name) => typeof name === 'string' && name !== ''))];
}

function emptyListOf(value: Record<string, unknown>): unknown {
	const { data, models, object } = value;
	return data === null || models === null || object === 'list' ? [] : undefined;
}
