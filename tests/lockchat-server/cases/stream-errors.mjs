// @ts-check
import { chunkOf, deltaChunk } from '../chunk.mjs';
import { done, doneLine, PART, say, say1 } from './says.mjs';

/** @import { CaseSteps, Step } from '../types.ts' */

const STREAM_ERROR_TEXT = 'The engine ran out of memory.';

const error = { message: STREAM_ERROR_TEXT, type: 'server_error', code: 500 };
const NO_MODEL = 'The model: `gpt-4` does not exist';

/** @param {Record<string, unknown>} choice @returns {Step} */
const lastChoice = (choice) => say1(chunkOf({ choices: [{ index: 0, delta: {}, ...choice }] }));

/** @type {Step[]} */
const noModelInStream = [say1({ error: { message: NO_MODEL } }), doneLine];

/** Cases 35 to 44: a stream that fails or breaks off. @satisfies {Record<string, CaseSteps>} */
export const streamErrors = {
	'case-35': () => [say1({ error }), doneLine],
	'case-36': () => [...say(PART), say1({ error }), doneLine],
	'case-37': () => [
		...say(['Hello', ' from']),
		say1({ ...deltaChunk({ content: ' the' }), error }, ' the'),
		doneLine,
	],
	'case-38-reason': () => [...say(PART), lastChoice({ finish_reason: 'error' }), doneLine],
	'case-38-choice': () => [...say(PART), lastChoice({ finish_reason: null, error }), doneLine],
	'case-39': () => [...say(PART), { write: `event: error\ndata: ${JSON.stringify(error)}\n\n` }],
	'case-40': () => [{ write: `error: ${JSON.stringify(error)}\n\n` }, doneLine],
	'case-41-sse': () => noModelInStream,
	'case-41-json': () => [
		{
			status: 200,
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify({ error: { message: NO_MODEL } }),
		},
	],
	'case-41-404': () => [
		{
			status: 404,
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify({ error: { message: NO_MODEL, code: 'model_not_found' } }),
		},
	],
	'case-41-content': () => [...say([`It said: ${NO_MODEL}`, '. Is that an error?']), done],
	'case-41-late': () => [...say(PART), ...noModelInStream],
	'case-42': () => say(PART),
	'case-42-reason': () => [...say(PART), say1(deltaChunk({}, 'stop'))],
	'case-43': () => [say1(deltaChunk({ role: 'assistant', content: '' })), done],
	'case-43-bare': () => [doneLine],
	// The pause lets the client read the tokens: a reset throws away what it has not read.
	'case-44': () => [...say(PART), { wait: 200 }, { reset: true }],
	'case-44-head': () => [{ reset: true }],
	'case-44-body': () => [
		{ status: 200, headers: { 'Content-Type': 'text/event-stream' } },
		{ wait: 200 },
		{ reset: true },
	],
};
