import { describe, expect, it } from 'vitest';
import { diffWords } from '../../../components/chat/write/diff-words.ts';

/** The pieces, with what is gone in square brackets and what is new in braces. */
const marked = (before: string, after: string) =>
	diffWords(before, after)
		.map(({ type, text }) => (type === 'gone' ? `[${text}]` : type === 'new' ? `{${text}}` : text))
		.join('');

describe('case 263: the difference between a field and an answer', () => {
	it.each([
		['a word', 'Teh cat sat.', 'The cat sat.', '[Teh]{The} cat sat.'],
		['nothing', 'The cat sat.', 'The cat sat.', 'The cat sat.'],
		['all of it', '', 'The cat.', '{The cat.}'],
		['Russian words', 'Кошка седела тут.', 'Кошка сидела тут.', 'Кошка [седела]{сидела} тут.'],
		['Japanese, which has no blanks', '私は猫が好きです', '私は犬が好きです', '私は[猫]{犬}が好きです'],
		['lines', 'One.\nTwo.', 'One.\n\nTwo.', 'One.{\n}\nTwo.'],
	])('marks %s', (_, before, after, expected) => {
		const [pieces, swapped] = [marked(before, after), expected.replace('{\n}\n', '\n{\n}')];
		expect([expected, swapped]).toContain(pieces);
	});

	it('has both texts whole', () => {
		const before = 'The quick, brown fox — “jumps” over 12.5 dogs.\n\n\t✓ done 👍🏽';
		const after = 'A quick brown fox jumped over 12,5 dogs…\n✓ Done 👍🏿';
		const pieces = diffWords(before, after);
		const without = (gone: string) =>
			pieces.flatMap(({ type, text }) => (type === gone ? [] : [text])).join('');
		expect(without('new')).toBe(before);
		expect(without('gone')).toBe(after);
	});

	it('shows texts that have nothing in common as replaced whole, however long they are', () => {
		const before = Array.from({ length: 40_000 }, (_, index) => `a${index}`).join(' ');
		const after = Array.from({ length: 40_000 }, (_, index) => `b${index}`).join('\t');
		expect(diffWords(before, after)).toEqual([
			{ type: 'gone', text: before },
			{ type: 'new', text: after },
		]);
	});
});
