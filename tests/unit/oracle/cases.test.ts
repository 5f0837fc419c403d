import { describe, expect, it } from 'vitest';
import { caseModels } from '../../lockchat-server/cases/case-models.mjs';
import { runningServer } from '../lockchat-server/running-server.ts';
import { askAll, expectRow, type Row } from './row.ts';
import { complaints } from './rows/complaints.ts';
import { framing } from './rows/framing.ts';
import { metElsewhere } from './rows/met-elsewhere.ts';
import { payload } from './rows/payload.ts';

/** By model, with its parameters: times are shortened. */
const rows: Record<string, Row> = { ...framing, ...payload, ...complaints, ...metElsewhere };

const SILENT = 'The others have no limit for a silence, and would wait for ever.';
/** Models whose answer is not compared. `tests/unit/lockchat-server/client.test.ts` asks them with this client alone. */
const leftOut: Record<string, string> = {
	'case-11-over':
		'The others look through all 64 MB of an endless line again with each piece, which takes minutes.',
	'case-13':
		'The connection stays open behind `[DONE]`. Only this client closes it; the others would wait for ever.',
	'case-45-absurd':
		'The package `openai` would wait as long as it is told, for 31 years, but that its timer overflows.',
	'case-49': SILENT,
	'case-49-head': SILENT,
	'case-49-body': SILENT,
	'case-49-comments': SILENT,
};

const withoutParameters = (model: string) => model.replace(/:.*/, '');

describe('every case model', () => {
	it('has a row, or a reason why it has none', () => {
		const named = [...Object.keys(rows).map(withoutParameters), ...Object.keys(leftOut)];
		expect(named.sort()).toEqual([...caseModels.keys()].sort());
	});
});

describe.concurrent('this client, `openai` and `@ai-sdk/openai-compatible`', () => {
	const server = runningServer();

	it.each(Object.entries(rows))('make of %s what its row says', async (model, row) => {
		const { retries = 0 } = row;
		const seen = await askAll({ url: server().url, model, content: 'Hi', apiKey: 'sk-very-secret', retries });
		expectRow(row, seen);
	});
});
