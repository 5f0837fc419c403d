import { describe, expect, it } from 'vitest';
import { complete, DONE, delta, STOP, sse, text } from './complete.ts';

const END = STOP + DONE;

describe('a chunk', () => {
	it.each([
		['[]', { choices: [] }],
		['null', { choices: null }],
		['absent', {}],
	])('case 17: whose choices are %s gives its usage and no text', async (_, choices) => {
		const usage = { prompt_tokens: 3, completion_tokens: 5, total_tokens: 9 };
		const outcome = await complete(text('a') + STOP + sse({ ...choices, usage }) + DONE);
		expect(outcome).toMatchObject({ texts: ['a'], ends: ['stop'], error: null });
		expect(outcome.usages).toEqual([{ promptTokens: 3, completionTokens: 5, totalTokens: 9 }]);
	});

	it('case 17: that counts tokens again and again is counted once, at the end', async () => {
		const counted = (tokens: number) =>
			sse({ ...delta({ content: 'a' }), usage: { prompt_tokens: 1, completion_tokens: tokens } });
		const { usages } = await complete(counted(1) + counted(2) + sse({ choices: [], usage: null }) + END);
		expect(usages).toEqual([{ promptTokens: 1, completionTokens: 2, totalTokens: 3 }]);
	});
});
