import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RequestRecord } from '../../../lockchat-server/types.ts';
import { askAiSdk } from '../ask-ai-sdk.ts';
import { askOpenai } from '../ask-openai.ts';
import { askOurs } from '../ask-ours.ts';
import type { Question } from '../question.ts';
import { askAll, expectRow } from '../row.ts';
import { KEY_SHOWN } from '../rows/common.ts';
import { complaints } from '../rows/complaints.ts';
import { payload } from '../rows/payload.ts';
import { leaveEach, listByBoth, playTable, type Table } from './play-table.ts';
import { runningProgram } from './server-process.ts';

const main = resolve(import.meta.dirname, '../../../lockchat-server/main.mjs');

/** By model. */
const table: Table = {
	'demo-fast:2:7': { all: '"stream о" → stop (2 + 2)' },
	'no-such-model': { all: '✗ refused 404: The model `no-such-model` does not exist' },
	'auth:demo-fast:2:7': {
		ours: '✗ refused 401: Incorrect API key provided: •••.',
		openai: '✗ refused 401: Incorrect API key provided: sk-wrong.',
		aiSdk: '✗ refused 401: Incorrect API key provided: sk-wrong.',
		why: KEY_SHOWN,
	},
};

/** Models that stream whatever they are asked for. All of their kind have a row in `rows/`. */
const streams = {
	thoughts: ['case-21-content', payload],
	'a tool call': ['case-24', payload],
	'a busy server': ['case-30-429-openai', complaints],
	'a connection that breaks': ['case-44', complaints],
} as const;

describe('the local Lockchat server as a program, asked by this client, by `openai` and by `@ai-sdk/openai-compatible`', () => {
	const server = runningProgram({
		command: async () => [main, '--port', '0', '--test-api'],
		readUrl: (output) => /Lockchat server at (http:\S+)/.exec(output)?.[1],
	});
	const question = (model: string): Question => ({
		url: server().url,
		model,
		content: 'Hi',
		apiKey: 'sk-wrong',
	});

	/** The records of a model that satisfy the condition, as soon as there are that many. */
	async function records(count: number, isWanted: (record: RequestRecord) => boolean) {
		for (;;) {
			const response = await fetch(`${server().url}/__test/requests`);
			const found = ((await response.json()) as RequestRecord[]).filter(isWanted);
			if (found.length >= count) return found;
		}
	}

	playTable(table, question);

	it.each(Object.entries(streams))('streamed: %s', async (_, [model, rows]) => {
		const row = rows[model];
		if (!row) throw new Error(`${model} has no row.`);
		expectRow(row, await askAll(question(model)));
	});

	it.each([true, false])('says all of the demonstration to each, streamed: %s', async (isStreamed) => {
		const asked = { ...question('gpt-4'), isStreamed };
		const made = await Promise.all([askOurs, askOpenai, askAiSdk].map((ask) => ask(asked)));
		expect(made[0]).toMatchObject({
			text: expect.stringMatching(/> Hi\n/),
			finishReason: 'stop',
			trouble: null,
		});
		expect(made).toEqual([made[0], made[0], made[0]]);
	});

	it.each([true, false])('cuts at the limit that was asked for, streamed: %s', async (isStreamed) => {
		const seen = await askAll({ ...question('demo-fast:20:7'), maxTokens: 2, isStreamed });
		expectRow({ all: '"stream о" → length (2 + 2)' }, seen);
	});

	it('takes its key', async () => {
		const seen = await askAll({ ...question('auth:demo-fast:2:7'), apiKey: 'secret-key' });
		expectRow({ all: '"stream о" → stop (2 + 2)' }, seen);
	});

	it('lists its models', async () => {
		const { ours, openai } = await listByBoth(server());
		expect(ours).toEqual(openai);
		expect(ours).toContain('lockchat-demo');
	});

	it('sees each client leave in the middle of an answer', async () => {
		const model = 'demo-long:600:20';
		await leaveEach(question(model));
		const left = await records(3, (record) => record.model === model && record.abortedAt !== null);
		expect(left.map(({ endedAt, sentText }) => [endedAt, sentText.slice(0, 6)])).toEqual(
			Array(3).fill([null, '1 2 3 ']),
		);
	});
});
