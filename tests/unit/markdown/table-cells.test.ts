// @vitest-environment happy-dom
import './setup.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../components/markdown/read/blocks.ts';
import { drawAnyWay, justLetters, lettersOf, readAtOnce, readGrowing, toHtml } from './render.tsx';

const HEAD = '| a | b |\n|---|---|\n';

/** The texts of the cells that are drawn, row by row, the header first. */
function rowsIn(blocks: readonly Block[]): string[][] {
	const { body } = new DOMParser().parseFromString(toHtml([blocks]), 'text/html');
	return [...body.querySelectorAll('tr')].map((row) =>
		[...row.querySelectorAll('td, th')].map((cell) => cell.textContent ?? ''),
	);
}

function cellsOf(text: string, index = 1): string[] | undefined {
	drawAnyWay(text);
	return rowsIn(readAtOnce(text).flat())[index];
}

describe('case 98: no words of a table are lost', () => {
	it.each([
		['| `a || b` | logical or |', ['a || b', 'logical or']],
		['| `a|b` | c', ['a|b', 'c']],
		['`a|b` | ``c`|d``', ['a|b', 'c`|d']],
		['| x | y | z |', ['x', 'y', 'z']],
		['| x | y | z | `p|q` | |', ['x', 'y', 'z', 'p|q', '']],
		['| one |', ['one', '']],
		['one', ['one', '']],
		['| a \\| b | c |', ['a | b', 'c']],
		['| `a \\| b` | c |', ['a | b', 'c']],
		['| $|x|$ | $P(A | B)$ |', ['$|x|$', '$P(A | B)$']],
		['| \\(a|b\\) | $$a|b$$ |', ['\\(a|b\\)', '$$a|b$$']],
		['| $5 | 6$ |', ['$5', '6$']],
		['| $HOME | $PATH |', ['$HOME', '$PATH']],
		['| lone ` tick | next |', ['lone ` tick', 'next']],
		['|| b |', ['', 'b']],
		['| **x | y** |', ['**x', 'y**']],
	])('in the row %j', (row, cells) => {
		expect(cellsOf(`${HEAD}${row}\n`)).toEqual(cells);
	});

	it('in a header with pipes in code', () => {
		expect(cellsOf('| `a|b` | $|x|$ |\n|---|---|\n| 1 | 2 |\n', 0)).toEqual(['a|b', '$|x|$']);
	});

	it('in a growing row: the cells before the one that grows stand, and code is one cell once it is closed', () => {
		const cells = (row: string) =>
			rowsIn(
				readGrowing(
					`${HEAD}| 1 | 2 |
${row}`.split(''),
				),
			).at(-1);
		expect(cells('| x | y | z')).toEqual(['x', 'y', 'z']);
		expect(cells('| `a || b` | log')).toEqual(['a || b', 'log']);
	});

	it('when a cell changes its place but not its text', () => {
		const text = `${HEAD}| \`a|b\` | c |\n`;
		const pieces = [`${HEAD}| \`a|b`, '` | c |\n'];
		expect(readGrowing(pieces)).toMatchObject(
			readAtOnce(text)
				.flat()
				.map(({ type }) => ({ type })),
		);
	});

	it('in any rows', { timeout: 60_000 }, () => {
		const part = fc.constantFrom(
			'|',
			' | ',
			'||',
			'`',
			'``',
			'$',
			'$$',
			'\\|',
			'x',
			'word',
			' ',
			'**',
			'\\(',
			'\\)',
			'1',
			'щ',
		);
		fc.assert(
			fc.property(fc.array(fc.array(part, { maxLength: 12 }), { minLength: 1, maxLength: 4 }), (rows) => {
				const text = `${HEAD}${rows.map((row) => `| r${row.join('')} |`).join('\n')}\n`;
				expect(lettersOf(text)).toBe(justLetters(text));
			}),
			{ numRuns: 400, seed: 1 },
		);
	});
});
