// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Inline } from '../../../components/markdown/read/blocks.ts';
import { readAtOnce } from './render.tsx';
import './setup.ts';

function contentOf(text: string): Inline[] {
	const [block] = readAtOnce(text).flat();
	if (block?.type !== 'paragraph') throw new Error(`Not a paragraph: ${text}`);
	return block.content;
}

describe('formulas', () => {
	it('hold no emphasis', () => {
		expect(contentOf('$a_1 * b_2 * c$ and *so*')).toEqual([
			{ type: 'math', tex: 'a_1 * b_2 * c', source: '$a_1 * b_2 * c$', isDisplay: false, isSettled: true },
			' and ',
			{ type: 'emphasis', children: ['so'] },
		]);
	});

	it('may stand in emphasis', () => {
		expect(contentOf('**so $x$ is**')).toMatchObject([
			{ type: 'strong', children: ['so ', { tex: 'x' }, ' is'] },
		]);
	});

	it('are none in addresses, and lose nothing there', () => {
		expect(contentOf('[a](https://example.org/$x$)')).toMatchObject([{ href: 'https://example.org/$x$' }]);
	});

	it('cannot be forged with the marks that hide them', () => {
		expect(contentOf('$x$ \uE0000\uE001')).toEqual(['$x$ \uE0000\uE001']);
	});
});

describe('links', () => {
	it.each([
		'[a](javascript:alert(1))',
		'[a](&#106;avascript:alert(1))',
		'[a](java&#9;script:alert(1))',
		'[a](data:text/html,x)',
		'[a](/options.html)',
	])('that may not be followed are their text: %s', (text) => {
		expect(contentOf(text)).toEqual(['a']);
	});

	it('to images are drawn as links with the alternative text', () => {
		expect(contentOf('![a *cat*](https://example.org/c.png "A cat")')).toEqual([
			{
				type: 'link',
				href: 'https://example.org/c.png',
				title: 'A cat',
				isImage: true,
				host: null,
				children: ['a cat'],
			},
		]);
	});

	it('do not stand in links', () => {
		expect(contentOf('[![a](https://example.org/a.png)](https://example.org)')).toMatchObject([
			{ href: 'https://example.org/', isImage: false, children: ['a'] },
		]);
	});

	it('show their host where they mislead', () => {
		expect(contentOf('[paypal.com](https://evil.example)')).toMatchObject([{ host: 'evil.example' }]);
	});
});

describe('raw HTML', () => {
	it('is text', () => {
		expect(contentOf('a <b onclick="x()">b</b> <img src=x onerror=alert(1)>')).toEqual([
			'a <b onclick="x()">b</b> <img src=x onerror=alert(1)>',
		]);
	});

	it('breaks lines of a table cell, which nothing else can', () => {
		const [table] = readAtOnce('| a |\n|---|\n| b<br>c<b>d</b> |\n').flat();
		expect(table).toMatchObject({ rows: [{ cells: [['b', { type: 'break' }, 'c<b>d</b>']] }] });
		expect(contentOf('b<br>c')).toEqual(['b<br>c']);
	});
});

it('decodes character references once', () => {
	expect(contentOf('&amp;lt; &lt;b&gt; &#38;amp; &copy; &nosuchthing; `&lt;`')).toEqual([
		'&lt; <b> &amp; © &nosuchthing; ',
		{ type: 'code', text: '&lt;' },
	]);
});
