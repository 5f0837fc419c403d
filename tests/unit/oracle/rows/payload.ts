import type { Row } from '../row.ts';
import { ANSWER, PART, TOOLS, whole } from './common.ts';

const THOUGHTS = 'thinks "The user greets me."';
const USAGE =
	'Where no choices are, they may be null or missing: the answer is whole, and its tokens are counted.';
const TAGS = 'Reasoning between tags is told apart from the answer; the others show the tags as words.';
const EMPTY = 'An answer without a word is a failure that is told, with Retry, instead of an empty message.';

const counted: Row = {
	ours: `${ANSWER} (7 + 5)`,
	aiSdk: '"Hello from the other side." ✗ unreadable',
	why: USAGE,
};

/** Cases 15 to 29: what chunks carry. */
export const payload: Record<string, Row> = {
	'case-15-role': whole,
	'case-15-null': whole,
	'case-16': { all: '"Hello world\\n!" → stop' },
	'case-17-empty': { all: `${ANSWER} (7 + 5)` },
	'case-17-null': counted,
	'case-17-absent': counted,
	'case-18': whole,
	'case-19-missing': whole,
	'case-19-empty': whole,
	'case-20': {
		ours: `thinks "The user greets me. Now" ${ANSWER}`,
		openai:
			'"[object Object][object Object][object Object][object Object],[object Object] from[object Object]" → stop',
		why: 'A content may be a list of parts, thoughts among them. The package hands the list on, and calls it a string.',
	},
	'case-21-content': { all: `${THOUGHTS} ${ANSWER}` },
	'case-21-reasoning': { all: `${THOUGHTS} ${ANSWER}` },
	'case-21-only': {
		ours: `${THOUGHTS} ✗ no answer: reasoning-only`,
		openai: `${THOUGHTS} → stop`,
		aiSdk: `${THOUGHTS} → stop`,
		why: EMPTY,
	},
	'case-22-split': {
		ours: `thinks "The user greets me.\\n\\n" ${ANSWER}`,
		openai: '"<think>The user greets me.</think>\\n\\nHello from the other side." → stop',
		aiSdk: '"<think>The user greets me.</think>\\n\\nHello from the other side." → stop',
		why: TAGS,
	},
	'case-22-unclosed': {
		ours: `${THOUGHTS} ✗ no answer: reasoning-only`,
		openai: '"<think>The user greets me." → stop',
		aiSdk: '"<think>The user greets me." → stop',
		why: `${TAGS} ${EMPTY}`,
	},
	'case-23': {
		ours: 'declines "I can’t help with that." → stop',
		aiSdk: '"I can’t help with that." → stop',
		why: 'A refusal is told apart from an answer.',
	},
	'case-24': {
		ours: '✗ no answer: tools-unsupported',
		openai: 'search({"q":"x"}) → tool_calls',
		aiSdk: 'search({"q":"x"}) → tool_calls',
		why: TOOLS,
	},
	'case-25-length': { all: '"Hello from the other side." → length' },
	'case-25-filter': { all: '"Hello from the other side." → content_filter' },
	'case-26-eos': { all: '"Hello from the other side." → eos' },
	'case-26-blank': { all: '"Hello from the other side." → end' },
	'case-26-unknown': { all: '"Hello from the other side." → because' },
	'case-26-absent': {
		ours: '"Hello from the other side." → end',
		aiSdk: '"Hello from the other side." ✗ broken',
		why: 'The server said `[DONE]`: the answer is whole, also without a finish reason.',
	},
	'case-27': whole,
	'case-28': {
		ours: '"Hello from here." → stop',
		aiSdk: '"Hello mixed in from here." → stop',
		why: 'Words of another choice are not part of this answer.',
	},
	'case-29': {
		ours: `${PART} → stop`,
		openai: '→ stop',
		aiSdk: '→ stop',
		why: 'Some servers put a message where the delta belongs; its words are the answer.',
	},
	'case-29-both': { all: `${PART} → stop` },
};
