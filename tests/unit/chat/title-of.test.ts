import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { titleOf } from '../../../utils/chat/title-of.ts';
import { question } from './answer.ts';

const quote = (text: string) => ({ type: 'quote' as const, text, title: 'Page', url: 'https://example.org' });

describe('the title of a chat', () => {
	it.each([
		['is the question', 'Why is the sky blue?', 'Why is the sky blue?'],
		['is its first line with something in it', '\n  \nOne\r\nTwo', 'One'],
		['has its white space collapsed', '  a \t b\u00a0 c ', 'a b c'],
		['keeps sixty characters', 'x'.repeat(60), 'x'.repeat(60)],
		[
			'is cut between words',
			'Explain to me how the wings of an aeroplane manage to keep it up in the air',
			'Explain to me how the wings of an aeroplane manage to keep…',
		],
		['is cut anywhere when it is one word', 'x'.repeat(61), `${'x'.repeat(59)}…`],
		['does not cut a surrogate pair', `x${'😀'.repeat(40)}`, `x${'😀'.repeat(29)}…`],
		['is cut between the words of a language without spaces', '東京'.repeat(40), `${'東京'.repeat(29)}…`],
	])('%s', (_, content, title) => {
		expect(titleOf(question(content))).toBe(title);
	});

	it('is the text quoted when nothing was typed', () => {
		expect(titleOf(question(' \n', { attachments: [quote('\nOnce upon\na time')] }))).toBe('Once upon');
		expect(titleOf(question('Sum it up', { attachments: [quote('Once upon')] }))).toBe('Sum it up');
	});

	it('is empty when there is no text at all', () => {
		expect(titleOf(question(''))).toBe('');
	});

	it('is found without segmenting more of a long line than a title can hold', () => {
		const segment = vi.spyOn(Intl.Segmenter.prototype, 'segment');
		expect(titleOf(question(`${'word '.repeat(1_000_000)}`))).toBe(`${'word '.repeat(11)}word…`);
		expect(segment.mock.calls.every(([text]) => text.length < 1_000)).toBe(true);
		expect(segment).toHaveBeenCalled();
	});

	it('is one well-formed line of at most sixty characters, and says something when the question does', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (content) => {
				const title = titleOf(question(content));
				expect(title.length).toBeLessThanOrEqual(60);
				expect(title).not.toMatch(/[\n\r\u2028\u2029]/);
				expect(() => encodeURIComponent(title)).not.toThrow();
				expect(title === '').toBe(content.trim() === '');
			}),
		);
	});
});
