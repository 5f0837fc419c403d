// @ts-check
import { done, goodAnswer, PART, say, TOKENS } from './says.mjs';

/** @import { CaseSteps, Step } from '../types.ts' */

/** The head at once, so that the client sees a server that has accepted. @type {Step} */
const head = { status: 200, headers: { 'Content-Type': 'text/event-stream' } };

/** Comments for as long as the client stays. @param {number} intervalMs @returns {Generator<Step>} */
function* comments(intervalMs) {
	for (;;) {
		yield { write: ': keep-alive\n\n' };
		yield { wait: intervalMs };
	}
}

/** Cases 49, 51 and 52: silence. The times are parameters, in milliseconds. @satisfies {Record<string, CaseSteps>} */
export const timing = {
	'case-49': () => [...say(PART), { stall: true }],
	'case-49-head': () => [{ stall: true }],
	'case-49-body': () => [head, { stall: true }],
	*'case-49-comments'(_, [intervalMs = '1000']) {
		yield* say(PART);
		yield* comments(Number(intervalMs));
	},
	'case-49-slow': (_, [prefillMs = '90000']) => [head, { wait: Number(prefillMs) }, ...goodAnswer],
	'case-51': (_, [headMs = '75000']) => [{ wait: Number(headMs) }, ...goodAnswer],
	'case-52': (_, [silenceMs = '60000']) => [
		...say(PART),
		{ wait: Number(silenceMs) },
		...say(TOKENS.slice(PART.length)),
		done,
	],
};
