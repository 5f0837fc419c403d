// @ts-check
import { DONE, deltaChunk, event, finish, token } from '../chunk.mjs';
import { ANSWER, done, goodAnswer, goodBytes, PART, say, TOKENS } from './says.mjs';

/** @import { CaseSteps, Step } from '../types.ts' */

const MEGABYTE = 1024 * 1024;

/** @param {string} bytes @param {string} [text] @returns {Step[]} */
const whole = (bytes, text = ANSWER) => [{ write: bytes, text }];

/** An event whose data lines never end: any limit on a line is reached. @returns {Generator<Step>} */
function* endlessLine() {
	yield* say(PART);
	yield { write: 'data: {"choices":[{"index":0,"delta":{"content":"' };
	const piece = 'x'.repeat(MEGABYTE);
	for (let sent = 0; sent < 64; sent += 1) yield { write: piece };
	yield { write: '"}}]}\n\n' };
	yield done;
}

/** One line of a megabyte. @returns {Step[]} */
function longLine() {
	const text = 'lockchat '.repeat(Math.ceil(MEGABYTE / 9));
	return [{ write: token(text), text }, done];
}

/** Pairs of line ends for the end of an event; none puts LF behind CR, which would be one line end. */
const LINE_ENDS = ['\n\r\n', '\r\r', '\r\n\r', '\n\n', '\r\n\n', '\n\r'];

/** @param {string} bytes */
function mixLineEnds(bytes) {
	let events = 0;
	return bytes.replaceAll('\n\n', () => LINE_ENDS[events++ % LINE_ENDS.length] ?? '\n\n');
}

/** Cases 2 to 14: how bytes become events. @satisfies {Record<string, CaseSteps>} */
export const framing = {
	'case-02-lf': () => whole(goodBytes),
	'case-02-cr': () => whole(goodBytes.replaceAll('\n', '\r')),
	'case-02-crlf': () => whole(goodBytes.replaceAll('\n', '\r\n')),
	'case-02-mixed': () => whole(mixLineEnds(goodBytes)),
	'case-03': () => whole(`\uFEFF${goodBytes}`),
	'case-04': () => whole(goodBytes.replaceAll('data: ', 'data:')),
	'case-05': () => [
		{ write: ': OPENROUTER PROCESSING\n\n' },
		{ wait: 20 },
		{ write: ': keep-alive\n\n: PING\n\n' },
		...goodAnswer,
	],
	'case-06': () => [
		{ write: 'event: ping\n\n' },
		...say(PART),
		{ write: 'data:\n\ndata: \n\n' },
		...say(TOKENS.slice(PART.length)),
		done,
	],
	'case-07': () => {
		const pretty = JSON.stringify(deltaChunk({ content: ANSWER }), null, 2);
		return whole(`${pretty.replaceAll(/^/gm, 'data: ')}\n\n${finish()}${DONE}`);
	},
	'case-08': () => whole(goodBytes.replaceAll('\n\n', '\n')),
	'case-09': () => whole(goodBytes.trimEnd()),
	'case-10': () => [
		...say(PART),
		{ write: event(deltaChunk({ content: ' other side.' }, 'stop')).trimEnd(), text: ' other side.' },
	],
	'case-11': longLine,
	'case-11-over': endlessLine,
	'case-12': () => whole(token('one\u2028two\u2029three') + finish() + DONE, 'one\u2028two\u2029three'),
	'case-13': () => [...goodAnswer, { write: token(' Never show this.') }, { stall: true }],
	'case-14': () => [
		...say(PART),
		{ write: 'data: {"choices":[{"index":0,"delta":{"content":" raw bytes\n\n' },
		...say(TOKENS.slice(PART.length)),
		done,
	],
};
