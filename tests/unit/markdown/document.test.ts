import { describe, expect, it } from 'vitest';
import type { Block, List, Table } from '../../../components/markdown/read/blocks.ts';
import {
	createMarkdownDocument,
	type MarkdownDocument,
} from '../../../components/markdown/stream/markdown-document.ts';

function streamOf(markdown: MarkdownDocument) {
	return (piece: string): Block[] => {
		markdown.append(piece);
		return markdown.flush().flat();
	};
}

function start(text = '') {
	const markdown = createMarkdownDocument();
	const write = streamOf(markdown);
	if (text !== '') write(text);
	return { markdown, write };
}

/** The first block, of the type it must have. */
function first<T extends Block['type']>(blocks: readonly Block[], type: T): Extract<Block, { type: T }> {
	const found = blocks.find((block): block is Extract<Block, { type: T }> => block.type === type);
	if (!found) throw new Error(`No ${type} was drawn.`);
	return found;
}

describe('a block that does not change', () => {
	it('keeps its object while others are written after it', () => {
		const { write } = start();
		const [heading] = write('# Title\n\nSome *text*.\n\n');
		const [again, paragraph] = write('More');
		const later = write(' of it.\n\nAnd more.\n\nAnd more.\n\n');
		expect(again).toBe(heading);
		expect(later[0]).toBe(heading);
		expect(later[1]).toBe(paragraph);
	});

	it('keeps it through the pass at the end', () => {
		const { markdown, write } = start();
		const text =
			'# Title\n\nText with `code`, **weight** and [a link](https://example.org).\n\n- a\n- b\n\n> quote\n\n';
		for (const piece of text.match(/.{1,3}/gs) ?? []) write(piece);
		const before = write('The end.');
		const after = markdown.finish().flat();
		expect(after).toHaveLength(before.length);
		for (const [index, block] of after.entries()) expect(block).toBe(before[index]);
	});

	it('keeps its whole group', () => {
		const { markdown, write } = start('A paragraph.\n\n'.repeat(38));
		const before = markdown.flush();
		write('One more.');
		const after = markdown.flush();
		expect(before).toHaveLength(3);
		expect(after[0]).toBe(before[0]);
		expect(after[1]).toBe(before[1]);
		expect(after[2]).not.toBe(before[2]);
	});
});

describe('a growing list', () => {
	it('keeps its items, however long it gets', () => {
		const { write } = start();
		let items: List['items'] = [];
		for (let number = 1; number <= 50; number += 1) {
			write(`${number}. item **${number}**`);
			const grown = first(write('\n'), 'list');
			expect(grown.items).toHaveLength(number);
			expect(grown.start).toBe(1);
			for (const [index, item] of items.slice(0, -1).entries()) expect(grown.items[index]).toBe(item);
			items = grown.items;
		}
	});

	it('becomes loose as a whole', () => {
		const { write } = start('- item\n'.repeat(20));
		expect(first(write('- item\n'), 'list').isLoose).toBe(false);
		expect(first(write('\n- item\n'), 'list').isLoose).toBe(true);
	});

	it('reads only its last items again', () => {
		const { markdown, write } = start();
		for (let number = 0; number < 2000; number += 1) write(`- item ${number}\n`);
		expect(markdown.lexedLength).toBeLessThan(2000 * 14 * 20);
	});
});

describe('a growing table', () => {
	it('keeps its rows and its head', () => {
		const { write } = start('| a | b |\n|---|--:|\n');
		let before: Table | null = null;
		for (let number = 1; number <= 50; number += 1) {
			const table = first(write(`| ${number} | *x* |\n`), 'table');
			expect(table.rows).toHaveLength(number);
			expect(table.align).toEqual([null, 'right']);
			if (before) expect(table.header).toBe(before.header);
			for (const [index, row] of before?.rows.slice(0, -1).entries() ?? [])
				expect(table.rows[index]).toBe(row);
			before = table;
		}
	});

	it('ends where the text goes on', () => {
		const { write } = start(`| a |\n|---|\n${'| x |\n'.repeat(20)}`);
		const blocks = write('\nAfter it.\n\nAnd after.\n\nThe end.');
		expect(blocks.map((block) => block.type)).toEqual(['table', 'paragraph', 'paragraph', 'paragraph']);
		expect(first(blocks, 'table').rows).toHaveLength(20);
	});
});

