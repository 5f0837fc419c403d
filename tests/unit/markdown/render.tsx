import { renderToStaticMarkup } from 'react-dom/server';
import { BlockGroup } from '../../../components/markdown/draw/block-view.tsx';
import type { Block, Groups } from '../../../components/markdown/read/blocks.ts';
import { createMarkdownDocument } from '../../../components/markdown/stream/markdown-document.ts';
import { drawEach } from '../../../components/ui/draw-each.ts';
import { normalHtml } from './normal-html.ts';

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

/** Lengths of the pieces that a text is read in, in UTF-16 code units. */
const PIECES = [1, 2, 5, 16];

/** A text read at once, as HTML in its normal form, after making sure that it is drawn alike in whatever pieces it comes. */
export function drawAnyWay(text: string): string {
	const html = toHtml(readAtOnce(text));
	for (const length of PIECES) {
		const pieces = text.match(new RegExp(`.{1,${length}}`, 'gs')) ?? [];
		if (toHtml(readStreamed(pieces)) !== html) {
			throw new Error(`In pieces of ${length} it is drawn otherwise: ${JSON.stringify(text)}`);
		}
	}
	return normalHtml(html);
}

/** The letters and digits that are drawn of a text, in their order. */
export function lettersOf(text: string): string {
	const { body } = new DOMParser().parseFromString(toHtml(readAtOnce(text)), 'text/html');
	for (const added of body.querySelectorAll('.md-code-head, .md-host')) added.remove();
	return justLetters(body.textContent);
}

export function justLetters(text: string): string {
	return text.replace(/[^\p{L}\p{N}]/gu, '');
}
