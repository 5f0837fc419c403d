import type { Endpoint } from '../../../utils/providers/endpoint.ts';
import type { ServerEndpoint } from '../../../utils/providers/server-endpoint.ts';
import type { RunClient } from '../../../utils/run/window/run-client.ts';

interface Asking {
	client: Pick<RunClient, 'probe'>;
	apiKey: string;
	signal: AbortSignal;
}

/** The usual paths of servers that have their methods neither at `/v1` nor at the root. */
const USUAL_PATHS = ['', '/api', '/openai', '/v1beta/openai', '/compatible-mode'];

/** The paths that contain this one: `/a/b/c` is in `/a/b` and in `/a`. */
function pathsAbove(path: string): string[] {
	const parts = path.split('/').filter(Boolean);
	return parts.map((_, index) => `/${parts.slice(0, index + 1).join('/')}`).reverse();
}

/** Other addresses of the same server that may be meant. All have the same origin, since the server's key is sent there. */
function otherAddresses(typed: string): string[] {
	const { origin, pathname, search } = new URL(typed);
	const path = pathname.replace(/\/+$/, '');
	const paths = [...pathsAbove(path).slice(1), ...USUAL_PATHS];
	return [...new Set(paths)].filter((other) => other !== path).map((other) => origin + other + search);
}

/**
 * An address of the same server that answers, to be used if the typed one does not: the typed one asked as it stands,
 * or another one with a list of models. Null if none is found.
 */
export async function findAddress(
	{ client, apiKey, signal }: Asking,
	endpoint: ServerEndpoint,
	model: string,
): Promise<string | null> {
	const access = { model, signal, ...(apiKey !== '' && { apiKey }) };
	const at = (url: string): Endpoint => ({ ...endpoint, id: 'probe', url });
	const asItStands = `${endpoint.url}#`;
	const hasPath = new URL(endpoint.url).pathname.length > 1 && !endpoint.url.endsWith('#');
	if (hasPath && (await client.probe(at(asItStands), 'whole', access)).ok) return asItStands;
	for (const url of otherAddresses(endpoint.url)) {
		if (signal.aborted) return null;
		const list = await client.probe(at(url), 'models', access);
		if (list.ok && list.models && list.models.length > 0) return url;
	}
	return null;
}
