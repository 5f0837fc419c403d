import { endpointAccess } from './address/endpoint-access.ts';
import { endpointUrl } from './address/endpoint-url.ts';
import { type BodyReader, createStallWatch } from './body/body-reader.ts';
import { isRecord, parseJson } from './errors/json.ts';
import { createAbortScope } from './exchange/abort-scope.ts';
import { openResponse } from './exchange/open-response.ts';
import { LockchatError } from './lockchat-error.ts';
import type { Endpoint } from './types.ts';

const LIMIT_MS = 30_000;
/** OpenRouter's list has half a million characters. */
const LONGEST_LIST = 8 * 1024 * 1024;

/**
 * The models that an endpoint offers, in its order, each once: `GET /v1/models`.
 *
 * Reads OpenAI's `{data: [{id}]}`, `{models: [{name | id | model}]}`, and bare lists of either or of names.
 * An empty list may come as `null` (Ollama), or as an object that says that it is a list and holds nothing.
 * Waits at most `limitMs` (30,000) in all.
 * @throws LockchatError; the signal's reason when it is aborted.
 */
export async function listModels(
	request: { endpoint: Pick<Endpoint, 'url' | 'headers'>; apiKey?: string },
	options: { signal?: AbortSignal; fetch?: typeof fetch; limitMs?: number } = {},
): Promise<string[]> {
	const { signal } = options;
	signal?.throwIfAborted();
	const url = endpointUrl(request.endpoint.url, 'models');
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
