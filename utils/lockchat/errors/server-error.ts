import { isLikelyOllama } from '../address/endpoint-url.ts';
import type { FailureCode } from '../failure.ts';
import { LockchatError } from '../lockchat-error.ts';
import { serverWords } from '../words/known-words.ts';
import { codeByWords } from './code-by-words.ts';
import { describeComplaint, isMarkup } from './describe-complaint.ts';
import { isDeep, parseJson } from './json.ts';
import { type Complaint, readComplaint } from './read-complaint.ts';
import { waitIn } from './retry-after.ts';

/** The failure codes of labels. They are the only hint for errors inside a stream, which have no status of their own. */
const CODE_BY_LABEL: readonly [RegExp, FailureCode][] = [
	[/^(?:permission_error|permission_denied|forbidden)$/i, 'forbidden'],
	[/^(?:invalid_request\w*|bad_request\w*|BadRequestError)$/i, 'bad-request'],
];

/** These statuses mean one thing, unless the words mean one of the other things that servers use them for. */
const BY_STATUS: Readonly<Record<number, { code: FailureCode; others: readonly FailureCode[] }>> = {
	401: { code: 'unauthorized', others: ['payment-needed', 'region-refused', 'model-not-found'] },
	402: { code: 'payment-needed', others: [] },
	// No waiting helps where money is needed.
	429: { code: 'rate-limited', others: ['payment-needed', 'overloaded'] },
};

/** What a complaint means. `status` is that of the response, or left out if the response claimed success. */
function failureCode(complaint: Complaint, status = complaint.status): FailureCode {
	const { message, labels } = complaint;
	const plain = status === undefined ? undefined : BY_STATUS[status];
	if (plain !== undefined) {
		// OpenAI's label for an account without money, beside words that speak of a quota.
		if (status === 429 && /insufficient.quota/i.test([message, ...labels].join())) return 'payment-needed';
		const meant = codeByWords(complaint);
		return meant !== null && plain.others.includes(meant) ? meant : plain.code;
	}
	if (status === undefined || status === 503) {
		if ([message, ...labels].some((text) => serverWords().loading.test(text))) return 'model-loading';
	}
	// An answer's content never reaches this function, only complaints do.
	const meant = codeByWords(complaint);
	// With a status of 500 or more, the key that was refused is the server's own, not the user's.
	if (meant !== null && !(meant === 'unauthorized' && status !== undefined && status >= 500)) return meant;
	const labelled = CODE_BY_LABEL.find(([label]) => labels.some((text) => label.test(text)))?.[1];
	return status === undefined ? (labelled ?? 'server-error') : codeByStatus(status);
}

function codeByStatus(status: number): FailureCode {
	switch (status) {
		case 403:
			return 'forbidden';
		case 404:
		// At this address answers something that is not the API.
		case 405:
		case 410:
			return 'not-found';
		// Unavailable for legal reasons.
		case 451:
			return 'region-refused';
		case 413:
			return 'request-too-large';
		case 408:
		case 504:
		// Cloudflare's statuses: the server behind it did not answer in time.
		case 522:
		case 524:
			return 'gateway-timeout';
		// Anthropic's status for an overloaded service.
		case 529:
			return 'overloaded';
		default:
			return status >= 400 && status < 500 ? 'bad-request' : 'server-error';
	}
}

/** Where a complaint came from. */
export interface ErrorSource {
	url: URL;
	/** Left out if the response claimed success and the error stood in its body. */
	status?: number;
	retryAfterMs?: number;
	/** Keys and other secrets, which must not be repeated in a detail. */
	secrets: readonly string[];
}

/** Makes an error of what a server sent: a parsed JSON value, its text, HTML, or nothing. */
export function serverError(body: unknown, source: ErrorSource): LockchatError {
	const { url, secrets } = source;
	const value = typeof body === 'string' ? (parseJson(body) ?? body) : body;
	const read = readComplaint(value);
	// Of a shape that nobody knows all is shown: the words are somewhere in it.
	const complaint = read.message === '' ? { ...read, message: wholeText(value) } : read;
	const status = source.status ?? complaint.status;
	const retryAfterMs = source.retryAfterMs ?? waitIn(complaint.message);
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

function wholeText(value: unknown): string {
	return typeof value === 'object' && !isDeep(value) && saysSomething(value) ? JSON.stringify(value) : '';
}

function saysSomething(value: unknown): boolean {
	if (typeof value !== 'object' || value === null) return value !== null && value !== '';
	return Object.values(value).some(saysSomething);
}

/** What is no prose, but a piece of JSON or of a field. */
const NO_PROSE = /^\s*(?:["{}\],]|\[(?!\w))|["}\]],?\s*$/;
/** A complaint as Python prints it. */
const PRINTED = /^\s*\{\s*'(?:error|err|detail|message|msg|code)\w*':/;
const LONGEST_PROSE = 2_000;

/** Whether a line between a stream's events, or the data of one that is no JSON, tells of an error in words. */
export function isErrorText(text: string): boolean {
	if (text.length > LONGEST_PROSE) return false;
	if (isMarkup(text) || PRINTED.test(text)) return true;
	const words = text.trim().replace(/^"([^"]*)"$/, '$1');
	if (NO_PROSE.test(words)) return false;
	const meant = codeByWords({ message: words, labels: [] });
	// A line of a log speaks of regions, too.
	return serverWords().errorText.test(words) || (meant !== null && meant !== 'region-refused');
}
