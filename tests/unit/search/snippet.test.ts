import { describe, expect, it } from 'vitest';
import { findHits } from '../../../utils/search/words/find-hits.ts';
import { parseQuery } from '../../../utils/search/words/query.ts';
import { snippetOf } from '../../../utils/search/words/snippet.ts';

/** The sentence that is shown, with brackets around what is marked. */
function shown(text: string, query: string): string {
	const pieces = snippetOf(text, findHits(text, parseQuery(query)) ?? []);
	return pieces.map(({ text: piece, isHit }) => (isHit ? `[${piece}]` : piece)).join('');
}

describe('a hit is shown in its sentence', () => {
	it.each([
		['its own alone', 'It rained. The sun shone later! We left.', 'sun', 'The [sun] shone later!'],
		['that of a Russian text', 'Дождь шёл. Потом вышло солнце. Мы ушли.', 'солнцем', 'Потом вышло [солнце].'],
		[
			'the one with the most terms',
			'Nine men. One ship. Nine ships came.',
			'nine ships',
			'[Nine] [ships] came.',
		],
		['that of an Arabic text', 'هل هنا؟ جاء القط. ذهب.', 'القط', 'جاء [القط].'],
		['a line of a list', '- apples\n- green pears\n- plums', 'pears', 'green [pears]'],
		['without Markdown’s marks', '## The **big** `ship`', 'ship', 'The big [ship]'],
		['in a script of its own', '雨だった。機械学習の本だ。終わり。', '学習', '機械[学習]の本だ。'],
		['with a phrase as one', 'Then nine ships came.', '"nine ships"', 'Then [nine ships] came.'],
	])('%s', (_, text, query, sentence) => expect(shown(text, query)).toBe(sentence));

	it('is shortened around the hit where the sentence is long', () => {
		const text = `${'before '.repeat(100)}needle${' after'.repeat(100)}`;
		const sentence = shown(text, 'needle');
		expect(sentence).toMatch(/^…\s?before .*before \[needle\] after .*after…$/);
		expect(sentence.length).toBeLessThan(270);
	});

	it('survives texts without any end', () => {
		expect(shown(`${'x'.repeat(100_000)} needle ${'y'.repeat(100_000)}`, 'needle')).toContain('[needle]');
	});
});
