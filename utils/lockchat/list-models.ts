import { endpointAccess } from './address/endpoint-access.ts';
import { basesToTry, deploymentOf, endpointUrl } from './address/endpoint-url.ts';
import { type BodyReader, createStallWatch } from './body/body-reader.ts';
import { isRecord, parseJson } from './errors/json.ts';
import { findError } from './errors/read-complaint.ts';
import { serverError } from './errors/server-error.ts';
import { createAbortScope } from './exchange/abort-scope.ts';
import { openResponse } from './exchange/open-response.ts';
import type { FailureCode } from './failure.ts';
import { LockchatError } from './lockchat-error.ts';
import type { Endpoint } from './types.ts';

const LIMIT_MS = 30_000;
/** How long a list may be, in UTF-16 code units. OpenRouter's has half a million. */
const LONGEST_LIST = 8 * 1024 * 1024;
/** Fields in which a list of models has been seen. */
const LIST = /^(?:data|\w*models?(?:_list)?|results?|items|list|payload|response|output|rows|records)$/i;

/**
 * The models that an endpoint offers, in its order, each once: `GET /v1/models`. Where the address leaves in doubt
 * where that is, each place is tried, and the one that has a list is told to `onBase`.
 *
 * Reads OpenAI's `{data: [{id}]}`, `{models: [{name | id | model | key}]}`, the same in other wrappers, and bare lists of
 * either or of names. An empty list may come as `null` (Ollama), or as an object that says that it is a list and holds
 * nothing.
 * A deployment of Azure is one model. An address that is used as it stands may tell no place of a list: then there is
 * none to choose from. Waits at most `limitMs` (30,000) for each place.
 * @throws LockchatError; the signal's reason when it is aborted.
 */
export async function listModels(request: ListRequest, options: ListOptions = {}): Promise<string[]> {
	const { entries } = await listEntries(request, options);
	return entries.map(({ id }) => id);
}

export interface ListRequest {
	endpoint: Pick<Endpoint, 'url' | 'base' | 'headers'>;
	apiKey?: string;
}

export interface ListOptions {
	signal?: AbortSignal;
	fetch?: typeof fetch;
	limitMs?: number;
	onBase?: (base: string) => void;
}

/** A model of the list, and what the list says of it; `given` is the bare name where it says no more. */
export interface ListedModel {
	id: string;
	given: unknown;
}

/** The list as `listModels` reads it, with all that it says, and the base where it was. Throws as `listModels` does. */
export async function listEntries(
	request: ListRequest,
	options: ListOptions,
): Promise<{ base: string; entries: ListedModel[] }> {
	const { bases, answered } = basesToTry(request.endpoint, options.onBase);
	let failure: unknown;
	for (const base of bases) {
		try {
			const url = endpointUrl(request.endpoint.url, 'models', base);
			const list = await fetchJson({ url, method: 'GET' }, request, options);
			const entries = readModels(list);
			// Some gateways refuse with a status of success and no list, or an empty one.
			const refusal = isRecord(list) && !entries?.length ? findError(list) : null;
			if (refusal !== null)
				throw serverError(refusal, { url, secrets: endpointAccess(url, request).secrets });
			if (entries === null) throw new LockchatError('not-an-api');
			answered(base);
			const deployment = deploymentOf(new URL(base));
			return { base, entries: deployment === undefined ? entries : [{ id: deployment, given: deployment }] };
		} catch (error) {
			if (!(error instanceof LockchatError) || !NO_LIST.includes(error.code)) throw error;
			// No server has said so: the address does not tell where a list may be.
			if (error.code === 'not-found' && error.status === undefined) return { base, entries: [] };
			failure ??= error;
		}
	}
	throw failure;
}

const NO_LIST: readonly FailureCode[] = ['not-found', 'not-an-api'];

/**
 * The JSON that an address of the endpoint answers with; `undefined` where it answers with anything else. A `body` is sent
 * as JSON. Throws as `listModels` does.
 */
export async function fetchJson(
	{ url, method, body: sent }: { url: URL; method: 'GET' | 'POST'; body?: string },
	request: ListRequest,
	options: Omit<ListOptions, 'onBase'>,
): Promise<unknown> {
	const { signal } = options;
	signal?.throwIfAborted();
	const { headers, secrets } = endpointAccess(url, request);
	if (sent !== undefined) headers.set('content-type', 'application/json');
	const scope = createAbortScope(signal);
	try {
		const transport = {
			fetch: options.fetch ?? fetch,
			signal: scope.signal,
			watch: createStallWatch(options.limitMs ?? LIMIT_MS),
		};
		const call = { url, method, headers, secrets, ...(sent !== undefined && { body: sent }) };
		const { body } = await openResponse(call, transport);
		return parseJson(await readWhole(body));
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

/** The entries of a list that name a model, the first of each name; null for what is no list. */
export function readModels(value: unknown): ListedModel[] | null {
	const list = listIn(value);
	if (list === null) return null;
	const byName = new Map<string, ListedModel>();
	for (const given of list) {
		const id = nameOf(given);
		if (typeof id === 'string' && id !== '' && !byName.has(id)) byName.set(id, { id, given });
	}
	return [...byName.values()];
}

/** The list in whatever stands around it; one that holds something comes before an empty one. */
function listIn(value: unknown, depth = 0): unknown[] | null {
	if (Array.isArray(value)) return value;
	if (!isRecord(value) || depth > 2) return null;
	const names = Object.keys(value).filter((name) => LIST.test(name));
	const found = names.map((name) => listIn(value[name], depth + 1) ?? listOfNames(value[name]));
	const lists = found.filter((list) => list !== null);
	const isList = value.object === 'list' || names.some((name) => value[name] === null);
	return lists.find(({ length }) => length > 0) ?? lists[0] ?? (isList ? [] : null);
}

/** Models by their names: `{"models": {"gpt-4": {…}}}`. */
function listOfNames(value: unknown): string[] | null {
	if (!isRecord(value)) return null;
	return Object.values(value).every(isRecord) ? Object.keys(value) : null;
}

function nameOf(model: unknown): unknown {
	if (!isRecord(model)) return model;
	const { id, name, model: own, key, model_id, modelId, model_name, modelName, slug } = model;
	// Cloudflare's own list has other ids.
	if (typeof name === 'string' && name.startsWith('@')) return name;
	const names = [id, name, own, key, model_id, modelId, model_name, modelName, slug];
	return names.find((given) => typeof given === 'string' && given !== '');
}
