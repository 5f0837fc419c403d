// @vitest-environment happy-dom
import './setup.ts';
import temml from 'temml';
import { describe, expect, it } from 'vitest';
import { inKnownTerms } from '../../../components/markdown/math/render-math.ts';
import type { Block } from '../../../components/markdown/read/blocks.ts';
import { findMath } from '../../../components/markdown/read/hide-math.ts';
import { drawAnyWay, readAtOnce, readGrowing } from './render.tsx';

const outline = (blocks: readonly Block[]) =>
	blocks.map((block) => (block.type === 'math' ? block.content.source : block.type));

function read(text: string): string[] {
	drawAnyWay(text);
	return outline(readAtOnce(text).flat());
}

describe('case 100: escaped brackets in a sentence are words', () => {
	it.each([
		['b\\[i+1\\] in a sentence', 'b[i+1] in a sentence'],
		['a\\[0\\]\\[j+1\\] = x_1\\[k^2\\]', 'a[0][j+1] = x_1[k^2]'],
		['f(x)\\[n=1\\] and arr_\\[i_1\\]', 'f(x)[n=1] and arr_[i_1]'],
		['массив\\[i+1\\] из', 'массив[i+1] из'],
		['f\\(x+1\\) and T\\(n_1\\)', 'f(x+1) and T(n_1)'],
		['\\[sic\\]', '[sic]'],
		['\\[1\\] and \\[note\\]', '[1] and [note]'],
	])('%j', (text, drawn) => {
		expect(drawAnyWay(text)).toBe(`<p>${drawn}</p>`);
		expect(drawAnyWay(`- ${text}`)).toBe(`<ul><li>${drawn}</li></ul>`);
	});

	it.each([
		['so \\[a = b\\] is', ['a = b']],
		['公式\\[x=1\\]和\\(y=2\\)', ['x=1', 'y=2']],
		['(\\(n_1\\)), \\[ x \\]', ['n_1', ' x ']],
	])('but formulas in %j are found', (text, tex) => {
		expect(findMath(text).map((span) => span.tex)).toEqual(tex);
	});
});

it.each(['\\[f(n)!\\]', '\\[ x \\]', '\\[\nx\n\\]', '\\[a = b\\]'])(
	'%j on a line of its own is a formula',
	(text) => {
		expect(read(`So:\n\n${text}\n\nand`)).toEqual(['paragraph', text, 'paragraph']);
	},
);

const ENVIRONMENTS = [
	'\\begin{align}\na &= b + c \\\\\n- d &= e\n\\end{align}',
	'\\begin{align*}\na &= b\n\\end{align*}',
	'\\begin{equation}\nE = mc^2\n\\end{equation}',
	'\\begin{equation*}\n\\begin{split}\na &= b\n\\end{split}\n\\end{equation*}',
	'\\begin{eqnarray}\na &=& b\n\\end{eqnarray}',
	'\\begin{flalign*}\na &= b\n\\end{flalign*}',
	'\\begin{gather}\na \\\\ b\n\\end{gather}',
	'\\begin{multline}\na \\\\ b\n\\end{multline}',
	'\\begin{alignat}{2}\na &= b\n\\end{alignat}',
	'\\begin{cases}\n1 & x > 0 \\\\\n0\n\\end{cases}',
	'\\begin{matrix}\n1 & 2\n\\end{matrix}',
	'\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}',
	'\\begin{bmatrix}\n\\begin{bmatrix} 1 \\end{bmatrix}\n\\end{bmatrix}',
	'\\begin{vmatrix*}\n1\n\\end{vmatrix*}',
	'\\begin{array}{cc}\n1 & 2\n\\end{array}',
	'\\begin{aligned}\na &= b\n\\end{aligned}',
	'\\begin{align}\na &= b \\\\\n\nc &= d\n\\end{align}',
];

describe('case 100: an environment of formulas without delimiters is a formula', () => {
	it.each(ENVIRONMENTS)('%j', (tex) => {
		expect(read(tex)).toEqual([tex]);
		expect(read(`So:\n${tex}\n\nand on.`)).toEqual(['paragraph', tex, 'paragraph']);
		// As a string: in happy-dom some elements of MathML have no style.
		expect(temml.renderToString(inKnownTerms(tex), { displayMode: true, throwOnError: true })).toContain(
			'<math',
		);
	});

	it('also in the middle of a line', () => {
		expect(findMath('so \\begin{cases} a \\\\ b \\end{cases} holds')).toMatchObject([
			{ tex: '\\begin{cases} a \\\\ b \\end{cases}', isDisplay: true },
		]);
	});

	it.each([
		'\\begin{itemize}\n\\item a\n\\end{itemize}',
		'\\begin{align} is never closed',
		'`\\begin{align}a\\end{align}`',
	])('but %j is none', (text) => {
		expect(read(text)).toEqual(['paragraph']);
		expect(findMath(text)).toEqual([]);
	});
});

describe('case 100: a formula with a blank line inside is one', () => {
	it.each([
		'$$\na = b\n\nc = d\n$$',
		'$$\na\n=\nb\n$$',
		'$$\n\na = b\n\n$$',
		'$$\na\n\n- b\n\n= c\n$$',
		'$$a = b\n\nc = d$$',
		'\\[\na = b\n\nc = d\n\\]',
		'$$\n\\text{for all of the real ones}\n\nx\n$$',
	])('%j', (text) => {
		expect(read(text)).toEqual([text]);
		expect(read(`So\n${text}\nand`)).toEqual(['paragraph', text, 'paragraph']);
		expect(read(`So:\n\n${text}\n\nAnd\n\non`)).toEqual(['paragraph', text, 'paragraph', 'paragraph']);
	});

	it.each([
		'$$ opens a formula on a line of its own.\n\nThe same sign $$',
		'$$\nsome text\n\n# Title\n\nmore of it\n$$',
		'$$\nsome text\n\n`code`\n$$',
		'$$ and $$ stay, and\n\nso does this.',
	])('but what stands between two stray signs is text: %j', (text) => {
		expect(read(text)).not.toContain(text);
		expect(read(text).length).toBeGreaterThan(1);
	});

	it('stands as its source while it grows, and nothing in it becomes a list or a heading', () => {
		for (const text of [
			'$$\na\n\n- b\n\n1. c\n\nd = e\n\nf',
			'\\[\na\n\n- b\n\n= c',
			'\\begin{align}\na\n\n- b\n\nc',
		]) {
			for (let end = 16; end <= text.length; end += 1) {
				const [block, ...others] = readGrowing(text.slice(0, end).split(''));
				expect(others).toEqual([]);
				expect(block).toMatchObject({ type: 'math', content: { isSettled: false } });
			}
		}
	});

	it('stands as text when it never ends', () => {
		expect(read('$$\na\n\n- b')).toEqual(['paragraph', 'list']);
	});
});
