import { parseAddress } from '../lockchat/address/parse-address.ts';

export type ServerUrlProblem = 'url-missing' | 'url-invalid' | 'url-scheme' | 'url-credentials';
export type ParsedServerUrl = { ok: true; url: string } | { ok: false; problem: ServerUrlProblem };

/** Paths to a method, which people copy from documentation; the base address is what stands before them. */
const METHOD_PATH = /\/(chat\/completions|completions|models|responses|embeddings)$/;
/** A path that names a version. The client reads paths by the same rule, and adds `/v1` to all others. */
const VERSIONED_PATH = /\/v\d+[a-z0-9]*(\/openai)?$/;

/**
 * The path without the name of a method at its end. Some paths keep it: the client would add `/v1` to what is left of
 * Open WebUI's `/api/chat/completions` or of an Azure deployment, and would then ask in the wrong place.
 */
function basePath({ pathname }: URL): string {
	const path = pathname.replace(/\/+$/, '');
	const base = path.replace(METHOD_PATH, '').replace(/\/+$/, '');
	const isMeantAsItStands = path.endsWith('/chat/completions') && !VERSIONED_PATH.test(base);
	return isMeantAsItStands ? path : base;
}

/**
 * The address of a server as it is stored, from what a person typed or pasted: the origin that the client would ask,
 * and the base of its path. A query stays (some servers want a version there), a fragment goes.
 */
export function parseServerUrl(text: string): ParsedServerUrl {
	const parsed = parseAddress(text);
	if (!parsed.ok) return { ok: false, problem: `url-${parsed.problem}` };
	const { url } = parsed;
	return { ok: true, url: url.origin + basePath(url) + url.search };
}
