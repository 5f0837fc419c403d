import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createThinkSplitter, type Passage } from '../../../utils/lockchat/body/think-splitter.ts';

function split(pieces: readonly string[]) {
	const splitter = createThinkSplitter();
	const passages = [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.flush()];
	const all = (type: Passage['type']) =>
		passages.flatMap((passage) => (passage.type === type ? [passage.text] : [])).join('');
	return { text: all('text'), reasoning: all('reasoning') };
}

/** Bits that make tags, and what looks like them. */
const bits = fc.array(fc.constantFrom('<', '<think>', '</think>', 'think', '>', '</', ' ', '\n', 'a', '🌍'), {
	maxLength: 12,
});

describe('the splitter of <think> tags', () => {
	it('case 22: tells the same, however its input is cut', () => {
		fc.assert(
			fc.property(bits, (bits) => {
				const whole = bits.join('');
				expect(split([...whole])).toEqual(split([whole]));
				expect(split(bits)).toEqual(split([whole]));
			}),
			{ numRuns: 1_000 },
		);
	});

	it('case 22: loses nothing but the tags that it has understood', () => {
		fc.assert(
			fc.property(bits, (bits) => {
				const { text, reasoning } = split(bits);
				const tags = bits.join('').length - text.length - reasoning.length;
				expect(tags % '<think></think>'.length).toSatisfy(
					(rest: number) => rest === 0 || rest === '<think>'.length,
				);
			}),
			{ numRuns: 1_000 },
		);
	});

	it('holds nothing back once the answer has begun', () => {
		const splitter = createThinkSplitter();
		expect(splitter.push('a')).toEqual([{ type: 'text', text: 'a' }]);
		expect(splitter.push('<think')).toEqual([{ type: 'text', text: '<think' }]);
	});
});
