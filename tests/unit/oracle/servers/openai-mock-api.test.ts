import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { askAll, expectRow } from '../row.ts';
import { TOOLS, TOOLS_BESIDE_TEXT } from '../rows/common.ts';
import { leaveEach, listByBoth, playTable, type Table } from './play-table.ts';
import { freePort, runningProgram } from './server-process.ts';

const apiKey = 'secret-key';

/** The answers are in `openai-mock-api.json`, by the same words. It counts no tokens of a stream. */
const table: Table = {
	Speak: {
		streamed: { all: '"Привет from the other side. 🌍" → stop' },
		whole: { all: '"Привет from the other side. 🌍" → stop (5 + 11)' },
	},
	Search: {
		streamed: {
			ours: '✗ no answer: tools-unsupported',
			openai: 'search({"q":"x"}) → stop',
			aiSdk: 'search({"q":"x"}) → stop',
			why: TOOLS,
		},
		whole: {
			ours: '✗ no answer: tools-unsupported (5 + 0)',
			openai: 'search({"q":"x"}) → stop (5 + 0)',
			aiSdk: 'search({"q":"x"}) → stop (5 + 0)',
			why: TOOLS,
		},
	},
	'Say and look': {
		streamed: {
			ours: '"I look it up." search(…) → stop',
			openai: '"I look it up." search({"q":"x"}) → stop',
			aiSdk: '"I look it up." search({"q":"x"}) → stop',
			why: TOOLS_BESIDE_TEXT,
		},
		whole: {
			ours: '"I look it up." search(…) → stop (7 + 5)',
			openai: '"I look it up." search({"q":"x"}) → stop (7 + 5)',
			aiSdk: '"I look it up." search({"q":"x"}) → stop (7 + 5)',
			why: TOOLS_BESIDE_TEXT,
		},
	},
	Unknown: { all: '✗ refused 400: No matching response found for the provided messages' },
};

describe('`openai-mock-api`, asked by this client, by `openai` and by `@ai-sdk/openai-compatible`', () => {
	const server = runningProgram({
		command: async () => [
			fileURLToPath(new URL('cli.js', import.meta.resolve('openai-mock-api'))),
			...['--config', join(import.meta.dirname, 'openai-mock-api.json'), '--port', `${await freePort()}`],
		],
		readUrl: (output) => {
			const port = /server started on port (\d+)/.exec(output)?.[1];
			return port && `http://127.0.0.1:${port}`;
		},
		apiKey,
	});
	const question = (content: string) => ({ url: server().url, model: 'gpt-4', content, apiKey });

	playTable(table, question);

	it('refuses a wrong key', async () => {
		const seen = await askAll({ ...question('Speak'), apiKey: 'another-key' });
		expectRow({ all: '✗ refused 401: Invalid API key provided' }, seen);
	});

	it('lists its models', async () => {
		const { ours, openai } = await listByBoth({ url: server().url, apiKey });
		expect(ours).toEqual(openai);
		expect(ours).toContain('gpt-4');
	});

	it('is left in the middle of an answer', async () => {
		await leaveEach(question('Count'));
	});
});