describe('an open code fence', () => {
	it('is appended without reading it', () => {
		const { markdown, write } = start('```ts\n');
		const before = markdown.lexedLength;
		for (let line = 0; line < 1000; line += 1) write(`const a${line} = "# no heading";\n`);
		expect(markdown.lexedLength).toBe(before);
	});

	it('keeps its full spans and cuts them at line ends', () => {
		const { write } = start('```ts\n');
		const { spans: before } = first(write('0123456789abcde\n'.repeat(300)), 'code');
		const { spans: after } = first(write('more\n'), 'code');
		expect(before.length).toBeGreaterThan(2);
		expect(after.slice(0, before.length - 1)).toEqual(before.slice(0, -1));
		for (const span of before) expect(span.endsWith('\n')).toBe(true);
	});

	it('shows no half of the line that closes it', () => {
		const { write } = start('```ts\na\n');
		for (const piece of ['`', '`', '`']) expect(first(write(piece), 'code').spans.join('')).toBe('a\n');
		const blocks = write('\nafter');
		expect(first(blocks, 'code')).toMatchObject({ isSettled: true, language: 'ts' });
		expect(blocks.map((block) => block.type)).toEqual(['code', 'paragraph']);
	});

	it('shows backticks that close nothing', () => {
		const { write } = start('````md\n');
		expect(first(write('```js\n1\n```\n'), 'code').spans.join('')).toBe('```js\n1\n```\n');
	});

	it('settles what stands before it', () => {
		const { write } = start();
		const [paragraph] = write('See:\n```js\n1\n');
		const blocks = write('2\n```\n');
		expect(blocks[0]).toBe(paragraph);
		expect(first(blocks, 'code').spans.join('')).toBe('1\n2\n');
	});
});

describe('what is half-written', () => {
	it.each([
		['**bold', [{ type: 'strong', children: ['bold'] }]],
		['a *b', ['a ', { type: 'emphasis', children: ['b'] }]],
		['`code', [{ type: 'code', text: 'code' }]],
		['see [the docs](https://exa', ['see the docs']],
		['5 * 3', ['5 * 3']],
		['20~25 and $5', ['20~25 and $5']],
		['a < b and <c', ['a < b and <c']],
	])('reads %j as if it were closed', (text, content) => {
		expect(first(start().write(text), 'paragraph').content).toEqual(content);
	});

	it('waits, when it is no more than a marker', () => {
		const { write } = start('Things:');
		for (const piece of ['\n', '-', ' '])
			expect(write(piece).map((block) => block.type)).toEqual(['paragraph']);
		expect(write('one').map((block) => block.type)).toEqual(['paragraph', 'list']);
	});

	it('is shown at the end as it stands', () => {
		const { markdown, write } = start();
		write('**bold and\n-');
		expect(markdown.finish().flat()).toMatchObject([{ type: 'heading', content: ['**bold and'] }]);
	});
});

describe('a definition of a link', () => {
	const link = { type: 'link', href: 'https://example.org/' };

	it('is known to what follows it', () => {
		const { write } = start('[a]: https://example.org\n\none\n\ntwo\n\nthree\n\n');
		expect(write('see [a]').at(-1)).toMatchObject({ content: ['see ', link] });
	});

	it('does not stick while it is half-written', () => {
		const { write } = start('see [a].\n\n[a]: https://exam');
		expect(write('ple.org\n')[0]).toMatchObject({ content: ['see ', link, '.'] });
	});

	it('is known to all that stands before it at the end, and only that is replaced', () => {
		const { markdown, write } = start('see [a]\n\none [x]\n\ntwo\n\nthree\n\nfour\n\n');
		const before = write('[a]: https://example.org\n');
		const after = markdown.finish().flat();
		expect(before[0]).toMatchObject({ content: ['see [a]'] });
		expect(after[0]).toMatchObject({ content: ['see ', link] });
		for (const index of [1, 2, 3, 4]) expect(after[index]).toBe(before[index]);
	});
});

describe('the end', () => {
	it('may be followed by more', () => {
		const { markdown, write } = start('one\n\ntwo');
		const [one] = markdown.finish().flat();
		const blocks = write(' and more\n\nthree');
		expect(blocks[0]).toBe(one);
		expect(blocks).toMatchObject([
			{ content: ['one'] },
			{ content: ['two and more'] },
			{ content: ['three'] },
		]);
	});

	it('settles formulas and code', () => {
		const { markdown, write } = start('$a$ and\n\n');
		write('    code\n');
		expect(markdown.flush().flat()[0]).toMatchObject({
			content: [{ type: 'math', isSettled: false }, ' and'],
		});
		expect(markdown.finish().flat()).toMatchObject([
			{ content: [{ type: 'math', isSettled: true }, ' and'] },
			{ type: 'code', isSettled: true },
		]);
	});
});

describe('the work', () => {
	const paragraph = 'A paragraph of **some** words with `code` in it, long enough to come in pieces.\n\n';

	it('is in proportion to the text', () => {
		const { markdown, write } = start();
		const text = `${paragraph}- one\n- two\n\n`.repeat(640);
		for (let at = 0; at < text.length; at += 32) write(text.slice(at, at + 32));
		expect(text.length).toBeGreaterThan(60_000);
		expect(markdown.lexedLength).toBeLessThan(text.length * 12);
	});

	it('is bounded for a single block without end', () => {
		const { markdown, write } = start();
		const text = 'word '.repeat(20_000);
		for (let at = 0; at < text.length; at += 32) write(text.slice(at, at + 32));
		expect(markdown.lexedLength).toBeLessThan(text.length * 300);
		expect(first(markdown.finish().flat(), 'plain').spans.join('')).toBe(text.trimEnd());
	});
});
