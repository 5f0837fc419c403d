import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateTokens } from '../../../utils/chat/estimate-tokens.ts';
import { cutAtHeading, cutIntoPieces } from '../../../utils/page/cut-at-heading.ts';

const section = (name: string) => `## ${name}\n\n${'Some plain words. '.repeat(40).trim()}`;
const text = ['One', 'Two', 'Three', 'Four'].map(section).join('\n\n');

describe('a text that is cut', () => {
	it('ends before a heading, and within the tokens', () => {
		const cut = cutAtHeading(text, estimateTokens(text) * 0.8);
		expect(cut).toBe(['One', 'Two', 'Three'].map(section).join('\n\n'));
		expect(text.startsWith(cut)).toBe(true);
	});

	it('ends with a paragraph or a line where a heading would lose most of it', () => {
		const paragraphs = `## One\n\n${Array(50).fill('A paragraph of words.').join('\n\n')}`;
		expect(cutAtHeading(paragraphs, 100).endsWith('of words.')).toBe(true);
		expect(estimateTokens(cutAtHeading('x'.repeat(10_000), 100))).toBeLessThanOrEqual(100);
	});

	it('never ends with a heading, which would be of no use to what follows it', () => {
		const long = `${'Some plain words. '.repeat(30).trim()}\n\n## Next\n\n${'More words. '.repeat(100).trim()}`;
		for (let tokens = 40; tokens < 300; tokens += 1) {
			expect(cutIntoPieces(long, tokens).filter((piece) => /(?:^|\n)## Next$/.test(piece))).toEqual([]);
		}
	});

	it('closes the code that it ends in', () => {
		expect(cutAtHeading(`\`\`\`js\n${'line();\n'.repeat(200)}\`\`\``, 100)).toMatch(/line\(\);\n```$/);
	});

	it('stays whole where it fits', () => {
		expect(cutAtHeading(text, 10_000)).toBe(text);
	});
});

describe('a text in pieces', () => {
	const words = (pieces: readonly string[]) => pieces.join(' ').split(/\s+/).filter(Boolean);

	it('begins each piece with a heading where there are some', () => {
		expect(cutIntoPieces(text, estimateTokens(text) * 0.6)).toEqual([
			`${section('One')}\n\n${section('Two')}`,
			`${section('Three')}\n\n${section('Four')}`,
		]);
	});

	it('opens code again that was cut, in the language that it had', () => {
		const [first, second, ...rest] = cutIntoPieces(`\`\`\`js\n${'line();\n'.repeat(60)}\`\`\`\n\nDone.`, 90);
		expect(first).toMatch(/^```js\nline\(\);[\s\S]*line\(\);\n```$/);
		expect(second).toMatch(/^```js\nline\(\);/);
		expect([second, ...rest].at(-1)).toMatch(/```\n\nDone\.$/);
	});

	it('does not take a tilde fence, or a longer one, for the end of code', () => {
		const [first] = cutIntoPieces(`\`\`\`\`md\n\`\`\`\n~~~\n${'line();\n'.repeat(200)}`, 100);
		expect(first).toMatch(/line\(\);\n````$/);
	});

	it.each([
		['plain words', 'Some plain words. '.repeat(500)],
		['one word', 'x'.repeat(5_000)],
		['Japanese without a space', '吾輩は猫である。名前はまだ無い。'.repeat(200)],
		['pictures of characters', '😀'.repeat(2_000)],
		['lines', 'line\n'.repeat(1_000)],
		['empty lines', `one${'\n'.repeat(3_000)}two`],
	])('has all of %s, each piece within its tokens', (_, whole) => {
		const pieces = cutIntoPieces(whole, 100);
		expect(pieces.join('').replace(/\s/g, '')).toBe(whole.replace(/\s/g, ''));
		expect(pieces.every((piece) => piece.isWellFormed())).toBe(true);
		expect(Math.max(...pieces.map(estimateTokens))).toBeLessThanOrEqual(101);
	});

	it('loses no word of any text, and ends', () => {
		const texts = fc.array(fc.constantFrom('word', 'слово', '語', '\n', '\n\n', '\n# A\n', ' ', '. ', '12'), {
			maxLength: 300,
		});
		fc.assert(
			fc.property(texts, fc.integer({ min: 0, max: 40 }), (parts, tokens) => {
				const whole = parts.join('');
				expect(words(cutIntoPieces(whole, tokens)).join('')).toBe(words([whole]).join(''));
			}),
		);
	});
});

describe('tokens', () => {
	it.each([
		['English', 'The quick brown fox jumps over the lazy dog.', 8, 14],
		['Russian', 'Съешь же ещё этих мягких французских булок.', 12, 22],
		['Japanese', '吾輩は猫である。名前はまだ無い。', 10, 18],
		['nothing', '', 0, 0],
	])('are guessed for %s', (_, words, least, most) => {
		expect(estimateTokens(words)).toBeGreaterThanOrEqual(least);
		expect(estimateTokens(words)).toBeLessThanOrEqual(most);
	});
});
