/** Why a completion failed. The sentence a person reads is made from the code, in the locale files. */
export type FailureCode = (typeof FAILURE_CODES)[number];

export const FAILURE_CODES = [
	'invalid-url',
	'endpoint-missing',
	'unreachable',
	'permission-needed',
	'local-network-denied',
	'key-missing',
	'unauthorized',
	'forbidden',
	'forbidden-origin',
	'region-refused',
	'model-not-found',
	'no-models',
	'not-found',
	'rate-limited',
	'payment-needed',
	'overloaded',
	'bad-request',
	'header-invalid',
	'parameters-invalid',
	'server-error',
	'gateway-timeout',
	'not-an-api',
	'wrong-protocol',
	'model-loading',
	'stalled',
	'interrupted',
	'malformed',
	'too-long',
	'question-too-long',
	'context-exceeded',
	'request-too-large',
	'empty-answer',
	'reasoning-only',
	'limit-reached',
	'tools-unsupported',
	'images-refused',
	'browser-model-unavailable',
	'browser-model-download',
	'browser-model-failed',
	'language-unsupported',
	'answer-filtered',
	'internal',
] as const;

/** A failure as plain data: it crosses the port and stands in the database. */
export interface Failure {
	code: FailureCode;
	/** HTTP status, where the server answered with one. */
	status?: number;
	/** How long the server asked to wait, in milliseconds. */
	retryAfterMs?: number;
	/**
	 * The server's own words: plain text on one line, at most 500 characters, with keys masked. For some codes it is
	 * something else, the same in every language: the right address for `wrong-protocol`, the setting that allows it
	 * for `forbidden-origin`, the header's name for `header-invalid` and for a `key-missing` that is about a header's
	 * value, the line that fetches a model for `no-models`, and what the platform says for `unreachable` and
	 * `internal`.
	 */
	detail?: string;
}
