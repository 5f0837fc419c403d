import { describe, expect, it } from 'vitest';
import { complete, DONE, delta, STOP, sse, text } from './complete.ts';

const END = STOP + DONE;
const thinking = (...words: string[]) => ({
	type: 'thinking',
	thinking: words.map((one) => ({ type: 'text', text: one })),
});
const part = (words: string) => ({ type: 'text', text: words });
const chunk = (content: unknown, more: object = {}) => sse(delta({ content, ...more }));

describe('case 231: a content that is a list in some chunks', () => {
	it.each<[string, string[]]>([
		['lists, then texts', [chunk([thinking('Hm', 'm')]), chunk([part('A')]), text('b'), text('c')]],
		['texts between lists', [chunk([thinking('Hmm')]), text('A'), chunk([part('b')]), text('c')]],
		[
			'null and nothing between',
			[
				chunk([thinking('Hm')]),
				chunk(null),
				chunk([]),
				chunk([thinking('m')]),
				chunk(null),
				chunk([part('Ab')]),
				chunk([]),
				text('c'),
			],
		],
		['both in one list', [chunk([thinking('Hm'), thinking('m'), part('A'), part('b')]), text('c')]],
		[
			'thoughts between the words',
			[chunk([thinking('H')]), text('A'), chunk([thinking('mm')]), chunk([part('bc')])],
		],
		['a thought that is a text', [chunk([{ type: 'thinking', thinking: 'Hmm' }, part('Abc')])]],
		['a part that is no list', [chunk(thinking('Hmm')), chunk(part('Abc'))]],
		['texts without parts in a list', [chunk([thinking('Hmm'), 'A']), chunk(['b', 'c'])]],
		['no type, as Mistral allows', [chunk([{ thinking: [{ text: 'Hmm' }] }, { text: 'Abc' }])]],
		['a mark that the thought is closed', [chunk([{ ...thinking('Hmm'), closed: true }]), text('Abc')]],
		[
			'an empty thought at its end',
			[
				chunk([thinking('Hmm')]),
				chunk([thinking('')]),
				chunk([{ type: 'thinking', thinking: [], closed: true }]),
				text('Abc'),
			],
		],
		[
			'references and parts that are not known',
			[
				chunk([
					{ type: 'reference', reference_ids: [1] },
					thinking('Hmm'),
					{ type: 'tool_reference', title: 'No' },
					part('Abc'),
					{ type: 'image_url', image_url: { url: 'data:,' } },
					{ type: 'surprise', data: { text: 'No' } },
					null,
					7,
				]),
			],
		],
		[
			'a reference in a thought',
			[
				chunk([
					{
						type: 'thinking',
						thinking: [
							{ type: 'text', text: 'Hm' },
							{ type: 'reference', reference_ids: [1] },
							{ type: 'text', text: 'm' },
						],
					},
				]),
				text('Abc'),
			],
		],
		[
			'thoughts by other names',
			[
				chunk([
					{ type: 'reasoning', reasoning: 'H' },
					{ type: 'thought', thought: 'm' },
					{ type: 'reasoning_text', text: 'm' },
					part('Abc'),
				]),
			],
		],
		['thoughts of Gemini\u2019s', [chunk([{ thought: true, text: 'Hmm' }, { text: 'Abc' }])]],
		[
			'a summary of the thought',
			[
				chunk([
					{ type: 'reasoning', summary: [{ type: 'summary_text', text: 'Hmm' }] },
					{ type: 'output_text', text: 'Abc' },
				]),
			],
		],
		[
			'an empty field before the words',
			[
				chunk([
					{ type: 'thinking', thinking: '', text: 'Hmm' },
					{ type: 'text', text: '', value: 'Abc' },
				]),
			],
		],
		[
			'the same thought in a field, too',
			[
				chunk([thinking('Hm')], { reasoning_content: 'Hm' }),
				chunk([thinking('m'), part('A')], { reasoning_content: 'm' }),
				chunk([part('bc')]),
			],
		],
		['an empty list beside a text', [chunk([thinking('Hmm')]), chunk([], { text: 'Abc' })]],
		['tags in the parts', [chunk([part('<thi')]), chunk([part('nk>Hmm</think>'), part('Abc')])]],
	])('is read whole: %s', async (_, chunks) => {
		const outcome = await complete(chunks.join('') + END);
		expect(outcome).toMatchObject({ text: 'Abc', reasoning: 'Hmm', ends: ['stop'], error: null });
	});

	it('is read so in an answer that is not streamed', async () => {
		const content = [thinking('Hm'), thinking('m'), { type: 'reference' }, part('A'), 'b', part('c')];
		const whole = JSON.stringify({
			choices: [{ message: { role: 'assistant', content }, finish_reason: 'stop' }],
		});
		expect(await complete(whole)).toMatchObject({ text: 'Abc', reasoning: 'Hmm', ends: ['stop'] });
	});

	it('of thoughts alone is no answer, and a refusal among the parts is one', async () => {
		expect((await complete(chunk([thinking('Hm')]) + chunk(null) + END)).error?.code).toBe('reasoning-only');
		const refused = chunk([thinking('Hm'), { type: 'refusal', refusal: 'No.' }]);
		expect(await complete(refused + END)).toMatchObject({ refusal: 'No.', error: null });
	});

	it('keeps what came when it is cut', async () => {
		const outcome = await complete(chunk([thinking('Hm'), part('A')]) + chunk([part('b')]));
		expect(outcome).toMatchObject({ text: 'Ab', reasoning: 'Hm', error: { code: 'interrupted' } });
	});
});
