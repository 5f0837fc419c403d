import type { Block, Inline, TableRow } from '../markdown/read/blocks.ts';
import { lexBlocks } from '../markdown/read/lex-blocks.ts';
import { readBlocks } from '../markdown/read/read-block.ts';

/** Text that stands in an element or in an attribute in double quotes. */
export function escapeHtml(text: string): string {
	return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** Markdown as HTML, read as the window reads it: raw HTML is text, and links lead to http, https and mailto only. */
export function markdownHtml(text: string): string {
	const { tokens, getLexer, hasNewLinks } = lexBlocks(text);
	return readBlocks(tokens, [], { getLexer, hasNewLinks, isSettled: true, isGrowing: false })
		.map(blockHtml)
		.join('\n');
}

const blocksHtml = (blocks: readonly Block[]) => blocks.map(blockHtml).join('\n');

function blockHtml(block: Block): string {
	switch (block.type) {
		case 'paragraph':
			return `<p dir="auto">${inlineHtml(block.content)}</p>`;
		case 'heading': {
			// The page's own headings are the first and the second level.
			const tag = `h${Math.min(block.level + 2, 6)}`;
			return `<${tag} dir="auto">${inlineHtml(block.content)}</${tag}>`;
		}
		case 'code':
			return `<pre dir="ltr"><code>${escapeHtml(block.spans.join('').replace(/\n$/, ''))}</code></pre>`;
		case 'quote':
			return `<blockquote dir="auto">${blocksHtml(block.blocks)}</blockquote>`;
		case 'list': {
			const tag = block.start === null ? 'ul' : 'ol';
			const start = block.start === null || block.start === 1 ? '' : ` start="${block.start}"`;
			const items = block.items.map(({ isChecked, blocks }) => {
				const box = isChecked === null ? '' : isChecked ? '☑ ' : '☐ ';
				return `<li dir="auto">${box}${itemHtml(blocks, block.isLoose)}</li>`;
			});
			return `<${tag} dir="auto"${start}>${items.join('')}</${tag}>`;
		}
		case 'table': {
			const row = ({ cells }: TableRow, tag: 'th' | 'td') =>
				`<tr>${cells.map((cell) => `<${tag} dir="auto">${inlineHtml(cell)}</${tag}>`).join('')}</tr>`;
			const rows = block.rows.map((one) => row(one, 'td')).join('');
			return `<div class="wide"><table><thead>${row(block.header, 'th')}</thead><tbody>${rows}</tbody></table></div>`;
		}
		case 'rule':
			return '<hr>';
		case 'math':
			return `<p class="math">${formula(block.content.source)}</p>`;
		case 'plain':
			return `<p dir="auto" class="plain">${escapeHtml(block.spans.join(''))}</p>`;
	}
}

function itemHtml(blocks: readonly Block[], isLoose: boolean): string {
	return blocks
		.map((block) => (block.type === 'paragraph' && !isLoose ? inlineHtml(block.content) : blockHtml(block)))
		.join('\n');
}

/** Formulas stand as they were written: what draws them is no part of the file. */
function formula(source: string): string {
	return `<code>${escapeHtml(source)}</code>`;
}

function inlineHtml(content: readonly Inline[]): string {
	return content
		.map((inline) => (typeof inline === 'string' ? escapeHtml(inline) : elementHtml(inline)))
		.join('');
}

function elementHtml(inline: Exclude<Inline, string>): string {
	switch (inline.type) {
		case 'strong':
			return `<strong>${inlineHtml(inline.children)}</strong>`;
		case 'emphasis':
			return `<em>${inlineHtml(inline.children)}</em>`;
		case 'strikethrough':
			return `<del>${inlineHtml(inline.children)}</del>`;
		case 'code':
			return `<code>${escapeHtml(inline.text)}</code>`;
		case 'break':
			return '<br>';
		case 'math':
			return formula(inline.source);
		case 'link': {
			const title = inline.title === null ? '' : ` title="${escapeHtml(inline.title)}"`;
			const host = inline.host === null ? '' : ` <bdi>(${escapeHtml(inline.host)})</bdi>`;
			const href = escapeHtml(inline.href);
			return `<a href="${href}"${title} rel="noopener noreferrer">${inlineHtml(inline.children)}</a>${host}`;
		}
	}
}
