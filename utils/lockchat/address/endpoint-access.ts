import { LockchatError } from '../lockchat-error.ts';
import type { CompletionRequest, Endpoint } from '../types.ts';
import { isAzure } from './endpoint-url.ts';
import { secretsIn } from './looks-secret.ts';

/** What opens an endpoint's doors, and what of it must never be repeated. */
export interface EndpointAccess {
	headers: Headers;
	secrets: string[];
}

/** Shorter values of a URL's query, and words of a header's value, are no keys. */
const SHORTEST_HIDDEN_SECRET = 8;

/**
 * The headers of every request to an endpoint. Its own headers win over the one that its key would go in: `api-key` at
 * Azure, and `Authorization` anywhere else and for the signed tokens (JWT) that Azure takes too.
 *
 * @throws LockchatError `unauthorized` for a key that no header can carry, `header-invalid` for such a header: the
 * platform's own error would quote it.
 */
export function endpointAccess(
	url: URL,
	{
		endpoint,
		apiKey,
		extra,
	}: Pick<CompletionRequest, 'apiKey' | 'extra'> & { endpoint: Pick<Endpoint, 'headers'> },
): EndpointAccess {
	const headers = new Headers({ accept: 'application/json, text/event-stream' });
	const own = Object.entries(endpoint.headers ?? {});
	for (const [name, value] of own) {
		if (!isHeaderName(name) || !isHeaderValue(value))
			throw new LockchatError('header-invalid', { detail: name });
		headers.set(name, value);
	}
	const words = [
		...[...url.searchParams].flatMap(([name, value]) => (name === 'api-version' ? [] : value)),
		...own.flatMap(([, value]) => value.split(/\s+/)),
	];
	const secrets = [
		...own.map(([, value]) => value.trim()),
		...words.filter((word) => word.length >= SHORTEST_HIDDEN_SECRET),
		...secretsIn(url.search, extra),
	];
	const key = apiKey?.trim() ?? '';
	if (key === '') return { headers, secrets };
	if (!isKey(key)) throw new LockchatError('unauthorized');
	const isBare = isAzure(url) && !/^eyJ[^.]*\.[^.]+\./.test(key);
	const name = isBare ? 'api-key' : 'authorization';
	if (!headers.has(name) && !headers.has('authorization')) headers.set(name, isBare ? key : `Bearer ${key}`);
	return { headers, secrets: [key, ...secrets] };
}

/** A token: RFC 9110, 5.6.2. */
export function isHeaderName(name: string): boolean {
	return /^[\w!#$%&'*+.^`|~-]+$/.test(name);
}

/** Latin-1 without control characters: RFC 9110, 5.5. */
export function isHeaderValue(value: string): boolean {
	return /^[\t\x20-\x7e\x80-\xff]*$/.test(value);
}

/** Printable ASCII: no service makes keys of anything else. */
function isKey(key: string): boolean {
	return /^[\t\x20-\x7e]*$/.test(key);
}
