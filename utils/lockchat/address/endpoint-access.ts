import { LockchatError } from '../lockchat-error.ts';
import type { CompletionRequest, Endpoint } from '../types.ts';

/** What opens an endpoint's doors, and what of it must never be repeated. */
export interface EndpointAccess {
	headers: Headers;
	secrets: string[];
}

/** Values of headers and of a URL's query that are shorter than this are no keys. */
const SHORTEST_HIDDEN_SECRET = 8;

/**
 * @throws LockchatError `unauthorized` for a key that no header can carry, `header-invalid` for such a header: the
 * platform's own error would quote it.
 */
export function endpointAccess(
	url: URL,
	{ endpoint, apiKey }: Pick<CompletionRequest, 'apiKey'> & { endpoint: Pick<Endpoint, 'headers'> },
): EndpointAccess {
	const headers = new Headers({ accept: 'application/json, text/event-stream' });
	const secrets = [...url.searchParams.values()];
	for (const [name, value] of Object.entries(endpoint.headers ?? {})) {
		if (!isHeaderName(name) || !isHeaderValue(value))
			throw new LockchatError('header-invalid', { detail: name });
		headers.set(name, value);
		secrets.push(value, ...value.split(/\s+/));
	}
	const long = secrets.filter((secret) => secret.length >= SHORTEST_HIDDEN_SECRET);
	const key = apiKey?.trim() ?? '';
	if (key === '') return { headers, secrets: long };
	if (!isHeaderValue(key)) throw new LockchatError('unauthorized');
	headers.set('authorization', `Bearer ${key}`);
	return { headers, secrets: [key, ...long] };
}

/** RFC 9110, 5.6.2. */
function isHeaderName(name: string): boolean {
	return /^[\w!#$%&'*+.^`|~-]+$/.test(name);
}

/** Printable ASCII: what `fetch` takes beyond it, servers read in different ways. */
function isHeaderValue(value: string): boolean {
	return /^[\t\x20-\x7e]*$/.test(value);
}
