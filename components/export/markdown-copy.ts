import type { Block, Inline, Table } from '../markdown/read/blocks.ts';
import { inlineText } from '../markdown/read/inline-text.ts';
import { lexBlocks } from '../markdown/read/lex-blocks.ts';
import { readBlocks } from '../markdown/read/read-block.ts';
import { markdownHtml } from './html-blocks.ts';

/** Markdown as plain text: what a reader sees, without its marks. */
export function markdownPlain(text: string): string {
	const { tokens, getLexer, hasNewLinks } = lexBlocks(text);
	const blocks = readBlocks(tokens, [], { getLexer, hasNewLinks, isSettled: true, isGrowing: false });
	return plainBlocks(blocks).trim();
}

function plainBlocks(blocks: readonly Block[], between = '\n\n'): string {
	return blocks
		.map(plainBlock)
		.filter((text) => text !== '')
		.join(between);
}

function plainBlock(block: Block): string {
	switch (block.type) {
		case 'paragraph':
		case 'heading':
			return plainInline(block.content);
		case 'code':
		case 'plain':
			return block.spans.join('').replace(/\n$/, '');
		case 'quote':
			return plainBlocks(block.blocks);
		case 'list':
			return block.items
				.map(({ isChecked, blocks }, place) => {
					const box = isChecked === null ? '' : isChecked ? '☑ ' : '☐ ';
					const mark = block.start === null ? '• ' : `${block.start + place}. `;
					const within = plainBlocks(blocks, block.isLoose ? '\n\n' : '\n');
					return `${mark}${box}${within.replaceAll('\n', `\n${' '.repeat(mark.length)}`)}`;
				})
				.join('\n');
		case 'table':
			return plainTable(block);
		case 'rule':
			return '———';
		case 'math':
			return block.content.tex;
	}
}

/** Cells parted by tabs, as spreadsheets and word processors take them. */
function plainTable({ header, rows }: Table): string {
	return [header, ...rows]
		.map(({ cells }) => cells.map((cell) => plainInline(cell).replace(/\s+/g, ' ')).join('\t'))
		.join('\n');
}

const plainInline = (content: readonly Inline[]): string => inlineText(content, ({ tex }) => tex);

/** Copies Markdown as formatted text, and beside it as plain text for places that take nothing else. */
export async function copyRich(markdown: string): Promise<void> {
	const item = new ClipboardItem({
		'text/html': new Blob([markdownHtml(markdown)], { type: 'text/html' }),
		'text/plain': new Blob([markdownPlain(markdown)], { type: 'text/plain' }),
	});
	await navigator.clipboard.write([item]);
}
