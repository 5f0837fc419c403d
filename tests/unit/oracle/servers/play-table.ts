import { expect, it } from 'vitest';
import { listModels } from '../../../../utils/lockchat/list-models.ts';
import { endpointAt } from '../../lockchat/complete.ts';
import { askAiSdk } from '../ask-ai-sdk.ts';
import { askOpenai, openaiClient } from '../ask-openai.ts';
import { askOurs } from '../ask-ours.ts';
import type { Question } from '../question.ts';
import { askAll, expectRow, type Row } from '../row.ts';

/** By what is asked; one row where a streamed and a whole answer come to the same. */
export type Table = Readonly<Record<string, Row | { streamed: Row; whole: Row }>>;

/** A test for each answer of the table, streamed and whole. */
export function playTable(table: Table, questionOf: (what: string) => Question): void {
	const tries = Object.entries(table).flatMap(([what, row]) => {
		const { streamed, whole } = 'streamed' in row ? row : { streamed: row, whole: row };
		return [
			['streamed', what, streamed, true],
			['whole', what, whole, false],
		] as const;
	});
	it.each(tries)('%s: %s', async (_, what, row, isStreamed) => {
		expectRow(row, await askAll({ ...questionOf(what), isStreamed }));
	});
}

type Access = Pick<Question, 'url' | 'apiKey'>;

/** The models of a server, as this client and the package `openai` list them. */
export async function listByBoth({ url, apiKey }: Access): Promise<{ ours: string[]; openai: string[] }> {
	const access = { url, ...(apiKey !== undefined && { apiKey }) };
	const { data } = await openaiClient(access).models.list();
	return {
		ours: await listModels({ endpoint: endpointAt(url), ...(apiKey !== undefined && { apiKey }) }),
		openai: data.map(({ id }) => id),
	};
}

/** Each client leaves a long answer that counts, at its third number. */
export async function leaveEach(question: Question): Promise<void> {
	for (const ask of [askOurs, askOpenai, askAiSdk]) {
		const made = await ask({ ...question, leaveAt: '3' });
		expect(made).toMatchObject({ text: expect.stringMatching(/^1 2 3/), finishReason: null, trouble: null });
	}
}
