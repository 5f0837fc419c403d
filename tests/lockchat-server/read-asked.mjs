// @ts-check
/**
 * @import { IncomingMessage } from 'node:http'
 * @import { Asked, RequestRecord, WireMessage } from './types.ts'
 */

/** @param {unknown} value @returns {WireMessage[] | null} null where this is not a list of messages */
export function readMessages(value) {
	if (!Array.isArray(value) || value.length === 0) return null;
	const isMessage = (/** @type {WireMessage} */ message) =>
		typeof message?.role === 'string' && typeof message.content === 'string';
	return value.every(isMessage) ? value : null;
}

/** @param {unknown} value */
const numberOrNull = (value) => (typeof value === 'number' ? value : null);

/**
 * The parts of a request that models use.
 * @param {IncomingMessage} request
 * @param {RequestRecord} record
 * @param {number} failedAttempts
 * @returns {Asked}
 */
export function readAsked({ headers }, { id, model, messages, parameters }, failedAttempts) {
	const {
		stream,
		stream_options: options,
		max_tokens,
		max_completion_tokens = max_tokens,
		seed,
	} = parameters;
	return {
		id,
		model: withoutAuth(model),
		messages,
		headers,
		isStreamed: stream !== false,
		wantsUsage:
			typeof options === 'object' &&
			options !== null &&
			'include_usage' in options &&
			options.include_usage === true,
		maxTokens: numberOrNull(max_completion_tokens),
		seed: numberOrNull(seed),
		failedAttempts,
	};
}

/** The model behind a name that asks for a key. @param {string} name */
export const withoutAuth = (name) => name.replace(/^auth:/, '');
