import type { Tokens } from 'marked';
import type {
	Block,
	Formula,
	Heading,
	List,
	ListItem,
	MathBlock,
	Paragraph,
	PlainBlock,
	Quote,
} from './blocks.ts';
import { type BlockToken, isKnown } from './lex-blocks.ts';
import type { MathToken } from './lex-math.ts';
import { MAX_INLINE_LENGTH } from './limits.ts';
import { extendSpans, readCode } from './read-code.ts';
import { isSameContent, type Reading, readText } from './read-inline.ts';
import { readTable } from './read-table.ts';

/**
 * Reads the tokens that are drawn into blocks; some tokens are not drawn. Blocks that did not change are the previous
 * objects.
 */
export function readBlocks(
	tokens: readonly BlockToken[],
	previous: readonly Block[],
	reading: Reading,
): Block[] {
	const drawn = tokens.filter(isDrawn);
	return drawn.map((token, index) => {
		const isLast = index === drawn.length - 1;
		return readBlock(token, previous[index], isLast ? reading : { ...reading, isGrowing: false });
	});
}

export function isDrawn(token: BlockToken): boolean {
	return token.type !== 'space' && token.type !== 'def' && token.type !== 'checkbox';
}

/** Reads one block. It is the previous object when the source is the same and reads the same. */
export function readBlock(token: BlockToken, previous: Block | undefined, reading: Reading): Block {
	if (previous && canKeep(token, previous, reading)) return previous;
	switch (token.type) {
		case 'heading':
			return readHeading(token, previous, reading);
		case 'code':
			return readCode(token, previous, reading.isSettled);
		case 'blockquote':
			return readQuote(token, previous, reading);
		case 'list':
			return readList(token, previous, reading);
		case 'table':
			return readTable(token, previous, reading);
		case 'hr':
			return { type: 'rule', raw: token.raw, isProvisional: false };
		case 'math-block':
			return readMath(token, previous, reading);
		case 'paragraph':
		case 'text':
			return isTooLong(token) ? readPlain(token) : readParagraph(token, previous, reading);
		default:
			return readPlain(token);
	}
}

const TYPES: Partial<Record<BlockToken['type'], Block['type']>> = {
	heading: 'heading',
	code: 'code',
	blockquote: 'quote',
	list: 'list',
	table: 'table',
	hr: 'rule',
	'math-block': 'math',
	paragraph: 'paragraph',
	text: 'paragraph',
};

function canKeep(token: BlockToken, previous: Block, reading: Reading): boolean {
	if (previous.raw !== token.raw || previous.isProvisional) return false;
	if (reading.hasNewLinks && token.raw.includes('[')) return false;
	return previous.type === (isTooLong(token) ? 'plain' : (TYPES[token.type] ?? 'plain'));
}

/** One element with all of it would be laid out as a whole at each change; spans of plain text are not. */
function isTooLong(token: BlockToken): boolean {
	return (token.type === 'paragraph' || token.type === 'text') && token.text.length > MAX_INLINE_LENGTH;
}

function readParagraph(
	token: Tokens.Paragraph | Tokens.Text,
	previous: Block | undefined,
	reading: Reading,
): Paragraph {
	const { content, isProvisional } = readText(token.text, reading);
	const block: Paragraph = { type: 'paragraph', raw: token.raw, isProvisional, content };
	return previous?.type === 'paragraph' && canStay(previous, block) ? previous : block;
}

function readHeading(token: Tokens.Heading, previous: Block | undefined, reading: Reading): Heading {
	const { content, isProvisional } = readText(token.text, reading);
	const block: Heading = { type: 'heading', raw: token.raw, isProvisional, level: token.depth, content };
	const isSame = previous?.type === 'heading' && previous.level === block.level && canStay(previous, block);
	return isSame ? previous : block;
}

/**
 * Whether a block was read again with the same result. One that was not provisional, and now is, must be replaced:
 * otherwise it would be kept for good.
 */
function canStay<T extends Paragraph | Heading>(previous: T, block: T): boolean {
	return (previous.isProvisional || !block.isProvisional) && isSameContent(previous.content, block.content);
}

function readQuote(token: Tokens.Blockquote, previous: Block | undefined, reading: Reading): Quote {
	const old = previous?.type === 'quote' ? previous.blocks : [];
	const blocks = readBlocks(token.tokens.filter(isKnown<BlockToken>), old, reading);
	return {
		type: 'quote',
		raw: token.raw,
		isProvisional: blocks.some((block) => block.isProvisional),
		blocks,
	};
}

function readMath({ raw, tex }: MathToken, previous: Block | undefined, { isSettled }: Reading): MathBlock {
	const content: Formula = { type: 'math', tex, source: raw.trim(), isDisplay: true, isSettled };
	if (previous?.type === 'math' && isSameContent([previous.content], [content])) return previous;
	return { type: 'math', raw, isProvisional: !isSettled, content };
}

function readPlain(token: BlockToken): PlainBlock {
	return { type: 'plain', raw: token.raw, isProvisional: false, spans: extendSpans([], token.raw.trimEnd()) };
}

/** A list whose unchanged items are the previous objects. It is the previous list itself when nothing has changed. */
function readList(token: Tokens.List, previous: Block | undefined, reading: Reading): List {
	const old = previous?.type === 'list' ? previous : null;
	const last = token.items.length - 1;
	const items = token.items.map((item, index) =>
		readItem(item, old?.items[index], index === last ? reading : { ...reading, isGrowing: false }),
	);
	const start = typeof token.start === 'number' ? token.start : null;
	const list: List = {
		type: 'list',
		raw: token.raw,
		isProvisional: items.some((item) => item.isProvisional),
		start,
		isLoose: token.loose,
		items,
	};
	return old && isSameList(old, list) ? old : list;
}

function isSameList(left: List, right: List): boolean {
	return (
		left.start === right.start &&
		left.isLoose === right.isLoose &&
		left.isProvisional === right.isProvisional &&
		left.items.length === right.items.length &&
		left.items.every((item, index) => item === right.items[index])
	);
}

function readItem(token: Tokens.ListItem, previous: ListItem | undefined, reading: Reading): ListItem {
	// When the next item comes, the blank line between the two is added to the source of this one. It changes nothing
	// in the item.
	const raw = token.raw.trimEnd();
	const isChecked = token.task ? token.checked === true : null;
	if (
		previous &&
		previous.raw === raw &&
		!previous.isProvisional &&
		!(reading.hasNewLinks && raw.includes('['))
	) {
		return previous;
	}
	const blocks = readBlocks(token.tokens.filter(isKnown<BlockToken>), previous?.blocks ?? [], reading);
	return { raw, isProvisional: blocks.some((block) => block.isProvisional), isChecked, blocks };
}
