// @ts-check
import { deltaChunk } from '../chunk.mjs';
import { doneLine, say1 } from './says.mjs';

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
};
