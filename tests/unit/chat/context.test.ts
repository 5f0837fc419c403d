import { describe, expect, it } from 'vitest';
import { contextSize } from '../../../utils/chat/context-size.ts';
import { estimateTokens } from '../../../utils/chat/estimate-tokens.ts';
import { contextStart, toPrompt } from '../../../utils/chat/to-prompt.ts';
import { answer, question } from './answer.ts';

const done = (content: string) => answer({ content, status: 'done' });
const asking = (content: string) => ({ ...question(content), startsContext: true as const });
const said = (path: Parameters<typeof toPrompt>[0]) => toPrompt(path).map(({ content }) => content);

describe('case 185: what is sent of a chat', () => {
	it('is all of it, but for what a summary stands for', () => {
		const path = [
			question('1'),
			done('a'),
			asking('sum'),
			done('S'),
			question('2'),
			done('b'),
			question('3'),
		];
		expect(said(path)).toEqual(['sum', 'S', '2', 'b', '3']);
		expect(contextStart(path)).toBe(2);
	});

	it.each([
		['that is being made', [question('1'), done('a'), asking('sum')], ['1', 'a', 'sum']],
		['that is made anew', [question('1'), done('a'), asking('sum'), answer()], ['1', 'a', 'sum']],
		['that goes on', [question('1'), done('a'), asking('sum'), done('Half')], ['1', 'a', 'sum', 'Half']],
		[
			'that failed',
			[question('1'), done('a'), asking('sum'), answer({ status: 'failed' }), question('2')],
			['1', 'a', 'sum\n\n2'],
		],
		[
			'that was cut off',
			[question('1'), done('a'), asking('sum'), { ...done('S'), finishReason: 'length' }, question('2')],
			['1', 'a', 'sum', 'S', '2'],
		],
	])('is all of it for a summary %s', (_, path, sent) => {
		expect(said(path)).toEqual(sent);
	});
});

describe('case 185: the size of a chat', () => {
	const usage = { promptTokens: 700, completionTokens: 100, totalTokens: 800, reasoningTokens: 40 };

	it('is what the server counted last, without reasoning, and an estimate of what came since', () => {
		const path = [question('1'), { ...done('a'), usage }];
		expect(contextSize(path)).toEqual({ tokens: 760, isCounted: true });
		expect(contextSize([...path, question('x'.repeat(40))])).toEqual({ tokens: 770, isCounted: true });
	});

	it('is an estimate where nothing was counted, and after a summary', () => {
		expect(contextSize([question('x'.repeat(40)), done('y'.repeat(8))], 'z'.repeat(4))).toEqual({
			tokens: 13,
			isCounted: false,
		});
		const path = [question('1'), { ...done('a'), usage }, asking('sums'), { ...done('S'), usage }];
		expect(contextSize(path)).toEqual({ tokens: 2, isCounted: false });
	});

	it.each([
		['', 0],
		['word word', 3],
		['слово слово', 5],
		['你好世界你好世界你好', 7],
		['123456789', 3],
		['a', 1],
		['𠀀𠀁𠀂', 3],
		['\ud83d', 1],
		['\ud83d word', 2],
	])('of “%s” is about %i tokens', (text, tokens) => {
		expect(estimateTokens(text)).toBe(tokens);
	});
});
