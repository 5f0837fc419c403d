import { LockchatError } from '../lockchat-error.ts';

/**
 * Whether a URL's host is this computer: `localhost` and names under it (RFC 6761), 127.0.0.0/8 and ::1.
 *
 * `hostname` as `URL` gives it: lower case, IPv4 in four decimal parts, IPv6 in brackets.
 */
export function isLoopback(hostname: string): boolean {
	return (
		hostname === 'localhost' ||
		hostname.endsWith('.localhost') ||
		hostname === '[::1]' ||
		/^127\.\d+\.\d+\.\d+$/.test(hostname)
	);
}

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
	const url = parseUrl(text);
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
	return isLoopback(url.hostname) || url.port === OLLAMA_PORT;
}

function parseUrl(text: string): URL {
	const pasted = text.trim().replace(/^\/\//, '');
	const url = toUrl(/^[a-z][a-z0-9+.-]*:\/\//i.test(pasted) ? pasted : withScheme(pasted));
	const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
	if (!isWeb || url.username !== '' || url.password !== '') throw new LockchatError('invalid-url');
	// Servers log the address they listen on; browsers refuse to connect to it.
	if (url.hostname === '0.0.0.0') url.hostname = '127.0.0.1';
	if (url.hostname === '[::]') url.hostname = '[::1]';
	return url;
}

/** Port 443 speaks https wherever it is. */
function withScheme(pasted: string): string {
	const url = toUrl(`http://${pasted}`);
	return isInside(url.hostname) && url.port !== '443' ? url.href : `https://${pasted}`;
}

function toUrl(text: string): URL {
	if (!URL.canParse(text)) throw new LockchatError('invalid-url');
	return new URL(text);
}

/** Hosts that hardly ever have a certificate: this computer, addresses by number, names of the local network. */
function isInside(hostname: string): boolean {
	return (
		isLoopback(hostname) ||
		!hostname.includes('.') ||
		hostname.endsWith('.local') ||
		/^[\d.]+$/.test(hostname)
	);
}

function basePath(url: URL): string {
	const path = url.pathname.replace(/\/+$/, '');
	const isNative = /\/api\/(chat|generate|tags)$/.test(path) || (path === '/api' && isLikelyOllama(url));
	if (isNative) throw new LockchatError('wrong-protocol', { detail: openAiAddress(url) });
	const base = path.replace(/\/(chat\/completions|completions|models)$/, '');
	if (VERSIONED.test(base)) return base;
	return path.endsWith(METHOD) ? path : `${path}/v1`;
}
