// @ts-check
import { completionOf } from '../chunk.mjs';
import { isForeignToOllama } from '../cors.mjs';
import { ANSWER, goodAnswer, goodBytes } from './says.mjs';

/** @import { CaseSteps, Step } from '../types.ts' */

const JSON_TYPE = { 'Content-Type': 'application/json' };
const EVENT_STREAM = 'text/event-stream';

/** @param {string} body @param {string} [text] @returns {Step[]} */
const jsonBody = (body, text) => [
	{ status: 200, headers: JSON_TYPE },
	{ write: body, ...(text !== undefined && { text }) },
];

/** @param {Record<string, string>} headers @returns {Step[]} */
const goodWith = (headers) => [
	{ status: 200, headers },
	{ write: goodBytes, text: ANSWER },
];

const quotaError = {
	error: { message: 'The quota is used up.', type: 'insufficient_quota', code: 'insufficient_quota' },
};

/** What comes from a wrong address, or from the log-in page of a network. */
const PORTAL =
	'<!DOCTYPE html>\n<html><head><title>Sign in to the network</title></head><body><form>…</form></body></html>\n';

/** Ollama's own protocol at `/api/chat`: https://github.com/ollama/ollama/blob/main/docs/api.md */
const nativeLine = (/** @type {string} */ content, /** @type {boolean} */ isDone) =>
	`${JSON.stringify({ model: 'llama3', created_at: '2025-01-01T00:00:00Z', message: { role: 'assistant', content }, done: isDone })}\n`;

/** Cases 31 to 34, 47, 48 and 50: an answer that is no stream, or not of this protocol. @satisfies {Record<string, CaseSteps>} */
export const answerFaults = {
	// Ollama refuses a foreign Origin before it looks at the path. Programs, and pages of this computer, may ask it.
	'case-31': ({ headers }) => (isForeignToOllama(headers.origin) ? [{ status: 403 }] : goodAnswer),
	'case-32': () => jsonBody(JSON.stringify(completionOf(ANSWER)), ANSWER),
	'case-33-line': () => jsonBody(JSON.stringify(quotaError)),
	'case-33-pretty': () => jsonBody(JSON.stringify(quotaError, null, 2)),
	'case-34': () => [{ status: 200, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: PORTAL }],
	'case-34-stream': () => [{ status: 200, headers: { 'Content-Type': EVENT_STREAM }, body: PORTAL }],
	'case-47-plain': () => goodWith({ 'Content-Type': 'text/plain' }),
	'case-47-json': () => goodWith(JSON_TYPE),
	'case-47-none': () => goodWith({}),
	'case-48': () => [
		{ status: 200, headers: { 'Content-Type': 'application/x-ndjson' } },
		{ write: nativeLine('Hello', false) },
		{ write: nativeLine(' there.', false) },
		{ write: nativeLine('', true) },
	],
	'case-50': ({ headers }) => [
		{
			status: 401,
			headers: JSON_TYPE,
			body: JSON.stringify({
				error: {
					message: `Incorrect API key provided: ${keyIn(headers.authorization)}.`,
					code: 'invalid_api_key',
				},
			}),
		},
	],
	'case-50-stream': ({ headers }) => [
		{
			write: `data: ${JSON.stringify({ error: { message: `Key ${keyIn(headers.authorization)} is blocked.` } })}\n\n`,
		},
		{ write: 'data: [DONE]\n\n' },
	],
};

/** @param {string | undefined} authorization */
function keyIn(authorization = '') {
	return authorization.replace(/^Bearer /, '');
}
