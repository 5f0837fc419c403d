import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { regroup } from '../../../components/markdown/read/blocks.ts';
import { splitLongLines } from '../../../components/markdown/read/lex-blocks.ts';
import { extendSpans } from '../../../components/markdown/read/read-code.ts';
import { createTextIntake } from '../../../components/markdown/stream/markdown-document.ts';

describe('arriving pieces', () => {
	const pieces = fc.array(
		fc.constantFrom('a', '\r', '\n', '\r\n', '\0', '\ud83d', '\ude00', '\ud83d\ude00', 'bc'),
	);

	it('become the same text however they were cut', () => {
		fc.assert(
			fc.property(pieces, (parts) => {
				const intake = createTextIntake();
				const taken = parts.map((part) => intake.take(part)).join('') + intake.rest();
				expect(taken).toBe(parts.join('').replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD'));
			}),
		);
	});

	it('are never cut inside of a character', () => {
		const intake = createTextIntake();
		expect(intake.take('a\ud83d')).toBe('a');
		expect(intake.take('\ude00')).toBe('\ud83d\ude00');
	});
});

describe('spans', () => {
	const line = fc.nat({ max: 4000 }).map((length) => `${'x'.repeat(length)}\n`);
	const parts = fc.array(fc.oneof(line, fc.constantFrom('\n', '😀'.repeat(3000), 'no end')), {
		maxLength: 12,
	});

	it('fall at the same places in whatever pieces the text came, and keep what is full', () => {
		fc.assert(
			fc.property(parts, (pieces) => {
				let spans: readonly string[] = [];
				for (const piece of pieces) {
					const extended = extendSpans(spans, piece);
					expect(extended.slice(0, Math.max(0, spans.length - 1))).toEqual(spans.slice(0, -1));
					spans = extended;
				}
				expect(spans).toEqual(extendSpans([], pieces.join('')));
				expect(spans.join('')).toBe(pieces.join(''));
				for (const span of spans) expect(span.isWellFormed()).toBe(true);
			}),
		);
	});
});

describe('long lines', () => {
	it('are cut out, and all parts together are the source', () => {
		const source = `a\n${'x'.repeat(20)}\nb\n\`\`\`\n${'y'.repeat(20)}\n\`\`\`\n${'z'.repeat(20)}`;
		const parts = splitLongLines(source, 10);
		expect(parts.map(({ text }) => text).join('')).toBe(source);
		expect(parts.filter(({ isLong }) => isLong).map(({ text }) => text.trim())).toEqual([
			'x'.repeat(20),
			'z'.repeat(20),
		]);
	});
});

describe('groups', () => {
	it('are kept where nothing in them changed', () => {
		const things = Array.from({ length: 100 }, (_, index) => ({ index }));
		const before = regroup(things, 32);
		const after = regroup(things.with(40, { index: -1 }), 32, before);
		expect(before.map((group) => group.length)).toEqual([32, 32, 32, 4]);
		expect(after.map((group, index) => group === before[index])).toEqual([true, false, true, true]);
	});
});
