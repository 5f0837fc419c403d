import { renderToStaticMarkup } from 'react-dom/server';
import { BlockGroup } from '../../../components/markdown/draw/block-view.tsx';
import type { Block, Groups } from '../../../components/markdown/read/blocks.ts';
import { createMarkdownDocument } from '../../../components/markdown/stream/markdown-document.ts';
import { drawEach } from '../../../components/ui/draw-each.ts';

/** Blocks as HTML, as the page would show them at first. A group's guessed height is a guess, and left out. */
export function toHtml(groups: Groups<Block>): string {
	const drawn = drawEach(groups, (blocks, place) => <BlockGroup key={place} blocks={blocks} />);
	return renderToStaticMarkup(drawn).replace(/ style="contain-intrinsic[^"]*"/g, '');
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

/** What is drawn of a text that has not ended. */
export function readGrowing(pieces: readonly string[]): Block[] {
	const markdown = createMarkdownDocument();
	let groups: Groups<Block> = [];
	for (const piece of pieces) {
		markdown.append(piece);
		groups = markdown.flush();
	}
	return groups.flat();
}
