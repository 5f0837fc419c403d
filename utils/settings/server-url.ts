import { hostKind } from './host-kind.ts';

export type ServerUrlProblem = 'url-missing' | 'url-invalid' | 'url-scheme' | 'url-credentials';
export type ParsedServerUrl = { ok: true; url: string } | { ok: false; problem: ServerUrlProblem };

/** Paths to a method, which people copy from documentation; the base address is what stands before them. */
const METHOD_PATH = /\/(chat\/completions|completions|models|responses|embeddings)$/;
/** A path that names a version; as in the client, which takes any other to lack `/v1`. */
const VERSIONED_PATH = /\/v\d+[a-z0-9]*(\/openai)?$/;

function parse(text: string): URL | null {
	return URL.canParse(text) ? new URL(text) : null;
}

/** `localhost:1234` looks like a scheme and a path to `URL`, so what names no scheme gets one first. */
function withScheme(text: string): URL | null {
	if (/^(https?:|[a-z][a-z0-9+.-]*:\/\/)/i.test(text)) return parse(text);
	const url = parse(`http://${text}`);
	if (url === null || (hostKind(url.hostname) !== 'public' && url.port !== '443')) return url;
	return parse(`https://${text}`);
}

/**
 * The path of a method goes, unless that would lose the way: the client would add `/v1` to what is left of Open
 * WebUI's `/api/chat/completions` or of an Azure deployment, so these stay as they are.
 */
function basePath({ pathname }: URL): string {
	const path = pathname.replace(/\/+$/, '');
	const base = path.replace(METHOD_PATH, '').replace(/\/+$/, '');
	const isMeantAsItStands = path.endsWith('/chat/completions') && !VERSIONED_PATH.test(base);
	return isMeantAsItStands ? path : base;
}

/**
 * The address of a server, from what a person typed or pasted. Without a scheme it is http in networks of the
 * user's own, port 443 excepted, and https elsewhere. A query stays (some servers want a version there), a fragment
 * goes.
 */
export function parseServerUrl(text: string): ParsedServerUrl {
	const trimmed = text.trim();
	if (trimmed === '') return { ok: false, problem: 'url-missing' };
	if (/\s/.test(trimmed)) return { ok: false, problem: 'url-invalid' };
	const url = withScheme(trimmed);
	if (url === null || url.hostname === '') return { ok: false, problem: 'url-invalid' };
	if (url.protocol !== 'http:' && url.protocol !== 'https:') return { ok: false, problem: 'url-scheme' };
	if (url.username !== '' || url.password !== '') return { ok: false, problem: 'url-credentials' };
	// Servers print the address they listen on, but browsers refuse to connect to "every address".
	if (url.hostname === '0.0.0.0') url.hostname = '127.0.0.1';
	return { ok: true, url: url.origin + basePath(url) + url.search };
}
