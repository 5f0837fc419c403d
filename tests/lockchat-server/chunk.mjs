// @ts-check
/** The bytes of the streaming protocol: https://platform.openai.com/docs/api-reference/chat-streaming */

export const DONE = 'data: [DONE]\n\n';

/** @param {unknown} payload */
export const event = (payload) => `data: ${JSON.stringify(payload)}\n\n`;

/**
 * A `chat.completion.chunk` with these fields of its own.
 * @param {Record<string, unknown>} fields
 * @returns {Record<string, unknown>}
 */
export const chunkOf = (fields) => ({
	id: 'chatcmpl-lockchat',
	object: 'chat.completion.chunk',
	created: 1735689600,
	model: 'lockchat-demo',
	...fields,
});

/**
 * A chunk of choice 0.
 * @param {unknown} delta
 * @param {string | null} [finishReason]
 */
export const deltaChunk = (delta, finishReason = null) =>
	chunkOf({ choices: [{ index: 0, delta, finish_reason: finishReason }] });

/** @param {string} content */
export const token = (content) => event(deltaChunk({ content }));

/** @param {string} [reason] */
export const finish = (reason = 'stop') => event(deltaChunk({}, reason));

/**
 * A whole, unstreamed completion.
 * @param {string} content
 * @param {Record<string, unknown>} [fields]
 */
export const completionOf = (content, fields = {}) => ({
	...chunkOf({ object: 'chat.completion' }),
	choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
	...fields,
});
