import { describeComplaint } from './describe-complaint.ts';
import { isLikelyOllama } from './endpoint-url.ts';
import { failureCode } from './failure-code.ts';
import { LockchatError } from './lockchat-error.ts';
import { parseJson } from './parse-json.ts';
import { readComplaint } from './read-complaint.ts';

/** Where a complaint came from. */
export interface ErrorSource {
	url: URL;
	/** Left out where the response claimed success, and the error stood in its body. */
	status?: number;
	retryAfterMs?: number;
	/** What must not be repeated in a detail. */
	secrets: readonly string[];
}

/** The error that a server's body means: a parsed JSON value, or the text of one, or HTML, or nothing. */
export function serverError(body: unknown, source: ErrorSource): LockchatError {
	const { url, secrets, retryAfterMs } = source;
	const complaint = readComplaint(typeof body === 'string' ? (parseJson(body) ?? body) : body);
	const status = source.status ?? complaint.status;
	const about = {
		...(status !== undefined && { status }),
		...(retryAfterMs !== undefined && { retryAfterMs }),
	};
	// Ollama refuses a foreign Origin with nothing but the status (its CORS middleware, gin-contrib/cors).
	if (status === 403 && body === '' && isLikelyOllama(url)) {
		return new LockchatError('forbidden-origin', {
			...about,
			detail: 'OLLAMA_ORIGINS=chrome-extension://*,moz-extension://*',
		});
	}
	const detail = describeComplaint(complaint.message, secrets);
	return new LockchatError(failureCode(complaint, status), {
		...about,
		...(detail !== undefined && { detail }),
	});
}
