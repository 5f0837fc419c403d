import { expect, it } from 'vitest';
import { takeSentences } from '../../../components/chat/window/status-region.tsx';

it.each([
	['waits for the end of a sentence', 'A stream is', false, 0, ''],
	['takes a sentence when the next one begins', 'It works. And', false, 10, 'It works.'],
	['does not cut a number', 'It is 3.5', false, 0, ''],
	['takes a line', '- one\n- two', false, 6, '- one'],
	['takes several', 'One. Two? Three! Fo', false, 17, 'One. Two? Three!'],
	['takes a sentence with its closing quote', '“Yes.” He', false, 7, '“Yes.”'],
	['takes what is left at the end', 'the rest', true, 8, 'the rest'],
	['speaks no marks of Markdown', '## **Bold** and `a_code`.\n', false, 26, 'Bold and a_code.'],
])('%s', (_, text, isFinal, length, words) => {
	expect(takeSentences(text, isFinal)).toEqual({ length, words });
});

it('says the beginning of what is too long to listen to, and takes all of it', () => {
	const { length, words } = takeSentences('word '.repeat(2_000_000), true);
	expect(length).toBe(10_000_000);
	expect(words.length).toBeLessThanOrEqual(2000);
});
