// @ts-check
import { completionOf, deltaChunk, event } from '../chunk.mjs';
import { ANSWER, done, doneLine, goodAnswer, PART, say, say1 } from './says.mjs';

/** @import { CaseSteps, Step } from '../types.ts' */

const JSON_TYPE = { 'Content-Type': 'application/json' };

/** @param {number} status @param {unknown} body @returns {Step[]} */
const fail = (status, body) => [{ status, headers: JSON_TYPE, body: JSON.stringify(body) }];

/** @param {number} status @param {string} title @returns {Step[]} */
const failWithPage = (status, title) => [
	{
		status,
		headers: { 'Content-Type': 'text/html' },
		body: `<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`,
	},
];

const BARE = `${JSON.stringify({ error: { message: 'request (6009 tokens) exceeds the available context size (4096)' } })}\n\n`;

/** A chunk that claims to be the last. @param {string} text @returns {Step} */
const saidAsLast = (text) => say1(deltaChunk({ content: text }, 'stop'), text);

/** Faults of other servers, after public reports. Times are parameters, in milliseconds. @satisfies {Record<string, CaseSteps>} */
export const metElsewhere = {
	'case-69': (_, [pauseMs = '1500']) => [
		saidAsLast('First half, '),
		{ wait: Number(pauseMs) },
		saidAsLast('second half.'),
		doneLine,
	],
	'case-69-reasoning': (_, [pauseMs = '1500']) => [
		say1(deltaChunk({ reasoning_content: 'A plan.' }, 'stop')),
		{ wait: Number(pauseMs) },
		saidAsLast('First half, '),
		{ wait: Number(pauseMs) },
		saidAsLast('second half.'),
		doneLine,
	],
	'case-71': () => [...say(['Okay, the user asks.\nSo', ' Paris.\n</th', 'ink>\n\nParis is it.']), done],
	'case-71-field': () => [
		say1(deltaChunk({ reasoning_content: 'plan' })),
		...say(['</think>\n\nAnswer']),
		done,
	],
	'case-72': () => [...say(['[THI', 'NK]plan[/THINK]', 'Answer']), done],
	'case-72-harmony': () => [
		...say([
			'<|channel|>analysis<|mess',
			'age|>plan<|end|>',
			'<|start|>assistant<|channel|>final<|message|>',
			'Answer',
		]),
		done,
	],
	'case-74-type': () => [say1({ error_type: 'engine', error_message: 'The engine broke.' }), doneLine],
	'case-74-detail': () => [say1({ detail: 'Daily quota used up' })],
	'case-74-code': () => [say1({ code: 20012, msg: 'Model is not available' }), doneLine],
	'case-74-late': () => [...say(PART), say1({ message: 'capacity reached', code: 503 })],
	'case-75': () => [{ write: ': ping\n\n' }, { write: BARE }],
	'case-75-late': () => [...say(PART), { write: BARE }],
	'case-76': () => {
		const next = event(deltaChunk({ content: ' the other' }));
		return [
			...say(['Hello', ' from']),
			{ write: `data: {"id":"1","object":"chat.c${next}`, text: ' the other' },
			...say([' side.']),
			done,
		];
	},
	'case-77': () =>
		fail(400, {
			error: {
				message: 'Provider returned error',
				code: 400,
				metadata: {
					provider_name: 'Acme',
					raw: JSON.stringify({ error: { message: 'maximum context length is 8192' } }),
				},
			},
		}),
	'case-79': () => [
		say1(deltaChunk({ reasoning_content: 'A long plan' })),
		say1(deltaChunk({}, 'length')),
		doneLine,
	],
	'case-81': () => [say1(deltaChunk({ reasoning_content: '', reasoning: 'thinking hard' })), ...goodAnswer],
	'case-83': () => [{ write: `${JSON.stringify(completionOf(ANSWER))}data: [DONE]`, text: ANSWER }],
	'case-84-413': () => failWithPage(413, '413 Request Entity Too Large'),
	'case-84-524': () => failWithPage(524, 'acme.example | 524: A timeout occurred'),
	'case-84-402': () => fail(402, { error: { message: 'Insufficient credits', code: 402 } }),
	'case-84-stream': ({ isStreamed }) =>
		isStreamed
			? fail(400, {
					error: {
						message: 'Your organization must be verified to stream this model.',
						type: 'invalid_request_error',
						param: 'stream',
						code: 'unsupported_value',
					},
				})
			: [
					{ status: 200, headers: JSON_TYPE },
					{ write: JSON.stringify(completionOf(ANSWER)), text: ANSWER },
				],
};
