import { Lexer, type Links, type MarkedToken, type Token } from 'marked';
import { createMathExtension, type MathToken } from './lex-math.ts';
import { MAX_LINE_LENGTH } from './limits.ts';
import { AnswerTokenizer } from './tokenizer.ts';

export interface Part {
	text: string;
	isLong: boolean;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/**
 * Cuts out the lines that are longer than `limit`, code fences excepted, which read lines of any length.
 * The parts together are the source.
 */
export function splitLongLines(source: string, limit: number): Part[] {
	if (!hasLongLine(source, limit)) return [{ text: source, isLong: false }];
	const parts: Part[] = [];
	let fence = '';
	let partStart = 0;
	for (let start = 0; start < source.length; ) {
		const end = lineEnd(source, start);
		const marker = FENCE.exec(source.slice(start, Math.min(end, start + 200)))?.[1];
		if (fence === '' && end - start > limit) {
			if (start > partStart) parts.push({ text: source.slice(partStart, start), isLong: false });
			parts.push({ text: source.slice(start, end), isLong: true });
			partStart = end;
		} else if (marker !== undefined) {
			if (fence === '') fence = marker;
			else if (marker.startsWith(fence)) fence = '';
		}
		start = end;
	}
	if (partStart < source.length) parts.push({ text: source.slice(partStart), isLong: false });
	return parts;
}

function hasLongLine(source: string, limit: number): boolean {
	if (source.length <= limit) return false;
	for (let start = 0; start < source.length; ) {
		const end = lineEnd(source, start);
		if (end - start > limit) return true;
		start = end;
	}
	return false;
}

/** The offset behind the line that begins at `start`, including its line end. */
function lineEnd(source: string, start: number): number {
	const index = source.indexOf('\n', start);
	return index < 0 ? source.length : index + 1;
}

/** A piece of source that is not read at all. */
interface PlainToken {
	type: 'plain';
	raw: string;
}

export type BlockToken = MarkedToken | MathToken | PlainToken;

export interface Lexed {
	tokens: BlockToken[];
	/**
	 * Gives the lexer, which knows the definitions and reads the inline texts of the tokens. It is made when it is
	 * first needed.
	 */
	getLexer: () => Lexer;
	/** True if `source` defines links that were not known before. */
	hasNewLinks: boolean;
}

const NAMES = new Set(
	(
		'blockquote br checkbox code codespan def del em escape heading hr html image link list list_item ' +
		'paragraph space strong table text math-block'
	).split(' '),
);

/** marked's tokens and our own. marked's type for tokens of unknown extensions is left out: there are none. */
export function isKnown<T extends BlockToken>(token: Token | T): token is T {
	return NAMES.has(token.type);
}

/**
 * Reads blocks, without the inline texts in them.
 *
 * @param links definitions known before; those in `source` are added to the lexer's own
 * @param isGrowing more text will come
 */
export function lexBlocks(source: string, links: Links = {}, isGrowing = false): Lexed {
	let lexer: Lexer | null = null;
	const getLexer = (): Lexer => {
		lexer ??= createLexer(links, isGrowing);
		return lexer;
	};
	const tokens: BlockToken[] = [];
	for (const part of splitLongLines(source, MAX_LINE_LENGTH)) {
		if (part.isLong) tokens.push({ type: 'plain', raw: part.text });
		else tokens.push(...lexPart(getLexer, part.text));
	}
	// A plain line needs no lexer, and defines no links.
	const known = Object.keys(links).length;
	return { tokens, getLexer, hasNewLinks: countLinks(lexer) > known };
}

/** A text that begins with a letter and has no second line is a paragraph, whatever else is in it. Most tails are that. */
const ONE_LINE = /^\p{L}[^\n]*$/u;

/** One failure inside marked costs the reader the formatting of a part, never its text. */
function lexPart(getLexer: () => Lexer, source: string): BlockToken[] {
	if (ONE_LINE.test(source)) return [{ type: 'paragraph', raw: source, text: source, tokens: [] }];
	try {
		return getLexer()
			.blockTokens(source)
			.filter(isKnown<BlockToken>);
	} catch (error) {
		console.warn('Drawn as plain text:', error);
		return [{ type: 'plain', raw: source }];
	}
}

function countLinks(lexer: Lexer | null): number {
	return lexer === null ? 0 : Object.keys(lexer.tokens.links).length;
}

function createLexer(links: Links, isGrowing: boolean): Lexer {
	const math = createMathExtension(isGrowing);
	const lexer = new Lexer({
		gfm: true,
		tokenizer: new AnswerTokenizer(isGrowing),
		extensions: { block: [math.tokenize], startBlock: [math.start], renderers: {}, childTokens: {} },
	});
	Object.assign(lexer.tokens.links, links);
	// marked has put these texts off for a second pass. They are read later, block by block, by our own code.
	lexer.inlineQueue = [];
	return lexer;
}
