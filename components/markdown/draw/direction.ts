import type { Block, Inline, List, Quote, Table } from '../read/blocks.ts';

/** The first character with a direction of its own: a letter, or one of the two marks. */
const STRONG = /[\p{L}\u200E\u200F]/u;
/** The scripts written from right to left, Hebrew, Arabic, Thaana, NKo, Adlam and others, and the mark for it. */
const RIGHT_TO_LEFT =
	/[\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * How many characters, and how many pieces of text, are looked at. A block that grows is looked at each time it is
 * drawn.
 */
const LIMIT = 500;

/**
 * The class that gives a list, a quote or a table the direction of its text. `dir="auto"` cannot do that: it ignores
 * elements that have a `dir` themselves, and here every part has one.
 *
 * @returns undefined where no text tells; the direction is then that of the surroundings
 */
export function directionClass(block: List | Quote | Table): 'md-rtl' | 'md-ltr' | undefined {
	let left = LIMIT;
	for (const text of textsInBlock(block)) {
		const strong = STRONG.exec(text.slice(0, left));
		if (strong) return RIGHT_TO_LEFT.test(strong[0]) ? 'md-rtl' : 'md-ltr';
		left -= text.length + 1;
		if (left <= 0) break;
	}
	return undefined;
}

/** Code and formulas are left out: they read from left to right in every language. */
function* textsInBlock(block: Block): Generator<string> {
	switch (block.type) {
		case 'paragraph':
		case 'heading':
			yield* textsIn(block.content);
			break;
		case 'quote':
			for (const inner of block.blocks) yield* textsInBlock(inner);
			break;
		case 'list':
			for (const { blocks } of block.items) for (const inner of blocks) yield* textsInBlock(inner);
			break;
		case 'table':
			for (const { cells } of [block.header, ...block.rows]) for (const cell of cells) yield* textsIn(cell);
			break;
		case 'plain':
			yield* block.spans;
			break;
		default:
			// A part without words still counts, so that the search ends even if there are many of them.
			yield '';
	}
}

function* textsIn(content: readonly Inline[]): Generator<string> {
	for (const inline of content) {
		if (typeof inline === 'string') yield inline;
		else if ('children' in inline) yield* textsIn(inline.children);
		else yield '';
	}
}
