/** The types of the Lockchat client: the one file of it that the rest of the project may import anywhere. */

/** A server that speaks the OpenAI-compatible protocol, as the user set it up. */
export interface Endpoint {
	id: string;
	name: string;
	/**
	 * Base address with or without `/v1`, without a path to a method: `http://127.0.0.1:11434`. A path that names no
	 * version and ends in `/chat/completions` is asked as it stands, and so is a whole address that ends in `#`.
	 */
	url: string;
	/** The one of the addresses that `url` may mean which has answered; one of another `url` counts for nothing. */
	base?: string;
	models: string[];
	supportsStream: boolean;
	/** It was set up with a key, which stands apart: without one it is not asked. */
	needsAuth: boolean;
	/** Sent with every request, by name; the values are secrets. */
	headers?: Record<string, string>;
	/** Keeps a stream whose reader is gone, as the connection check found out; unknown counts as no. */
	isResumable?: boolean;
}

export interface ChatMessage {
	role: 'system' | 'user' | 'assistant';
	content: string;
}

export interface CompletionRequest {
	endpoint: Endpoint;
	apiKey?: string;
	model: string;
	messages: ChatMessage[];
	/** 0 to 2; 0.7 when left out. */
	temperature?: number;
	/** True when left out, unless the endpoint cannot stream. */
	stream?: boolean;
	maxTokens?: number;
	topP?: number;
	stop?: string[];
	/**
	 * The name under which a resumable endpoint keeps the stream; sent to no other, as CORS headers seldom allow for
	 * it. A stream of that name that is still being written ends.
	 */
	conversationId?: string;
	/** Asks a streaming server to count tokens (`stream_options`); false when left out, as odd servers refuse it. */
	includeUsage?: boolean;
}

/** Tokens, as the server counted them. */
export interface Usage {
	promptTokens: number;
	completionTokens: number;
	totalTokens: number;
}

/**
 * What the client is doing before the first token. `accepted`: the server has taken the request; `queued`: and has sent
 * signs of life since. `retryAt` is milliseconds since the epoch.
 */
export interface CompletionStatus {
	type: 'status';
	status: 'connecting' | 'accepted' | 'queued' | 'loading-model' | 'retrying';
	retryAt?: number;
}

/** One step of a completion. The last one is always `end`, unless the generator throws. */
export type CompletionEvent =
	| CompletionStatus
	| { type: 'text'; text: string }
	| { type: 'reasoning'; text: string }
	| { type: 'refusal'; text: string }
	| { type: 'usage'; usage: Usage }
	| { type: 'end'; finishReason: string | null };

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
	'model-not-found',
	'not-found',
	'rate-limited',
	'bad-request',
	'header-invalid',
	'server-error',
	'not-an-api',
	'wrong-protocol',
	'model-loading',
	'stalled',
	'interrupted',
	'malformed',
	'too-long',
	'question-too-long',
	'empty-answer',
	'reasoning-only',
	'tools-unsupported',
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
	 * The server's own words: plain text on one line, at most 500 characters, keys masked. For `wrong-protocol`
	 * the right address, for `forbidden-origin` the setting that allows it, for `header-invalid` the header's name, and so for
	 * `key-missing` where a header's value is missing,
	 * for `unreachable` and `internal` what the platform says of it: the same in every language.
	 */
	detail?: string;
}
