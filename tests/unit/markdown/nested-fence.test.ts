// @vitest-environment happy-dom
import './setup.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../components/markdown/read/blocks.ts';
import { drawAnyWay, justLetters, lettersOf, readAtOnce, readGrowing } from './render.tsx';

/** What is drawn, block by block: code as its language and lines, all else as its type. */
function outline(blocks: readonly Block[]): string[] {
	return blocks.map((block) =>
		block.type === 'code' ? `${block.language}: ${block.spans.join('').trimEnd()}` : block.type,
	);
}

function read(text: string): string[] {
	drawAnyWay(text);
	return outline(readAtOnce(text).flat());
}

/** Markdown that models put into a fence, each with fences of the same length inside. */
const BODIES: readonly [name: string, body: string][] = [
	['one fence with a language', '# T\n\n```bash\nnpm i\n```\n\n## Usage\n\ntext'],
	['one fence without a language', '# T\n\n```\nnpm i\n```\n\n## Usage\n\ntext'],
	['one without, and no blank lines', '# T\nRun\n```\nnpm i\n```\n## Usage\ntext'],
	['several', '# T\n\n```bash\nnpm i\n```\n\n```js\n1;\n```\n\nor:\n```\nx\n```\n\n- end'],
	['one in a list', '1. Run it:\n\n   ```bash\n   npm i\n   ```\n\n2. Then'],
	['one behind a bullet', '- ```bash\n  npm i\n  ```\n- Then'],
	['Markdown in Markdown', '# T\n\n```md\n## Inner\n\n```js\n1;\n```\n\ninner text\n```\n\n## Usage'],
	['a longer one', '# T\n\n````js\n```\n````\n\n## Usage'],
	['one with words after the language', '# T\n\n```js title="a b"\n1;\n```\n\n## Usage'],
];

describe('case 99: a fence of three inside a fence of three that holds Markdown', () => {
	it.each(BODIES)('is part of it: %s', (_, body) => {
		for (const language of ['markdown', 'md', 'mdx', 'Markdown']) {
			const text = `Here:\n\n\`\`\`${language}\n${body}\n\`\`\`\n\nAfter.\n`;
			expect(read(text)).toEqual(['paragraph', `${language}: ${body}`, 'paragraph']);
		}
	});

	it.each(BODIES)('is part of it in tildes: %s', (_, body) => {
		const tildes = body.replaceAll('`', '~');
		expect(read(`~~~md\n${tildes}\n~~~\n\nAfter.\n`)).toEqual([`md: ${tildes}`, 'paragraph']);
	});

	it('is part of it in a quote and in a list', () => {
		const body = '# T\n\n```js\n1;\n```\n\n## Usage';
		const fence = `\`\`\`md\n${body}\n\`\`\``;
		const [quote] = readAtOnce(fence.replace(/^/gm, '> ')).flat();
		expect(quote?.type === 'quote' && outline(quote.blocks)).toEqual([`md: ${body}`]);
		const item = `1. See:\n\n${fence.replace(/^(?=.)/gm, '   ')}\n\n2. Next\n`;
		drawAnyWay(item);
		const [list] = readAtOnce(item).flat();
		expect(list?.type === 'list' && outline(list.items[0]?.blocks ?? [])).toEqual([
			'paragraph',
			`md: ${body}`,
		]);
	});

	it('stays one block while the outer one is open', () => {
		for (const [name, body] of BODIES) {
			// Only what follows such a fence tells that it opens something.
			if (name.startsWith('one without, and')) continue;
			const text = `Here:\n\n\`\`\`md\n${body}\n`;
			for (let end = 14; end <= text.length; end += 1) {
				const types = readGrowing(text.slice(0, end).split('')).map(({ type }) => type);
				expect({ name, end, types }).toEqual({ name, end, types: ['paragraph', 'code'] });
			}
		}
	});

	it('shows every line of an open one, but for a last one that may be its end', () => {
		const blocks = readGrowing('```md\n# T\n\n```js\n1;\n```\n\n## Us'.split(''));
		expect(outline(blocks)).toEqual(['md: # T\n\n```js\n1;\n```\n\n## Us']);
	});

	it('is part of it to the end of the text, when nothing closes the outer one', () => {
		expect(read('```md\n# T\n\n```js\n1;\n```\n\n## Usage\n')).toEqual([
			'md: # T\n\n```js\n1;\n```\n\n## Usage',
		]);
	});
});

describe('as CommonMark has it', () => {
	it.each([
		['a block of Markdown and text after it', '```md\n# T\n```\n\nAfter.', ['md: # T', 'paragraph']],
		['text directly after it', '```md\n# T\n```\nAfter.', ['md: # T', 'paragraph']],
		[
			'text directly after it, and then other code',
			'```md\n# T\n```\nAfter.\n\n```js\n1;\n```\n\nEnd.',
			['md: # T', 'paragraph', 'js: 1;', 'paragraph'],
		],
		[
			'then code without a language',
			'```md\n# T\n```\n\nAfter.\n\n```\nx\n```\n\nEnd.',
			['md: # T', 'paragraph', ': x', 'paragraph'],
		],
		[
			'directly then code without a language',
			'```md\n# T\n```\nAfter:\n```\nx\n```\nEnd.',
			['md: # T', 'paragraph', ': x', 'paragraph'],
		],
		['an empty one', '```md\n```\nAfter.', ['md: ', 'paragraph']],
		['a longer fence', '````md\n```js\n1;\n```\n````\nAfter.', ['md: ```js\n1;\n```', 'paragraph']],
		['another language', '```text\na\n```js\nb\n```\n# c', ['text: a\n```js\nb', 'heading']],
		['no language', '```\na\n```js\nb\n```\n# c', [': a\n```js\nb', 'heading']],
	])('stands %s', (_, text, blocks) => {
		expect(read(text)).toEqual(blocks);
	});
});

it('is drawn alike in any pieces, whatever fences follow each other, and loses no word', {
	timeout: 60_000,
}, () => {
	const line = fc.constantFrom(
		...[
			'```',
			'```',
			'```js',
			'```md',
			'````',
			'~~~',
			'  ```',
			'- ```sh',
			'',
			'',
			'# T',
			'text',
			'so:',
			'## U',
		],
	);
	fc.assert(
		fc.property(fc.array(line, { maxLength: 16 }), (lines) => {
			const text = `\`\`\`markdown\n${lines.join('\n')}\nend\n`;
			drawAnyWay(text);
			const drawn = justLetters(lettersOf(text));
			for (const word of ['text', 'so', 'end']) {
				expect(drawn.split(word)).toHaveLength(justLetters(text).split(word).length);
			}
		}),
		{ numRuns: 300, seed: 1 },
	);
});
