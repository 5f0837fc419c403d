import { describe, expect, it } from 'vitest';
import { createCompletion } from '../../../utils/lockchat/create-completion.ts';
import { promptCut } from '../../../utils/lockchat/exchange/prompt-cut.ts';
import type { ChatMessage } from '../../../utils/lockchat/types.ts';
import { DONE, outcomeOf, requestTo, STOP, sse, text } from './complete.ts';
import { serveBody } from './serve.ts';

const usage = (promptTokens: number) => ({
	promptTokens,
	completionTokens: 5,
	totalTokens: promptTokens + 5,
});
const question = (content: string): ChatMessage => ({ role: 'user', content });
/** About 8,000 tokens of English. */
const LONG = 'A sentence of some words. '.repeat(1_230);
const LATER: ChatMessage[] = [question('Hi?'), { role: 'assistant', content: 'Hello.' }, question(LONG)];

describe('a prompt of which the server read only a part', () => {
	it.each([
		['4,095 of 8,000', [question(LONG)], 4_095, 4_096],
		['a full context in the middle of a chat', LATER, 4_096, 4_096],
		['2,048 of 8,000', LATER, 2_048, 2_048],
		['a context of another length', LATER, 5_100, 5_120],
		['no full context, in the first question', [question(LONG)], 3_000, 3_000],
		['half of a Chinese text', [question('这是一个很长的句子'.repeat(800))], 2_048, 2_048],
	])('case 80: is told of: %s', (_, messages, read, told) => {
		const note = promptCut(messages, usage(read));
		expect(note).toMatchObject({ code: 'prompt-cut', readTokens: told });
	});

	it('case 80: says roughly how much was sent', () => {
		expect(promptCut([question(LONG)], usage(4_095))).toEqual({
			code: 'prompt-cut',
			readTokens: 4_096,
			sentTokens: 8_000,
		});
	});

	it.each([
		['all of it was read', [question(LONG)], 7_400],
		['it has fewer tokens than letters make one expect', [question(LONG)], 6_500],
		['the server left out what it remembers', LATER, 3_000],
		['the server did not count', [question(LONG)], 0],
		['it is short', [question('Hi?')], 1],
		['it is a long line', [question('='.repeat(9_000))], 130],
		['it is mostly blank', [question(`${' '.repeat(9_000)}x`)], 40],
		['it was asked before, and only its end was read anew', [question(LONG)], 12],
	])('case 80: is not told of where %s', (_, messages, read) => {
		expect(promptCut(messages, usage(read))).toBeNull();
	});

	it('case 80: is told of behind the answer', async () => {
		const counted = sse(
			JSON.stringify({ choices: [], usage: { prompt_tokens: 4_095, completion_tokens: 5 } }),
		);
		const server = await serveBody(text('a') + STOP + counted + DONE);
		const outcome = await outcomeOf(createCompletion(requestTo(server, { messages: [question(LONG)] })));
		expect(outcome).toMatchObject({ text: 'a', notes: ['prompt-cut'], error: null });
	});
});
