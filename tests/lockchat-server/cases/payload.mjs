// @ts-check
import { chunkOf, deltaChunk } from '../chunk.mjs';
import { ANSWER, done, doneLine, goodAnswer, PART, say, say1 } from './says.mjs';

/** @import { CaseSteps, Step } from '../types.ts' */

const usage = { prompt_tokens: 7, completion_tokens: 5, total_tokens: 12 };

/** The last chunk of a good answer, with this finish reason. @param {unknown} reason @returns {Step[]} */
const finishWith = (reason) => [
	...say([ANSWER]),
	say1(chunkOf({ choices: [{ index: 0, delta: {}, finish_reason: reason }] })),
	doneLine,
];

/** A good answer, then a chunk that carries the usage beside these fields. @param {Record<string, unknown>} fields */
const usageBeside = (fields) => [
	...say([ANSWER]),
	say1(deltaChunk({}, 'stop')),
	say1(chunkOf({ ...fields, usage })),
	doneLine,
];

/** @param {number} index @param {string} content */
const choice = (index, content) => chunkOf({ choices: [{ index, delta: { content }, finish_reason: null }] });

const toolCall = {
	index: 0,
	id: 'call_1',
	type: 'function',
	function: { name: 'search', arguments: '{"q":"x"}' },
};

/** Cases 15 to 19 and 23 to 29: what chunks carry. @satisfies {Record<string, CaseSteps>} */
export const payload = {
	'case-15-role': () => [say1(deltaChunk({ role: 'assistant' })), ...goodAnswer],
	'case-15-null': () => [say1(deltaChunk({ role: 'assistant', content: null })), ...goodAnswer],
	'case-16': () => [...say(['Hello', ' ', 'world', '\n', '!']), done],
	'case-17-empty': () => usageBeside({ choices: [] }),
	'case-17-null': () => usageBeside({ choices: null }),
	'case-17-absent': () => usageBeside({}),
	'case-18': () => [
		say1({
			...chunkOf({ choices: [], id: '', model: '', object: '', created: 0 }),
			prompt_filter_results: [
				{ prompt_index: 0, content_filter_results: { hate: { filtered: false, severity: 'safe' } } },
			],
		}),
		...goodAnswer,
	],
	'case-19-missing': () => [say1(chunkOf({ choices: [{ index: 0, finish_reason: null }] })), ...goodAnswer],
	'case-19-empty': () => [say1(deltaChunk({})), ...goodAnswer],
	'case-23': () => [
		say1(deltaChunk({ role: 'assistant', content: null, refusal: 'I can’t help ' })),
		say1(deltaChunk({ refusal: 'with that.' })),
		done,
	],
	'case-24': () => [
		say1(deltaChunk({ role: 'assistant', content: null, tool_calls: [toolCall] })),
		say1(deltaChunk({}, 'tool_calls')),
		doneLine,
	],
	'case-25-length': () => finishWith('length'),
	'case-25-filter': () => finishWith('content_filter'),
	'case-26-eos': () => finishWith('eos'),
	'case-26-blank': () => finishWith(''),
	'case-26-unknown': () => finishWith('because'),
	'case-26-absent': () => [...say([ANSWER]), doneLine],
	'case-27': () => [...say([ANSWER]), say1(deltaChunk({}, 'stop')), say1(deltaChunk({}, 'stop')), done],
	'case-28': () => [
		say1(choice(0, 'Hello'), 'Hello'),
		say1(choice(1, ' mixed in')),
		say1(choice(0, ' from here.'), ' from here.'),
		say1(chunkOf({ choices: [{ index: 1, delta: {}, finish_reason: 'stop' }] })),
		done,
	],
	'case-29': () => [
		...PART.map((text) =>
			say1(
				chunkOf({
					choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: null }],
				}),
				text,
			),
		),
		done,
	],
	'case-29-both': () => [
		...PART.map((text) =>
			say1(
				chunkOf({
					choices: [
						{
							index: 0,
							delta: { content: text },
							message: { role: 'assistant', content: text },
							finish_reason: null,
						},
					],
				}),
				text,
			),
		),
		done,
	],
};
