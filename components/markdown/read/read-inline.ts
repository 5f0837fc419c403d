import type { Lexer, MarkedToken, Token, Tokens } from 'marked';
import type { Inline, Link } from './blocks.ts';
import { closeInline } from './close-inline.ts';
import { decodeReferences } from './decode-references.ts';
import { type HiddenMath, hideMath } from './hide-math.ts';
import { isKnown } from './lex-blocks.ts';
import { MAX_DELIMITERS, MAX_INLINE_DEPTH, MAX_INLINE_LENGTH } from './limits.ts';
import { safeUrl, shownHost } from './safe-url.ts';

export interface Reading {
	getLexer: () => Lexer;
	/** True if no text to come can change this one: formulas may be drawn, and code coloured. */
	isSettled: boolean;
	/** True if the text still grows at the end of this very block. */
	isGrowing: boolean;
	/**
	 * True if the definitions of links may differ from those of the last reading, so that texts that refer to one are
	 * read again.
	 */
	hasNewLinks: boolean;
	/** True in a table cell. There `<br>` breaks the line, since nothing else can. */
	isCell?: boolean;
}

/** Reads the inline text of one block. While it grows, what is open at its end is closed. */
export function readText(text: string, reading: Reading): ReadInline & { isProvisional: boolean } {
	if (text !== '' && isPlain(text)) return { content: [text], hasMath: false, isProvisional: false };
	const closed = reading.isGrowing ? closeInline(text) : text;
	const inline = readInline(closed, reading);
	const isWaiting = inline.hasMath && !reading.isSettled;
	return { ...inline, isProvisional: isWaiting || closed !== text || refersToNewLinks(text, reading) };
}

function refersToNewLinks(text: string, reading: Reading): boolean {
	return reading.hasNewLinks && !reading.isSettled && text.includes('[');
}

/** Whether two texts are drawn alike. */
export function isSameContent(left: readonly Inline[], right: readonly Inline[]): boolean {
	return left.length === right.length && left.every((inline, index) => isSame(inline, right[index]));
}

function isSame(left: Inline, right: Inline | undefined): boolean {
	if (left === right) return true;
	if (typeof left === 'string' || right === undefined || typeof right === 'string') return false;
	switch (left.type) {
		case 'strong':
		case 'emphasis':
		case 'strikethrough':
			return right.type === left.type && isSameContent(left.children, right.children);
		case 'code':
			return right.type === 'code' && right.text === left.text;
		case 'break':
			return right.type === 'break';
		case 'math':
			return right.type === 'math' && right.source === left.source && right.isSettled === left.isSettled;
		case 'link':
			return (
				right.type === 'link' &&
				right.href === left.href &&
				right.title === left.title &&
				right.isImage === left.isImage &&
				right.host === left.host &&
				isSameContent(left.children, right.children)
			);
	}
}

interface InlineReading {
	getLexer: () => Lexer;
	isSettled: boolean;
	/** True in a table cell. There `<br>` breaks the line, since nothing else can. */
	isCell?: boolean;
}

interface ReadInline {
	content: Inline[];
	hasMath: boolean;
}

interface Context {
	math: HiddenMath;
	reading: InlineReading;
	isInLink: boolean;
	depth: number;
}

/** Reads the text of a paragraph, a heading or a cell. What is too long, or makes marked fail, is plain text. */
export function readInline(text: string, reading: InlineReading): ReadInline {
	if (isTooMuch(text)) return { content: [text], hasMath: false };
	const math = hideMath(text);
	try {
		// A raw `<pre>` or `<a>` that the block before has left open would change how this one reads.
		const lexer = reading.getLexer();
		Object.assign(lexer.state, { inLink: false, inRawBlock: false });
		const tokens = lexer.inlineTokens(math.text);
		const content = readTokens(tokens, { math, reading, isInLink: false, depth: 0 });
		return { content, hasMath: math.hasMath };
	} catch (error) {
		console.warn('Drawn as plain text:', error);
		return { content: [text], hasMath: false };
	}
}

function isTooMuch(text: string): boolean {
	if (text.length <= MAX_DELIMITERS) return false;
	return text.length > MAX_INLINE_LENGTH || (text.match(/[*_~[\\$<]/g)?.length ?? 0) > MAX_DELIMITERS;
}

function readTokens(tokens: readonly Token[], context: Context): Inline[] {
	const content: Inline[] = [];
	for (const token of tokens) {
		if (!isKnown<MarkedToken>(token)) continue;
		for (const inline of readToken(token, context)) {
			const last = content.at(-1);
			if (typeof inline === 'string' && typeof last === 'string') content[content.length - 1] = last + inline;
			else content.push(inline);
		}
	}
	return content;
}

function readToken(token: MarkedToken, context: Context): Inline[] {
	const { math, reading } = context;
	if (context.depth >= MAX_INLINE_DEPTH) return [math.restore(token.raw)];
	switch (token.type) {
		case 'text':
			return math.split(decodeReferences(token.raw), reading.isSettled);
		case 'escape':
			return [token.text];
		case 'strong':
			return [{ type: 'strong', children: readChildren(token.tokens, context) }];
		case 'em':
			return [{ type: 'emphasis', children: readChildren(token.tokens, context) }];
		case 'del':
			return [{ type: 'strikethrough', children: readChildren(token.tokens, context) }];
		case 'codespan':
			return [{ type: 'code', text: math.restore(token.text) }];
		case 'br':
			return [{ type: 'break' }];
		case 'html':
			if (reading.isCell && /^<br\s*\/?>$/i.test(token.raw)) return [{ type: 'break' }];
			return [math.restore(token.raw)];
		case 'link':
		case 'image':
			return readLink(token, context);
		default:
			return [math.restore(token.raw)];
	}
}

function readChildren(tokens: readonly Token[], context: Context): Inline[] {
	return readTokens(tokens, { ...context, depth: context.depth + 1 });
}

/** An image is a link with its alternative text: nothing is fetched before the reader asks for it. */
function readLink(token: Tokens.Link | Tokens.Image, context: Context): Inline[] {
	const isImage = token.type === 'image';
	const inside = readChildren(token.tokens, { ...context, isInLink: true });
	const isAutolink = token.type === 'link' && token.autolink === true;
	const destination = context.math.restore(token.href);
	const href = safeUrl(isAutolink ? destination : decodeReferences(destination));
	const text = isAutolink ? context.math.restore(token.text) : plainText(inside);
	const children = isImage || isAutolink ? [text] : inside;
	if (href === null || context.isInLink) return children;
	const title = token.title ? decodeReferences(context.math.restore(token.title)) : null;
	const link: Link = { type: 'link', href, title, isImage, host: shownHost(text, href), children };
	if (isImage && text === '') link.children = [href];
	return [link];
}

/** Any mark has at least one of these characters; a bare address has a colon, an `@` or `www`. */
const SIGN_OF_MARKS = /[\\`*_~[\]<&$\n:@]|www/i;

/** Whether a text holds no mark and cannot be the beginning of one: it stands for itself, and need not be read. */
export function isPlain(text: string): boolean {
	return !SIGN_OF_MARKS.test(text);
}

/** The words of the content alone, as an image's alternative text has them. */
function plainText(content: readonly Inline[]): string {
	return content.map(textOf).join('');
}

function textOf(inline: Inline): string {
	if (typeof inline === 'string') return inline;
	switch (inline.type) {
		case 'strong':
		case 'emphasis':
		case 'strikethrough':
		case 'link':
			return plainText(inline.children);
		case 'code':
			return inline.text;
		case 'math':
			return inline.source;
		case 'break':
			return '\n';
	}
}
