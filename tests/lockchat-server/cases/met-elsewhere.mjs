// @ts-check
import { deltaChunk } from '../chunk.mjs';
import { done, doneLine, say, say1 } from './says.mjs';

/** @import { CaseSteps, Step } from '../types.ts' */

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
};
