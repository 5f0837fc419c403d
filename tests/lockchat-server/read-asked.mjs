// @ts-check
/**
 * @import { IncomingMessage } from 'node:http'
 * @import { Asked, RequestRecord, WireMessage } from './types.ts'
 */

/** @param {unknown} value @returns {WireMessage[] | null} null where this is not a list of messages */
export function readMessages(value) {
	if (!Array.isArray(value) || value.length === 0) return null;
	const messages = value.map(readMessage);
	return messages.every((message) => message !== null) ? messages : null;
}

/** A message with its content as one text: it may also come as a list of parts. @param {any} message @returns {WireMessage | null} */
function readMessage(message) {
	const { role, content } = message ?? {};
	if (typeof role !== 'string') return null;
	if (typeof content === 'string') return message;
	if (!Array.isArray(content)) return null;
	const texts = content.map((part) => (typeof part?.text === 'string' ? part.text : ''));
	const images = content.flatMap((part) => part?.image_url?.url ?? []);
	return { ...message, content: texts.join(''), ...(images.length > 0 && { images }) };
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
		parameters,
		headers,
		isStreamed: stream === true,
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
