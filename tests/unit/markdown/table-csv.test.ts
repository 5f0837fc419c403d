import { describe, expect, it } from 'vitest';
import { codeFileName } from '../../../components/markdown/code/file-name.ts';
import { csvCell, tableCsv } from '../../../components/markdown/draw/table-csv.ts';
import { lexBlocks } from '../../../components/markdown/read/lex-blocks.ts';
import { readBlocks } from '../../../components/markdown/read/read-block.ts';

function csvOf(markdown: string): string {
	const { tokens, getLexer, hasNewLinks } = lexBlocks(markdown);
	const [block] = readBlocks(tokens, [], { getLexer, hasNewLinks, isSettled: true, isGrowing: false });
	if (block?.type !== 'table') throw new Error('This is no table.');
	return tableCsv(block);
}

describe('cases 181 and 306: a table as CSV', () => {
	it('has the words of its cells without marks, lines that end in CR and LF, and no cell too few', () => {
		expect(csvOf('| A **b** | `c|d` |\n| --- | --- |\n| [x](https://a.b) |\n| 1, 2 | "q" |')).toBe(
			'A b,c|d\r\nx,\r\n"1, 2","""q"""\r\n',
		);
	});

	it.each([
		['=1+1', "'=1+1"],
		['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
		['+cmd', "'+cmd"],
		['@SUM(A1)', "'@SUM(A1)"],
		['-2+3+cmd|x', "'-2+3+cmd|x"],
		['＝1', "'＝1"],
		['\u200b=1', "'\u200b=1"],
		['-5', '-5'],
		['-', '-'],
		['--', "'--"],
		['-$5.20', '-$5.20'],
		['-5 ₴', '-5 ₴'],
		['-١٢', '-١٢'],
		['-A1', "'-A1"],
		['-$A$1', "'-$A$1"],
		['+3.5%', '+3.5%'],
		['-1 000,5', '"-1 000,5"'],
		['1e-5', '1e-5'],
		['a=b', 'a=b'],
		['two\nlines', '"two\nlines"'],
		['  in  ', 'in'],
	])('writes the cell %j as %j', (cell, written) => {
		expect(csvCell(cell)).toBe(written);
	});
});

it.each([
	['python', 'code.py'],
	['TypeScript', 'code.ts'],
	['tsx', 'code.tsx'],
	['c++', 'code.cpp'],
	['', 'code.txt'],
	['../../evil', 'code.txt'],
	['constructor', 'code.constructor'],
	['x'.repeat(40), 'code.txt'],
])('case 181: code in %j is saved as %s', (language, name) => {
	expect(codeFileName(language)).toBe(name);
});
