import { OLLAMA_PORT } from './address/endpoint-url.ts';
import { isTold, readModelDetails, readOllamaDetails } from './body/model-details.ts';
import { isRecord } from './errors/json.ts';
import {
	fetchJson,
	type ListedModel,
	type ListOptions,
	type ListRequest,
	listEntries,
	readModels,
} from './list-models.ts';
import type { ModelDetails } from './types.ts';

/** More than that on one computer are not asked for one by one. */
const MOST_SHOWN = 100;
const AT_ONCE = 4;
/** How long all questions about details together may take, in milliseconds: without them the list is of use too. */
const DETAILS_MS = 10_000;
const LM_STUDIO_PORT = '1234';

/**
 * The models that an endpoint offers, as `listModels` lists them, each with what the endpoint tells of it.
 *
 * Most lists that tell anything do so themselves. Ollama and LM Studio keep it beside the protocol, and are asked there:
 * Ollama by `POST /api/show` for each model, LM Studio by `GET /api/v0/models` (both by their documentation). They are
 * known by their ports and by the owner that their lists name. Those questions never fail the list.
 * @throws as `listModels` does.
 */
export async function describeModels(
	request: ListRequest,
	options: ListOptions = {},
): Promise<ModelDetails[]> {
	const { base, entries } = await listEntries(request, options);
	const told = entries.map(({ id, given }) => readModelDetails(id, given));
	if (told.length === 0 || told.some(isTold)) return told;
	const { url, server } = nativeOf(base, entries);
	if (server === null) return told;
	const limit = AbortSignal.timeout(DETAILS_MS);
	const signal = options.signal ? AbortSignal.any([options.signal, limit]) : limit;
	const bounded = { ...(options.fetch && { fetch: options.fetch }), signal };
	const more = await (server === 'ollama' ? askOllama : askLmStudio)(url, {
		told,
		request,
		options: bounded,
	});
	options.signal?.throwIfAborted();
	return told.map((model) => more.get(model.id) ?? model);
}

interface Question {
	told: readonly ModelDetails[];
	request: ListRequest;
	options: { fetch?: typeof fetch; signal: AbortSignal };
}

/** What answers there by the looks of it, and the address below which its own methods are. */
function nativeOf(base: string, entries: readonly ListedModel[]) {
	const url = new URL(base);
	url.hash = '';
	url.pathname = url.pathname.replace(/(\/v1)?(\/chat\/completions)?\/?$/, '');
	const owners = new Set(entries.map(({ given }) => (isRecord(given) ? given.owned_by : undefined)));
	const isOllama = url.port === OLLAMA_PORT || owners.has('library');
	const isLmStudio = url.port === LM_STUDIO_PORT || owners.has('organization_owner');
	return { url, server: isOllama ? 'ollama' : isLmStudio ? 'lm-studio' : null } as const;
}

function below(root: URL, path: string): URL {
	const url = new URL(root);
	url.pathname = url.pathname.replace(/\/$/, '') + path;
	return url;
}

/** The answer, or `undefined` for any failure: what a server does not tell is not known, and no more. */
async function ask(call: Parameters<typeof fetchJson>[0], { request, options }: Question): Promise<unknown> {
	try {
		return await fetchJson(call, request, options);
	} catch {
		return undefined;
	}
}

async function askOllama(root: URL, question: Question): Promise<Map<string, ModelDetails>> {
	const found = new Map<string, ModelDetails>();
	const left = question.told.slice(0, MOST_SHOWN).map(({ id }) => id);
	const url = below(root, '/api/show');
	async function askNext(): Promise<void> {
		for (let id = left.shift(); id !== undefined; id = left.shift()) {
			const given = await ask({ url, method: 'POST', body: JSON.stringify({ model: id }) }, question);
			if (given !== undefined) found.set(id, readOllamaDetails(id, given));
			// A server that refuses the first refuses all, as Ollama does where extensions are not let in yet.
			else if (found.size === 0) left.length = 0;
		}
	}
	await Promise.all(Array.from({ length: AT_ONCE }, askNext));
	return found;
}

async function askLmStudio(root: URL, question: Question): Promise<Map<string, ModelDetails>> {
	const list = readModels(await ask({ url: below(root, '/api/v0/models'), method: 'GET' }, question));
	return new Map(list?.map(({ id, given }) => [id, readModelDetails(id, given)]));
}
