import { LockchatError } from '../lockchat-error.ts';
import type { Endpoint } from '../types.ts';
import { hostKind } from './host-kind.ts';
import { parseAddress } from './parse-address.ts';

export const OLLAMA_PORT = '11434';
const METHOD = '/chat/completions';
/**
 * Paths of the protocol's methods, of a server's pages about them, and of what else MiniMax, Databricks and Cloudflare name
 * in their documentation. People copy them; the base is what stands before them.
 */
const METHOD_PATH =
	/(?:(?<=\/v\d+[a-z0-9]*)\/chat(?=\/chat\/))?(?:\/chat\/completions?)+$|\/(?:completions?|models|responses|messages|embeddings|audio\/\w+|images\/\w+|docs|redoc|openapi\.json|(?:swagger\/)?index\.html|text\/chatcompletion_\w+|(?<=\/v\d+[a-z0-9]*\/)(?:chat|models\/[^/]+(?:\/[^/]+)?))$|(?<=\/serving-endpoints)\/[^/]+\/invocations$|(?<=\/accounts\/\w+\/ai)\/run\/.+/i;
/** `/v1`, `/api/v1`, `/api/paas/v4`, Gemini's `/v1beta/openai`. */
const VERSIONED = /\/v\d+[a-z0-9]*(\/openai)?$/i;
const DOUBLED_VERSION = /(\/v\d+[a-z0-9]*)\1+$/i;
const AZURE = /\.(openai|cognitiveservices|services\.ai)\.azure\.(com|us|cn)$/;
const GITHUB_MODELS = 'models.github.ai';
/** There the protocol is at one place alone, whichever path was copied: ai.google.dev/gemini-api/docs/openai. */
const GEMINI = 'generativelanguage.googleapis.com';
/** The last version of the dated API of Azure, which refuses a deployment's requests that name none. */
const AZURE_VERSION = '2024-10-21';

/**
 * The path of a typed address as it is stored: without what is doubled, and without the name of a method at its end. A
 * path that names no version and ends in `/chat/completions` is meant as it stands, and keeps that ending.
 */
export function tidyPath({ pathname }: URL): string {
	// A proxy may have the address of another server in its path.
	const path = pathname.replace(/(?<!:)\/{2,}/g, '/').replace(/\/$/, '');
	const base = path
		.replace(METHOD_PATH, '')
		.replace(DOUBLED_VERSION, '$1')
		.replace(VERSIONED, (version) => version.toLowerCase());
	return path.toLowerCase().endsWith(METHOD) && !VERSIONED.test(base) ? base + METHOD : base;
}

/** Whether an address was typed with `#` at its end: it is the address of the method itself, and is asked as it stands. */
export function isAsItStands(url: URL): boolean {
	return url.hash === '' && url.href.endsWith('#');
}

/** Whether the rules of Azure hold for this address. */
export function isAzure({ hostname }: URL): boolean {
	return AZURE.test(hostname);
}

/** The deployment that an Azure address names. It is the only model there. */
export function deploymentOf(url: URL): string | undefined {
	return isAzure(url) ? /\/deployments\/([^/]+)/.exec(url.pathname)?.[1] : undefined;
}

/**
 * The addresses at which the methods of an endpoint may be, made from what people paste; the likeliest comes first.
 *
 * A path that names its version at the end, or a method, leaves no doubt. Any other is tried as it was typed and
 * with `/v1`; a bare host the other way round.
 *
 * @throws LockchatError `invalid-url`; `wrong-protocol` for a path of Ollama's native API, with the right address
 * as its `detail`.
 */
function endpointBases(text: string): readonly [string, ...string[]] {
	const parsed = parseAddress(text);
	if (!parsed.ok) throw new LockchatError('invalid-url');
	const { url } = parsed;
	if (isAsItStands(url)) return [url.href];
	const path = tidyPath(url);
	if (/\/api\/(chat|generate|tags)$/.test(path) || (path === '/api' && url.port === OLLAMA_PORT)) {
		throw new LockchatError('wrong-protocol', { detail: openAiAddress(url) });
	}
	if (deploymentOf(url) !== undefined && !url.searchParams.has('api-version')) {
		url.searchParams.set('api-version', AZURE_VERSION);
	}
	const at = (base: string) => url.origin + base + url.search;
	if (isAzure(url) && /^(\/openai)?$/.test(path)) return [at('/openai/v1')];
	if (url.hostname === GEMINI && !path.endsWith('/openai')) return [at('/v1beta/openai')];
	if (path === '') return [at('/v1'), at('')];
	const isCertain = VERSIONED.test(path) || path.endsWith(METHOD) || deploymentOf(url) !== undefined;
	return isCertain ? [at(path)] : [at(path), at(`${path}/v1`)];
}

/**
 * The addresses to ask, in their order, and a function to call with the one that has answered. The function calls
 * `onBase` if that is worth remembering. That the methods of a bare host are at `/v1` is not, as it is so nearly
 * everywhere.
 */
export function basesToTry(
	{ url, base: known }: Pick<Endpoint, 'url' | 'base'>,
	onBase?: (base: string) => void,
): { bases: readonly string[]; answered: (base: string) => void } {
	const all = endpointBases(url);
	const usual = all[0].endsWith('/v1') ? all[0] : undefined;
	const remembered = all.find((base) => base === known);
	return {
		bases: remembered === undefined ? all : [remembered, ...all.filter((base) => base !== remembered)],
		answered(base) {
			if (all.length > 1 && base !== (remembered ?? usual)) onBase?.(base);
		},
	};
}

/** The likeliest of an endpoint's addresses. It throws as `endpointBases` does. */
export function normalizeEndpointUrl(text: string): string {
	return endpointBases(text)[0];
}

/**
 * The address of one of the endpoint's methods.
 * @param base the one of its `endpointBases` to use; any other text counts as the first.
 * @throws LockchatError as `endpointBases` does. Also `not-found` where the address is used as it stands and does not
 * tell where this method is.
 */
export function endpointUrl(
	text: string,
	method: 'chat/completions' | 'models' | 'stream',
	base?: string,
): URL {
	const bases = endpointBases(text);
	const url = new URL(bases.find((candidate) => candidate === base) ?? bases[0]);
	const isExact = isAsItStands(url);
	url.hash = '';
	if (isExact && method === 'chat/completions') return url;
	const path = url.pathname.replace(/\/$/, '');
	if (isExact && !path.endsWith(METHOD)) throw new LockchatError('not-found');
	// The catalog of GitHub Models stands beside what answers: docs.github.com/rest/models/catalog.
	if (method === 'models' && url.hostname === GITHUB_MODELS) {
		url.pathname = '/catalog/models';
		return url;
	}
	// A deployment has no list of its own.
	const isAboveDeployment = method === 'models' && deploymentOf(url) !== undefined;
	const root = isAboveDeployment
		? path.replace(/\/deployments\/.*/, '')
		: path.endsWith(METHOD)
			? path.slice(0, -METHOD.length)
			: path;
	url.pathname = `${root}/${method}`;
	return url;
}

/** What to enter instead of an address of Ollama's native API. */
export function openAiAddress(url: URL): string {
	const prefix = /^(.*?)\/api(\/|$)/.exec(url.pathname)?.[1] ?? '';
	return `${url.origin}${prefix}/v1`;
}

/** Whether Ollama probably listens at this address. */
export function isLikelyOllama(url: URL): boolean {
	return hostKind(url.hostname) === 'loopback' || url.port === OLLAMA_PORT;
}
