import { describe, expect, it } from 'vitest';
import { complete, DONE, delta, STOP, sse, text } from './complete.ts';

const END = STOP + DONE;

describe('the shape of a delta', () => {
	it.each<[unknown]>([
		[{ type: 'text', text: 'a' }],
		[{ parts: ['a'] }],
		[[{ type: 'text', text: { value: 'a' } }]],
	])('case 209: has its words in a content that is %j', async (content) => {
		expect(await complete(sse(delta({ content })) + END)).toMatchObject({ text: 'a', error: null });
	});

	it('case 209: may count its choices in strings, or call the content text', async () => {
		for (const choice of [
			{ index: '0', delta: { content: 'a' } },
			{ index: 0, delta: { text: 'a' } },
		]) {
			expect(await complete(sse({ choices: [choice] }) + END)).toMatchObject({ text: 'a', error: null });
		}
	});

	it.each(['think', 'analysis', 'thinking_text', 'cot_summary', 'reasoning_summary_text'])(
		'case 209: has its reasoning in %s',
		async (field) => {
			const body = sse(delta({ [field]: 'plan' })) + text('a') + END;
			expect(await complete(body)).toMatchObject({ reasoning: 'plan', text: 'a' });
		},
	);

	it('case 209: marks a thought as Google does, with the tags and without', async () => {
		const mark = { extra_content: { google: { thought: true } } };
		for (const [before, after] of [
			['', ''],
			['<thought>', '</thought>'],
		]) {
			const thought = (content: string) => sse(delta({ content, ...mark }));
			const body = `${thought(`${before}pl`)}${thought('an')}${text(`${after}a`)}${END}`;
			expect(await complete(body)).toMatchObject({ reasoning: 'plan', text: 'a' });
		}
	});
});

describe('reasoning in a content', () => {
	it.each([
		['<think >', '</think >'],
		['<think>', '</thinking>'],
		['<thinking>', '</think>'],
		['<thought>', '</think>'],
		['<analysis>', '</analysis>'],
		['<internal_reasoning>', '</internal_reasoning>'],
		['<reasoning_content>', '</reasoning_content>'],
		['<|start_of_thought|>', '<|end_of_thought|>'],
	])('case 210: stands between %s and %s', async (open, close) => {
		const words = `${open}plan${close}Answer`;
		for (const body of [text(words), [...words].map(text).join('')]) {
			expect(await complete(body + END)).toMatchObject({ reasoning: 'plan', text: 'Answer' });
		}
	});

	it.each([
		'Some prompts ask for <analysis> and </analysis>.',
		'Report:\n<analysis>\nAll is well.\n</analysis>\nEnd.',
		'Report:\n\nAll is well.\n</analysis>\nEnd.',
		'Write `<think >` first.\n\n```\nplan\n</think >\n```\nThen the answer.',
		'```xml\n<ponder>\nx\n</ponder>\n```',
	])('case 210: leaves tags amid words and code: %j', async (words) => {
		for (const body of [text(words), [...words].map(text).join('')]) {
			expect(await complete(body + END)).toMatchObject({ reasoning: '', text: words });
		}
	});
});
