import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createContinuationSeam } from '../../../utils/chat/continuation-seam.ts';

const PARTIAL = 'The keeper lights the lamp at dusk, and the ships come';

/** Few letters, so that texts overlap often. */
const letters = fc.string({ unit: fc.constantFrom('a', 'a', 'a', 'b'), maxLength: 40 });

/** What is joined to the partial answer when the server says this, in these pieces. */
function joined(partial: string, pieces: readonly string[]): string {
	const seam = createContinuationSeam(partial);
	return pieces.map(seam.push).join('') + seam.finish();
}

describe('the seam of a continued answer', () => {
	it.each([
		['goes on at the very character', ' home.', ' home.'],
		['says the last words once more', 'and the ships come home.', ' home.'],
		['says all of it once more', `${PARTIAL} home.`, ' home.'],
		['says something else', 'As I said, they come home.', 'As I said, they come home.'],
		['starts like the partial and then differs', 'The keeper sleeps.', 'The keeper sleeps.'],
		['repeats a short word only', 'come home.', 'come home.'],
		['repeats and adds nothing', 'and the ships come', ''],
		['stops in the middle of a repeat', 'and the shi', 'and the shi'],
		['says nothing', '', ''],
	])('when the server %s', (_, said, kept) => {
		expect(joined(PARTIAL, [said])).toBe(kept);
		expect(joined(PARTIAL, [...said])).toBe(kept);
	});

	it('lets a long answer’s repeat of its beginning be found', () => {
		const partial = `Once upon a time ${'there was a lamp. '.repeat(200)}`;
		expect(joined(partial, [`${partial}The end.`])).toBe('The end.');
	});

	it('drops the longest repeat where the partial answer repeats itself', () => {
		const partial = 'ho '.repeat(10);
		expect(joined(partial, [`${partial}and a bottle`])).toBe('and a bottle');
	});

	it('holds nothing back once it is decided', () => {
		const seam = createContinuationSeam(PARTIAL);
		expect(seam.push(' home')).toBe(' home');
		expect(seam.push('The keeper')).toBe('The keeper');
	});

	it('never loses text that is no repeat of the partial’s end, in any split', () => {
		fc.assert(
			fc.property(letters, fc.array(letters), (partial, pieces) => {
				const said = pieces.join('');
				const kept = joined(partial, pieces);
				expect(kept).toBe(joined(partial, [said]));
				expect(said.endsWith(kept)).toBe(true);
				expect(partial.endsWith(said.slice(0, said.length - kept.length))).toBe(true);
			}),
		);
	});
});
