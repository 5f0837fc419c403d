// @ts-check
import { deltaChunk } from '../chunk.mjs';
import { ANSWER, done, say, say1 } from './says.mjs';

/** @import { CaseSteps } from '../types.ts' */

const THOUGHTS = ['The user', ' greets', ' me.'];

/** @param {string} field */
const thoughtsIn = (field) => THOUGHTS.map((text) => say1(deltaChunk({ [field]: text })));

/** Mistral's content parts. @param {string} text */
const thinking = (text) => ({ type: 'thinking', thinking: [{ type: 'text', text }] });

/** Cases 20 to 22: answers of models that think. @satisfies {Record<string, CaseSteps>} */
export const reasoning = {
	'case-20': () => [
		...THOUGHTS.map((text) => say1(deltaChunk({ content: [thinking(text)] }))),
		say1(deltaChunk({ content: [thinking(' Now'), { type: 'text', text: 'Hello' }] }), 'Hello'),
		say1(deltaChunk({ content: ' from' }), ' from'),
		say1(deltaChunk({ content: [{ type: 'text', text: ' the other side.' }] }), ' the other side.'),
		done,
	],
	'case-21-content': () => [...thoughtsIn('reasoning_content'), ...say([ANSWER]), done],
	'case-21-reasoning': () => [...thoughtsIn('reasoning'), ...say([ANSWER]), done],
	'case-21-only': () => [...thoughtsIn('reasoning_content'), done],
	'case-22-split': () => [...say(['<th', 'ink>', ...THOUGHTS, '</', 'think>', '\n\n', ANSWER]), done],
	'case-22-unclosed': () => [...say(['<think>', ...THOUGHTS]), done],
};
