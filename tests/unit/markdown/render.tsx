import { renderToStaticMarkup } from 'react-dom/server';
import { BlockGroup } from '../../../components/markdown/block-group.tsx';
import type { Block, Groups } from '../../../components/markdown/blocks.ts';
import { drawEach } from '../../../components/markdown/draw-each.ts';
import { createMarkdownDocument } from '../../../components/markdown/markdown-document.ts';

/** Blocks as HTML, as the page would show them at first. */
export function toHtml(groups: Groups<Block>): string {
	return renderToStaticMarkup(
		drawEach(groups, (blocks, place) => <BlockGroup key={place} blocks={blocks} />),
	);
}

/** A text read at once. */
export function readAtOnce(text: string): Groups<Block> {
	const markdown = createMarkdownDocument();
	markdown.append(text);
	return markdown.finish();
}

/** A text read piece by piece, flushed after each, and finished. */
export function readStreamed(pieces: readonly string[]): Groups<Block> {
	const markdown = createMarkdownDocument();
	for (const piece of pieces) {
		markdown.append(piece);
		markdown.flush();
	}
	return markdown.finish();
}
