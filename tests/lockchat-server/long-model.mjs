// @ts-check
/** @import { Part } from './types.ts' */

const SIX_MINUTES_S = 360;

/**
 * Numbered tokens at a steady pace, so that one that is lost or doubled is noticed. `demo-long` says a token a second for
 * six minutes; `demo-long:420:5000` says a token every 5,000 ms for 420 seconds.
 * @param {string[]} parameters seconds in all, milliseconds between tokens
 * @returns {Generator<Part>}
 */
export function* longAnswer([seconds = String(SIX_MINUTES_S), intervalMs = '1000']) {
	const count = Math.floor((Number(seconds) * 1000) / Number(intervalMs));
	for (let index = 1; index <= count; index += 1) {
		yield { token: `${index} ` };
		yield { wait: Number(intervalMs) };
	}
}
