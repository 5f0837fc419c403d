import { LockchatError } from '../lockchat-error.ts';
import type { CompletionRequest, Endpoint } from '../types.ts';
import { isAzure } from './endpoint-url.ts';
import { secretsIn } from './looks-secret.ts';

/** What a request to an endpoint must carry to be let in, and the parts of it that must never be repeated to anyone. */
export interface EndpointAccess {
	headers: Headers;
	secrets: string[];
}

/** A value in a URL's query, or a word in a header's value, is masked as a secret only if it has this many characters. */
const SHORTEST_HIDDEN_SECRET = 8;

/**
 * The headers of every request to an endpoint. The key goes into `api-key` at Azure, and into `Authorization`
 * anywhere else; a signed token (JWT) goes into `Authorization` at Azure too. Where the endpoint's own headers name
 * one of these, they win, and the key is not sent.
 *
 * @throws LockchatError `unauthorized` for a key that no header can carry, and `header-invalid` for an own header
 * that cannot be sent. The platform's own error would quote the value.
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

/** Whether this is a token, as RFC 9110, 5.6.2 defines it. */
export function isHeaderName(name: string): boolean {
	return /^[\w!#$%&'*+.^`|~-]+$/.test(name);
}

/** Whether this is Latin-1 without control characters, as RFC 9110, 5.5 asks. */
export function isHeaderValue(value: string): boolean {
	return /^[\t\x20-\x7e\x80-\xff]*$/.test(value);
}

/** Whether this is printable ASCII. No service makes keys of anything else. */
function isKey(key: string): boolean {
	return /^[\t\x20-\x7e]*$/.test(key);
}
