import type { Row } from '../row.ts';
import { ANSWER, NOTHING, whole } from './common.ts';

const manyBytes = { all: '"Привет, 世界 🌍!" → stop' };

/** Cases 1 to 14: how bytes become events. */
export const framing: Record<string, Row> = {
	'case-01': manyBytes,
	'case-01-utf8': manyBytes,
	'case-01-crlf': whole,
	'case-02-lf': whole,
	'case-02-cr': whole,
	'case-02-crlf': whole,
	'case-02-mixed': whole,
	'case-03': whole,
	'case-04': whole,
	'case-05': whole,
	'case-06': {
		ours: ANSWER,
		openai: '✗ unreadable',
		aiSdk: '"Hello from the other side." ✗ unreadable',
		why: 'An event without data carries no JSON, and is no fault: proxies send it as a sign of life.',
	},
	'case-07': whole,
	'case-08': {
		ours: ANSWER,
		...NOTHING,
		why: 'With single line ends between them all events are one. Each of its lines is a chunk; the others drop the answer.',
	},
	'case-09': whole,
	'case-10': {
		ours: ANSWER,
		openai: '"Hello from the" → end',
		aiSdk: '"Hello from the" ✗ broken',
		why: 'The last event lacks its blank line, but is whole: its words and its finish reason count.',
	},
	'case-11': { all: '1048581 letters 4b2f85d0 → stop' },
	'case-12': { all: '"one\u2028two\u2029three" → stop' },
	'case-14': {
		ours: '"Hello from the" ✗ unreadable',
		aiSdk: '"Hello from the other side." ✗ unreadable',
		why: 'An event that cannot be read may have held words: the text ends there, instead of going on across a hole.',
	},
};
