import { isLikelyOllama } from '../address/endpoint-url.ts';
import { LockchatError } from '../lockchat-error.ts';
import type { FailureCode } from '../types.ts';
import { describeComplaint } from './describe-complaint.ts';
import { type Complaint, parseJson, readComplaint } from './json.ts';

const NO_SUCH_MODEL =
	/\bmodels?\b[^.]{0,200}?\b(?:does not exist|doesn't exist|not found)|\b(?:unknown|invalid|no such) model\b/i;
const NO_SUCH_MODEL_LABEL = /^(?:model_not_found|invalid_model|unknown_model)$/i;
const LOADING =
	/\bloading (?:the )?model\b|\bmodel\b[^.]{0,200}?\b(?:is )?(?:currently )?loading\b|\bmodel_loading\b/i;

/** Codes for errors inside a stream, which have no status of their own. */
const CODE_BY_LABEL: readonly [RegExp, FailureCode][] = [
	[/^(?:invalid_api_key|authentication_error|unauthorized)$/i, 'unauthorized'],
	[/^(?:rate_limit\w*|insufficient_quota|too_many_requests)$/i, 'rate-limited'],
	[/^(?:permission_error|permission_denied|forbidden)$/i, 'forbidden'],
	[/^(?:invalid_request\w*|bad_request\w*|BadRequestError|context_length_exceeded)$/i, 'bad-request'],
];

/** What a complaint means. `status` is that of the response, or left out if the response claimed success. */
export function failureCode(complaint: Complaint, status = complaint.status): FailureCode {
	const { message, labels } = complaint;
	if (status === 401) return 'unauthorized';
	if (status === 429) return 'rate-limited';
	// An answer may say this too, but only complaints get here.
	if (NO_SUCH_MODEL.test(message) || labels.some((label) => NO_SUCH_MODEL_LABEL.test(label))) {
		return 'model-not-found';
	}
	if (status === undefined || status === 503) {
		if ([message, ...labels].some((text) => LOADING.test(text))) return 'model-loading';
	}
	if (status !== undefined) return codeByStatus(status);
	return CODE_BY_LABEL.find(([label]) => labels.some((text) => label.test(text)))?.[1] ?? 'server-error';
}

function codeByStatus(status: number): FailureCode {
	if (status === 403) return 'forbidden';
	// A status of 405 means that something else than the API answers at this address.
	if (status === 404 || status === 405) return 'not-found';
	return status >= 400 && status < 500 ? 'bad-request' : 'server-error';
}

/** Where a complaint came from. */
export interface ErrorSource {
	url: URL;
	/** Left out if the response claimed success, and the error stood in its body. */
	status?: number;
	retryAfterMs?: number;
	/** Keys and the like, which must not be repeated in a detail. */
	secrets: readonly string[];
}

/** Makes an error of a server's body, which may be a parsed JSON value, the text of one, HTML, or empty. */
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
