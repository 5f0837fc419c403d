import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quote } from '../../../utils/chat/schema.ts';
import { quoteToPrompt, toPrompt } from '../../../utils/chat/to-prompt.ts';
import { corpus } from '../../hostile/corpus.ts';
import { question } from '../chat/answer.ts';

const { together, unclosed } = corpus('http://127.0.0.1:9');
const attacks = [...together, ...unclosed];
const anyText = fc
	.array(fc.constantFrom('`', '```', '\n', '\r', '\u2028', ...attacks.map(({ text }) => text)), {
		maxLength: 6,
	})
	.map((parts) => parts.join(''));

/** What stands between the prompt's fences, read as CommonMark reads a fenced block: line by line. */
function readQuotation(prompt: string): { inside: string; after: string } {
	const lines = prompt.split(/\r\n|[\n\r]/);
	const first = lines.findIndex((line) => /^`{3,}quotation$/.test(line));
	const fence = /^`+/.exec(lines[first] ?? '')?.[0] ?? '';
	const isClosing = (line: string) => /^ {0,3}(`+)[ \t]*$/.exec(line)?.[1]?.startsWith(fence) === true;
	const length = lines.slice(first + 1).findIndex(isClosing);
	return {
		inside: lines.slice(first + 1, first + 1 + length).join('\n'),
		after: lines.slice(first + 2 + length).join('\n'),
	};
}

/** As it stands in the quotation: a CR at its end makes one line end with the newline before the closing fence. */
const asQuoted = (text: string) => onLineEnds(`${text}\n`).slice(0, -1);

const onLineEnds = (text: string) => text.replace(/\r\n|\r/g, '\n');

describe('a quotation holds', () => {
	it.each(attacks)('$kind: $name', ({ text }) => {
		const quote: Quote = { type: 'quote', text, title: text, url: text };
		const { inside, after } = readQuotation(quoteToPrompt(quote));
		expect(after).toBe('');
		expect(inside.endsWith(asQuoted(text))).toBe(true);
	});

	it('any of them in its text, title and address, and the question stands outside', () => {
		fc.assert(
			fc.property(anyText, anyText, anyText, (text, title, url) => {
				const attachments: Quote[] = [{ type: 'quote', text, title, url }];
				const [message, ...others] = toPrompt([question('Sum it up.', { attachments })]);
				expect(others).toEqual([]);
				expect(message?.role).toBe('user');
				const { inside, after } = readQuotation(message?.content ?? '');
				expect(after).toBe('\nSum it up.');
				expect(inside.endsWith(asQuoted(text))).toBe(true);
				// Title and address keep to their lines, so that neither can pose as the other or as the text.
				const named = [title, url].filter((name) => name.trim() !== '').length;
				expect(inside.slice(0, inside.length - asQuoted(text).length).split('\n').length).toBeLessThanOrEqual(
					named + 3,
				);
			}),
			{ numRuns: 500 },
		);
	});
});
