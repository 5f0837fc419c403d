import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Question } from '../question.ts';
import { TOOLS, TOOLS_BESIDE_TEXT } from '../rows/common.ts';
import { leaveEach, listByBoth, playTable, type Table } from './play-table.ts';
import { runningProgram } from './server-process.ts';

const BREAKS = 'What it sends in place of a stream is no event of one: ours says that it cannot be read.';

/** The answers are in `aimock.json`, by the same words. */
const table: Table = {
	Speak: { all: '"Привет from the other side. 🌍" → stop (3 + 8)' },
	Think: { all: 'thinks "The user greets me." "Hello." → stop (3 + 2)' },
	Search: {
		ours: '✗ no answer: tools-unsupported (3 + 4)',
		openai: 'search({"q":"x"}) → tool_calls (3 + 4)',
		aiSdk: 'search({"q":"x"}) → tool_calls (3 + 4)',
		why: TOOLS,
	},
	'Say and search': {
		ours: '"I look it up." search(…) open(…) → tool_calls (5 + 9)',
		openai: '"I look it up." search({"q":"x"}) open({}) → tool_calls (5 + 9)',
		aiSdk: '"I look it up." search({"q":"x"}) open({}) → tool_calls (5 + 9)',
		why: TOOLS_BESIDE_TEXT,
	},
	'Too long': { all: '"Hello from" → length (4 + 3)' },
	'Too many': { all: '✗ refused 429: Too many requests.' },
	Wrong: { all: '✗ refused 400: max_tokens is too large.' },
	Unknown: { all: '✗ refused 503: Strict mode: no fixture matched' },
	'Hang up': { all: '✗ broken' },
	Break: {
		streamed: { all: '"Hello" ✗ broken' },
		whole: { all: '"Hello from the other side." → stop (3 + 7)' },
	},
	Garble: {
		streamed: { ours: '✗ unreadable', openai: '→ end', aiSdk: '✗ broken', why: BREAKS },
		whole: { all: '✗ unreadable' },
	},
};

describe('`@copilotkit/aimock`, asked by this client, by `openai` and by `@ai-sdk/openai-compatible`', () => {
	const server = runningProgram({
		command: async () => [
			fileURLToPath(new URL('cli.js', import.meta.resolve('@copilotkit/aimock'))),
			...['--port', '0', '--strict', '--fixtures', join(import.meta.dirname, 'aimock.json')],
		],
		readUrl: (output) => /listening on (http:\S+)/.exec(output)?.[1],
	});
	const question = (content: string): Question => ({
		url: server().url,
		model: 'deepseek-reasoner',
		content,
	});

	playTable(table, question);

	it('lists its models', async () => {
		const { ours, openai } = await listByBoth(server());
		expect(ours).toEqual(openai);
		expect(ours).toContain('gpt-4');
	});

	it('is left in the middle of an answer', async () => {
		await leaveEach(question('Count slowly'));
	});
});
