// @ts-check
import { DONE, finish, token } from '../chunk.mjs';
import { goodBytes } from './says.mjs';

/** @import { CaseSteps, Step } from '../types.ts' */

/** Long enough for each write to become a packet of its own. */
const APART_MS = 3;

/** Two, three and four bytes a character. */
const MANY_BYTES = 'Привет, 世界 🌍!';

/**
 * @param {string} text
 * @param {(bytes: Buffer, index: number) => boolean} cutsBefore
 * @param {string} says
 * @returns {Generator<Step>}
 */
function* cut(text, cutsBefore, says) {
	const bytes = Buffer.from(text);
	let start = 0;
	for (let index = 1; index <= bytes.length; index += 1) {
		if (index < bytes.length && !cutsBefore(bytes, index)) continue;
		yield { write: bytes.subarray(start, index), ...(index === bytes.length && { text: says }) };
		yield { wait: APART_MS };
		start = index;
	}
}

const CONTINUATION = 0x80;
const LF = 0x0a;
const stream = token(MANY_BYTES) + finish() + DONE;

/** Case 1: bytes split where it hurts. @satisfies {Record<string, CaseSteps>} */
export const bytesApart = {
	'case-01': () => cut(stream, () => true, MANY_BYTES),
	'case-01-utf8': () =>
		cut(stream, (bytes, index) => ((bytes[index] ?? 0) & 0xc0) === CONTINUATION, MANY_BYTES),
	'case-01-crlf': () =>
		cut(
			goodBytes.replaceAll('\n', '\r\n'),
			(bytes, index) => bytes[index] === LF,
			'Hello from the other side.',
		),
};
