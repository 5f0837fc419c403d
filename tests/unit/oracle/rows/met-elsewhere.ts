import { STATUS_CODES } from 'node:http';
import type { Row } from '../row.ts';
import { ANSWER, NOTHING, PART } from './common.ts';

const MARKS = 'Reasoning is known by its marks, in any spelling; the others show the marks as words.';
const BESIDE = 'A complaint in a stream is told in the server’s words, whatever its shape.';
const TOO_LONG = 'refused: request (6009 tokens) exceeds the available context size (4096)';

/** Both others make the same of it. */
const others = (made: string) => ({ openai: made, aiSdk: made });
const page = (title: string) =>
	`<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;

/** Cases 69 to 84: faults of other servers, after public reports. */
export const metElsewhere: Record<string, Row> = {
	'case-69:50': { all: '"First half, second half." → stop' },
	'case-69-reasoning:50': { all: 'thinks "A plan." "First half, second half." → stop' },
	'case-71': {
		ours: 'thinks "Okay, the user asks.\\nSo Paris.\\n\\n\\n" "Paris is it." → stop',
		...others('"Okay, the user asks.\\nSo Paris.\\n</think>\\n\\nParis is it." → stop'),
		why: MARKS,
	},
	'case-71-field': {
		ours: 'thinks "plan\\n\\n" "Answer" → stop',
		...others('thinks "plan" "</think>\\n\\nAnswer" → stop'),
		why: MARKS,
	},
	'case-72': {
		ours: 'thinks "plan" "Answer" → stop',
		...others('"[THINK]plan[/THINK]Answer" → stop'),
		why: MARKS,
	},
	'case-72-harmony': {
		ours: 'thinks "plan" "Answer" → stop',
		...others(
			'"<|channel|>analysis<|message|>plan<|end|><|start|>assistant<|channel|>final<|message|>Answer" → stop',
		),
		why: MARKS,
	},
	'case-74-type': {
		ours: '✗ refused: The engine broke.',
		openai: '→ end',
		aiSdk: '✗ unreadable',
		why: BESIDE,
	},
	'case-74-detail': {
		ours: '✗ refused: Daily quota used up',
		openai: '→ end',
		aiSdk: '✗ unreadable',
		why: BESIDE,
	},
	'case-74-code': {
		ours: '✗ refused: Model is not available',
		openai: '→ end',
		aiSdk: '✗ unreadable',
		why: BESIDE,
	},
	'case-74-late': {
		ours: `${PART} ✗ refused 503: capacity reached`,
		openai: `${PART} → end`,
		aiSdk: `${PART} ✗ unreadable`,
		why: BESIDE,
	},
	'case-75': { ours: `✗ ${TOO_LONG}`, ...NOTHING, why: BESIDE },
	'case-75-late': {
		ours: `${PART} ✗ ${TOO_LONG}`,
		openai: `${PART} → end`,
		aiSdk: `${PART} ✗ broken`,
		why: BESIDE,
	},
	'case-76': {
		ours: ANSWER,
		openai: '"Hello from" ✗ unreadable',
		aiSdk: '"Hello from side." ✗ unreadable',
		why: 'Behind the frame that was cut off a whole one stands: its words are kept, and a note tells of the gap.',
	},
	'case-77': {
		ours: '✗ refused 400: Acme: maximum context length is 8192',
		...others('✗ refused 400: Provider returned error'),
		why: 'The gateway quotes what it was told: those words say what to do.',
	},
	'case-79': {
		ours: 'thinks "A long plan" ✗ no answer: limit-reached',
		...others('thinks "A long plan" → length'),
		why: 'The limit was reached before a word of the answer, which is told as a failure, with Continue.',
	},
	'case-81': {
		ours: `thinks "thinking hard" ${ANSWER}`,
		...others(ANSWER),
		why: 'An empty field of reasoning stands before the one that holds it; the others look at the first alone.',
	},
	'case-83': { ours: ANSWER, ...NOTHING, why: 'A whole completion with `[DONE]` glued on is an answer.' },
	'case-84-413': {
		ours: '✗ refused 413: 413 Request Entity Too Large',
		openai: `✗ refused 413: ${page('413 Request Entity Too Large')}`,
		aiSdk: `✗ refused 413: ${STATUS_CODES[413]}`,
		why: 'Of a page its title is read.',
	},
	'case-84-524': {
		ours: '✗ refused 524: acme.example | 524: A timeout occurred',
		openai: `✗ refused 524: ${page('acme.example | 524: A timeout occurred')}`,
		aiSdk: '✗ refused 524: unknown',
		why: 'Of a page its title is read.',
	},
	'case-84-402': { all: '✗ refused 402: Insufficient credits' },
	'case-84-stream': {
		ours: ANSWER,
		...others('✗ refused 400: Your organization must be verified to stream this model.'),
		why: 'A model that may not stream is asked once more for a whole answer.',
	},
};
