// @vitest-environment happy-dom
import './fake-texts.ts';

import { act } from 'react';
import { describe, expect, it } from 'vitest';
import { costOf, dollarText } from '../../../components/chat/answer/answer-cost.ts';
import { endText } from '../../../components/chat/answer/end-text.ts';
import { footText, spanOf, speedOf } from '../../../components/chat/answer/foot-text.ts';
import type { Message } from '../../../utils/chat/schema.ts';
import { answer, live, stored } from './render-answer.tsx';

const usage = { promptTokens: 1_000, completionTokens: 412, totalTokens: 1_412 };
const message = (fields: Partial<Message>): Message => ({ ...answer({ content: 'Hi' }), ...fields });

describe('case 175: the line below an answer', () => {
	it.each([
		[{ model: 'qwen3:8b', timing: { totalMs: 3_210 }, usage }, 'qwen3:8b · 3.2 s · 412 tokens'],
		[{ model: 'qwen3:8b', usage: { ...usage, completionTokens: 1 } }, 'qwen3:8b · 1 token'],
		[{ model: 'qwen3:8b' }, 'qwen3:8b'],
		[{ model: 'm', timing: { totalMs: 65_000 } }, 'm · 1 min 5 s'],
		[{ model: 'm', usage: { ...usage, completionTokens: 0 } }, 'm'],
		[{ model: 'm', timing: { totalMs: 2_000, earlierMs: 10_000 }, usage }, 'm · 12 s'],
		[{}, ''],
	])('tells of %j: “%s”', (fields, text) => {
		expect(footText(message(fields)).replaceAll('\u00a0', ' ')).toBe(text);
	});

	it('stands beside the answer and not in it, and only once it has ended', async () => {
		const { root, update } = await stored({ content: 'Hi', model: 'qwen3:8b' });
		await act(async () => void (await import('../../../components/chat/answer/answer-foot.tsx')));
		await update(() => undefined);
		expect(root.querySelector('article')?.textContent).not.toContain('qwen3:8b');
		expect(root.querySelector('summary')?.textContent).toBe('qwen3:8b');
		const running = await live({ status: 'streaming', content: 'Hi', model: 'qwen3:8b' });
		expect(running.root.textContent).not.toContain('qwen3:8b');
	});
});

describe('case 175: of an answer’s details', () => {
	it.each([
		['done', 'stop', 'complete'],
		['done', 'STOP', 'complete'],
		['done', undefined, 'complete'],
		['done', 'eos', 'complete'],
		['done', 'max_tokens', 'cut off at the length limit'],
		['done', 'length', 'cut off at the length limit'],
		['done', 'SAFETY', 'stopped by the server’s content filter'],
		['done', 'tool_calls', 'the model called tools'],
		['done', 'odd', 'complete (“odd”)'],
		['stopped', undefined, 'stopped by you'],
		['interrupted', 'stop', 'interrupted'],
		['failed', undefined, 'failed'],
	] as const)('an end as %s with the reason %s reads “%s”', (status, finishReason, text) => {
		expect(endText({ status, ...(finishReason !== undefined && { finishReason }) })).toBe(text);
	});

	it('the speed counts from the first words, and over the whole time where it came whole', () => {
		expect(speedOf(message({ usage, timing: { totalMs: 5_120, firstMs: 1_000 } }))).toBe(100);
		expect(speedOf(message({ usage, timing: { totalMs: 4_120, firstMs: 4_110 } }))).toBe(100);
		expect(speedOf(message({ usage }))).toBeNull();
		expect(speedOf(message({ usage, timing: { totalMs: 3, firstMs: 1 } }))).toBeNull();
	});

	it('the cost is the server’s own, else by its list, else unknown', () => {
		const price = { input: 2, output: 10 };
		expect(costOf({ usage: { ...usage, cost: 0.5 } }, { id: 'm', price })).toEqual({
			dollars: 0.5,
			isCounted: true,
		});
		expect(costOf({ usage }, { id: 'm', price })).toEqual({ dollars: 0.00612, isCounted: false });
		expect(costOf({ usage }, { id: 'm' })).toBeNull();
		expect(costOf({}, { id: 'm', price })).toBeNull();
		expect([0.00612, 0, 1.5, 0.0000123].map(dollarText)).toEqual(['$0.0061', '$0.00', '$1.50', '$0.000012']);
	});

	it('a time is told to a tenth of a second while that says something', () => {
		expect([9, 9_949, 9_950, 61_000].map((ms) => spanOf(ms).replaceAll('\u00a0', ' '))).toEqual([
			'0.1 s',
			'9.9 s',
			'10 s',
			'1 min 1 s',
		]);
	});
});
