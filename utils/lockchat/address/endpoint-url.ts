import { LockchatError } from '../lockchat-error.ts';
import { hostKind } from './host-kind.ts';
import { parseAddress } from './parse-address.ts';

const OLLAMA_PORT = '11434';
const METHOD = '/chat/completions';
/** `/v1`, `/api/v1`, `/api/paas/v4`, Gemini's `/v1beta/openai`. */
const VERSIONED = /\/v\d+[a-z0-9]*(\/openai)?$/;

/**
 * The address of an endpoint in the one form that is stored and compared, made from what people paste: without a
 * scheme, with a slash too many, without `/v1`, or with the path of a method.
 *
 * An address whose path names no version is taken to lack `/v1`, unless it ends in `/chat/completions`: then it
 * is meant as it stands (Azure's deployments, Open WebUI), and keeps that ending.
 *
 * @throws LockchatError `invalid-url`; `wrong-protocol` for a path of Ollama's native API, with the right address
 * as its `detail`.
 */
export function normalizeEndpointUrl(text: string): string {
	const parsed = parseAddress(text);
	if (!parsed.ok) throw new LockchatError('invalid-url');
	const { url } = parsed;
	return url.origin + basePath(url) + url.search;
}

/** The address of one of the endpoint's methods. Throws as `normalizeEndpointUrl` does. */
export function endpointUrl(text: string, method: 'chat/completions' | 'models' | 'stream'): URL {
	const url = new URL(normalizeEndpointUrl(text));
	const base = url.pathname.endsWith(METHOD) ? url.pathname.slice(0, -METHOD.length) : url.pathname;
	url.pathname = `${base}/${method}`;
	return url;
}

/** What to enter instead of an address of Ollama's native API. */
export function openAiAddress(url: URL): string {
	const prefix = /^(.*?)\/api(\/|$)/.exec(url.pathname)?.[1] ?? '';
	return `${url.origin}${prefix}/v1`;
}

/** Whether Ollama is likely to be listening there. */
export function isLikelyOllama(url: URL): boolean {
	return hostKind(url.hostname) === 'loopback' || url.port === OLLAMA_PORT;
}

function basePath(url: URL): string {
	const path = url.pathname.replace(/\/+$/, '');
	const isNative = /\/api\/(chat|generate|tags)$/.test(path) || (path === '/api' && isLikelyOllama(url));
	if (isNative) throw new LockchatError('wrong-protocol', { detail: openAiAddress(url) });
	const base = path.replace(/\/(chat\/completions|completions|models)$/, '');
	if (VERSIONED.test(base)) return base;
	return path.endsWith(METHOD) ? path : `${path}/v1`;
}
