import { type BodyReader, createBodyReader, type Reopen, type StallWatch } from '../body/body-reader.ts';
import { describeComplaint } from '../errors/describe-complaint.ts';
import { readRetryAfter } from '../errors/retry-after.ts';
import { type ErrorSource, serverError } from '../errors/server-error.ts';
import { LockchatError } from '../lockchat-error.ts';
import { readWords } from '../words/known-words.ts';

export interface HttpCall {
	url: URL;
	method: 'GET' | 'POST' | 'DELETE';
	headers: Headers;
	body?: string;
	secrets: readonly string[];
}

export interface Transport {
	fetch: typeof fetch;
	signal: AbortSignal;
	watch: StallWatch;
	/** Connects again when the connection breaks in the middle of a body. When it is left out, the body ends there. */
	reopen?: Reopen;
}

/** How much of the body of an error is read, and for how long: in UTF-16 code units and milliseconds. */
const MOST_OF_ERROR = 65_536;
const ERROR_BODY_MS = 5_000;

/**
 * Sends a request. If the response claims success, it is returned with its body unread.
 *
 * Redirects are not followed: the user's words, and headers other than `Authorization`, would go to another origin than
 * the one that the user was told of.
 *
 * @throws LockchatError `unreachable`, `stalled`, `not-an-api` for a redirect, or what the error status means.
 */
export async function openResponse(
	call: HttpCall,
	{ fetch, signal, watch, reopen }: Transport,
): Promise<{ response: Response; body: BodyReader }> {
	const opening = watch.wait(
		fetch(call.url, {
			method: call.method,
			headers: call.headers,
			...(call.body !== undefined && { body: call.body }),
			signal,
			cache: 'no-store',
			credentials: 'omit',
			redirect: 'manual',
			referrerPolicy: 'no-referrer',
		}).catch((error: unknown) => Promise.reject(unreachable(error))),
	);
	const [response] = await Promise.all([opening, readWords()]);
	const body = createBodyReader(response, watch, reopen);
	if (response.ok) return { response, body };
	// In a browser a redirect that isn't followed is opaque: status 0, no headers.
	if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
		throw redirected(response, call.secrets);
	}
	const retryAfterMs = readRetryAfter(response.headers, Date.now());
	const source: ErrorSource = {
		url: call.url,
		status: response.status,
		secrets: call.secrets,
		...(retryAfterMs !== undefined && { retryAfterMs }),
	};
	throw serverError((await body.readUpTo(MOST_OF_ERROR, ERROR_BODY_MS)).trim(), source);
}

/** Browsers do not say why a request failed; in Node the cause has a code such as ECONNREFUSED. */
function unreachable(error: unknown): LockchatError {
	const cause = error instanceof Error ? error.cause : undefined;
	const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
	return new LockchatError('unreachable', {
		cause: error,
		...(typeof code === 'string' && { detail: code }),
	});
}

function redirected({ status, headers }: Response, secrets: readonly string[]): LockchatError {
	const detail = describeComplaint(headers.get('location') ?? '', secrets);
	return new LockchatError('not-an-api', {
		...(status !== 0 && { status }),
		...(detail !== undefined && { detail }),
	});
}
