import { describe, expect, it } from 'vitest';
import { estimateTokens } from '../../../utils/chat/estimate-tokens.ts';
import { cutAtHeading } from '../../../utils/page/cut-at-heading.ts';

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

	it('closes the code that it ends in', () => {
		expect(cutAtHeading(`\`\`\`js\n${'line();\n'.repeat(200)}\`\`\``, 100)).toMatch(/line\(\);\n```$/);
	});

	it('stays whole where it fits', () => {
		expect(cutAtHeading(text, 10_000)).toBe(text);
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
