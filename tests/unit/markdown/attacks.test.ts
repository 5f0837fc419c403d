// @vitest-environment happy-dom
import './setup.ts';
import { describe, expect, it } from 'vitest';
import { MAX_BLOCK_DEPTH } from '../../../components/markdown/read/limits.ts';
import { costOf } from '../cost-of.ts';
import { readAtOnce, readGrowing, toHtml } from './render.tsx';

/** Texts for which some reader of Markdown needs the square of their length, or overflows its stack. */
const PATTERNS: readonly [name: string, make: (count: number) => string][] = [
	['open brackets', (count) => '['.repeat(count)],
	['open images', (count) => '!['.repeat(count / 2)],
	['brackets with text', (count) => '[a'.repeat(count / 2)],
	['closed brackets', (count) => '['.repeat(count / 2) + ']'.repeat(count / 2)],
	['links never closed', (count) => '[a](b'.repeat(count / 5)],
	['links with an end', (count) => `${'[a](b'.repeat(count / 5)})`],
	['references', (count) => '[a][b]'.repeat(count / 6)],
	['angle brackets', (count) => '<'.repeat(count)],
	['tags never closed', (count) => '<a b="'.repeat(count / 6)],
	['comments never closed', (count) => '<!--a'.repeat(count / 5)],
	['stars', (count) => '*'.repeat(count)],
	['open emphasis', (count) => '*a '.repeat(count / 3)],
	['nested emphasis', (count) => '*a **a '.repeat(count / 14) + 'a** a*'.repeat(count / 14)],
	['underscores', (count) => 'a_'.repeat(count / 2)],
	['tildes', (count) => '~a'.repeat(count / 2)],
	['backticks', (count) => '`'.repeat(count)],
	[
		'backticks in runs',
		(count) => Array.from({ length: Math.sqrt(count) }, (_, n) => '`'.repeat(n + 1)).join(' '),
	],
	['dollars', (count) => '$a'.repeat(count / 2)],
	['dollars with spaces', (count) => '$a '.repeat(count / 3)],
	['formulas in brackets', (count) => '\\(a'.repeat(count / 3)],
	['entities', (count) => '&amp'.repeat(count / 4)],
	['addresses', (count) => 'https://a.'.repeat(count / 10)],
	['e-mail addresses', (count) => 'a@'.repeat(count / 2)],
	['backslashes', (count) => '\\'.repeat(count)],
	['quotes inside each other', (count) => '> '.repeat(count / 2)],
	['quotes inside each other, with lazy lines', (count) => `${'>'.repeat(50)}a\nb\n`.repeat(count / 54)],
	['lists inside each other', (count) => '- '.repeat(count / 2)],
	[
		'lists ever deeper',
		(count) => Array.from({ length: Math.sqrt(count) }, (_, n) => `${' '.repeat(2 * n)}- a`).join('\n'),
	],
	['a long list', (count) => '- a\n'.repeat(count / 4)],
	['a long loose list', (count) => '1. a\n\n'.repeat(count / 6)],
	['a long table', (count) => `|a|b|\n|-|-|\n${'|1|2|\n'.repeat(count / 6)}`],
	['a wide table', (count) => `${'|a'.repeat(count / 4)}|\n${'|-'.repeat(count / 4)}|\n`],
	[
		'a table of many columns and rows',
		(count) => `${'|a'.repeat(count / 8)}|\n${'|-'.repeat(count / 8)}|\n${'|1|\n'.repeat(count / 8)}`,
	],
	['lines of a paragraph', (count) => 'a b c d\n'.repeat(count / 8)],
	['underlines', (count) => 'a\n='.repeat(count / 3)],
	['blank lines', (count) => '\n'.repeat(count)],
	['spaces', (count) => `a${' '.repeat(count)}b`],
	['definitions', (count) => '[a]: b\n'.repeat(count / 7)],
	['definitions never finished', (count) => '[a]:\n'.repeat(count / 5)],
	['a title never closed', (count) => `[a]: b "${'c\n'.repeat(count / 2)}`],
	['fences never closed', (count) => '```\na\n'.repeat(count / 6)],
	['rules', (count) => '- - - -\n'.repeat(count / 8)],
	['labels', (count) => '**a:**b '.repeat(count / 8)],
	['labels never closed', (count) => '**a *b ***c '.repeat(count / 12)],
	['CJK emphasis', (count) => '字**「a」**'.repeat(count / 8)],
	['CJK openers', (count) => '字**「'.repeat(count / 4)],
	['addresses without spaces', (count) => 'https://a.b/，字www.'.repeat(count / 17)],
	['fences of Markdown never closed', (count) => '```md\n'.repeat(count / 6)],
	['fences without a language in Markdown', (count) => `\`\`\`md\n${'\n```\na\n'.repeat(count / 7)}`],
	['fences of Markdown one after another', (count) => '```md\na\n```\nb\n'.repeat(count / 14)],
	['cells with code', (count) => `|a|b|\n|-|-|\n${'|`|` $|$ '.repeat(count / 8)}`],
	['cells never closed', (count) => `|a|b|\n|-|-|\n${'|` $ '.repeat(count / 5)}`],
	['environments never closed', (count) => '\\begin{align}\n'.repeat(count / 14)],
	['environments in a line', (count) => '\\begin{align} '.repeat(count / 14)],
	['formulas never closed', (count) => 'a\n$$\n'.repeat(count / 5)],
	['formulas with blank lines', (count) => '$$\n\na\n\n'.repeat(count / 7)],
	['headings', (count) => '# a #\n'.repeat(count / 6)],
];

describe('takes time in proportion to the length of', () => {
	// Each text is tried just below each limit, and far beyond all of them. The bounds are wide, since machines are
	// busy and differ; what is quadratic takes ten times as long.
	it.each(PATTERNS)('%s', (_, make) => {
		expect(timeOf(make(2400))).toBeLessThan(300);
		expect(timeOf(make(16_000))).toBeLessThan(500);
		expect(timeOf(make(32_000))).toBeLessThan(1000);
		expect(timeOf(make(100_000))).toBeLessThan(3000);
	});
});

const timeOf = (text: string): number => costOf(() => readAtOnce(text));

describe('gives way to plain text', () => {
	it('for a line of 10 MB, at once', () => {
		const text = 'word '.repeat(2_000_000);
		expect(timeOf(text)).toBeLessThan(1500);
		const [block, ...others] = readAtOnce(text).flat();
		expect(others).toEqual([]);
		expect(block?.type).toBe('plain');
	});

	it('for long lines only, not for what stands around them', () => {
		const blocks = readAtOnce(`# Title\n\n${'x'.repeat(100_000)}\n\n- list\n`).flat();
		expect(blocks.map((block) => block.type)).toEqual(['heading', 'plain', 'list']);
	});

	it('but not for long lines of code', () => {
		const blocks = readAtOnce(`\`\`\`js\n${'x'.repeat(100_000)}\n\`\`\`\n\nafter\n`).flat();
		expect(blocks.map((block) => block.type)).toEqual(['code', 'paragraph']);
	});

	it('for what stands too deep in quotes and lists, and loses none of it', () => {
		const html = toHtml(readAtOnce(`${'> '.repeat(2000)}deep\n\n${'- '.repeat(500)}down`));
		expect(html.match(/<blockquote/g)).toHaveLength(MAX_BLOCK_DEPTH);
		expect(html).toContain('deep');
		expect(html).toContain('down');
	});
});

it('holds a growing list of quotes in quotes together', () => {
	const pieces = `${'> '.repeat(300)}a\n`.match(/.{1,64}/gs) ?? [];
	expect(readGrowing(pieces).map((block) => block.type)).toEqual(['quote']);
});

it('shows a null character as what it is: something that cannot be shown', () => {
	expect(toHtml(readAtOnce('a\0b'))).toContain('a\uFFFDb');
});
