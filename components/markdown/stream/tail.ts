import type { Links } from 'marked';
import type { Block } from '../read/blocks.ts';
import { type BlockToken, lexBlocks } from '../read/lex-blocks.ts';
import { isDrawn, readBlock, readBlocks } from '../read/read-block.ts';
import type { Reading } from '../read/read-inline.ts';
import { cutContainer, dropFirst, joinContainer, type OpenFence, openFence } from './open-block.ts';

/**
 * A longer tail is read again only when it has grown by a 128th of its length. If each piece had it read again, the work
 * for a huge block would grow with the square of its length.
 */
const READ_EACH_TIME = 8192;
const GROWTH = 128;

/** The end of a growing text, which is read again and again, and the blocks that no text to come can change. */
export interface Tail {
	append(text: string): void;
	/** Reads what has come. Returns false when that was too little to be worth reading. */
	read(): boolean;
	readonly settled: readonly Block[];
	readonly live: readonly Block[];
	/** How many UTF-16 code units the lexer was given so far. This is the work done. */
	readonly lexedLength: number;
}

/** @param previous what is drawn now: a block that reads the same stays the same object */
export function createTail(previous: readonly Block[] = []): Tail {
	const settled: Block[] = [];
	let links: Links = {};
	/** The text from the first unsettled character on. */
	let source = '';
	let pending = '';
	let live = previous;
	let fence: OpenFence | null = null;
	/** The settled part of the list or table that the tail continues. */
	let container: { block: Block; prefix: string } | null = null;
	let joined: { start: Block; more: Block; block: Block } | null = null;
	let lexedLength = 0;

	return {
		append(text) {
			pending += text;
		},
		read() {
			const isTooLittle = source.length > READ_EACH_TIME && pending.length * GROWTH < source.length;
			if (pending === '' || isTooLittle) return false;
			const text = pending;
			pending = '';
			if (fence) feed(fence, text);
			else readSource(source + text);
			return true;
		},
		settled,
		get live() {
			const [first, ...rest] = live;
			if (!container) return live;
			return first ? [...join(first), ...rest] : [container.block];
		},
		get lexedLength() {
			return lexedLength;
		},
	};

	function feed(open: OpenFence, text: string) {
		const rest = open.feed(text);
		live = [open.read()];
		if (rest === null) return;
		settled.push({ ...open.read(), isProvisional: false, isSettled: true });
		[fence, live] = [null, []];
		readSource(rest);
	}

	function readSource(text: string) {
		source = text;
		const prefix = container?.prefix ?? '';
		const { tokens, getLexer, hasNewLinks } = lexBlocks(
			prefix + source.slice(0, shownLength(source)),
			links,
			true,
		);
		lexedLength += prefix.length + source.length;
		const growing: Reading = { getLexer, hasNewLinks, isSettled: false, isGrowing: true };
		const still: Reading = { ...growing, isSettled: true, isGrowing: false };

		const lastIndex = tokens.findLastIndex(isDrawn);
		const last = tokens[lastIndex];
		const offset = lengthOf(tokens.slice(0, lastIndex)) - prefix.length;
		fence = last?.type === 'code' ? openFence(source.slice(Math.max(0, offset)), last) : null;
		const cut = last?.type === 'list' || last?.type === 'table' ? cutContainer(last) : null;
		const count = fence || cut ? lastIndex : countSettled(tokens);

		settle(tokens.slice(0, count), prefix, still);
		if (fence) {
			[source, live] = ['', [fence.read()]];
		} else if (cut) {
			const old = live[0];
			const head = readBlock(cut.settled, old, still);
			const [block = head, ...others] = join(head).reverse();
			settled.push(...others);
			source = source.slice(cut.length - (container?.prefix.length ?? 0));
			container = { block, prefix: cut.prefix };
			live = old ? [dropFirst(old, cut.count)] : [];
			readSource(source);
		} else {
			live = readBlocks(tokens.slice(count), live, growing);
		}
	}

	/** Moves the first tokens out of the tail. The links that they define are known to all text behind them. */
	function settle(tokens: readonly BlockToken[], prefix: string, reading: Reading) {
		if (tokens.length === 0) return;
		const blocks = readBlocks(tokens, live, reading);
		const [first, ...rest] = blocks;
		if (first) settled.push(...join(first), ...rest);
		source = source.slice(lengthOf(tokens) - prefix.length);
		live = live.slice(blocks.length);
		container = null;
		for (const token of tokens) {
			if (token.type === 'def') links = { [token.tag]: { href: token.href, title: token.title }, ...links };
		}
	}

	/** The container and what follows it as one block. It is the same object as long as nothing was added. */
	function join(more: Block): Block[] {
		if (!container) return [more];
		if (joined?.more === more && joined.start === container.block) return [joined.block];
		const block = joinContainer(container.block, more);
		if (!block) return [container.block, more];
		joined = { start: container.block, more, block };
		return [block];
	}
}

function lengthOf(tokens: readonly BlockToken[]): number {
	return tokens.reduce((sum, token) => sum + token.raw.length, 0);
}

/** How many blocks must follow before a block counts as settled. */
const BLOCKS_AFTER = 2;

/**
 * How many of the tail's tokens can no longer change, whatever text comes: all up to the last block that ends in a blank
 * line and has two blocks after it.
 */
function countSettled(tokens: readonly BlockToken[]): number {
	let after = 0;
	for (let index = tokens.length - 1; index >= 0; index -= 1) {
		const token = tokens[index];
		if (!token) continue;
		const isSettled = after >= BLOCKS_AFTER && isDrawn(token) && endsBlank(token, tokens[index + 1]);
		if (isSettled) return tokens[index + 1]?.type === 'space' ? index + 2 : index + 1;
		if (isDrawn(token)) after += 1;
	}
	return 0;
}

function endsBlank(token: BlockToken, next: BlockToken | undefined): boolean {
	return next?.type === 'space' || /\n[ \t]*\n$/.test(token.raw.slice(-80));
}

/** The beginning of a line that may become a marker: the underline of a heading, a bullet, a fence, a list's number. */
const MARKER = /^[ \t>]*(?:[-=*+_~`#|]{1,12}|\d{1,9}[.)]?)[ \t]*$/;

/**
 * How much of a growing text can be shown without guessing. A line that is nothing but a marker so far waits for what
 * follows it: `text\n-` would be a heading for a moment, before it is a list.
 */
function shownLength(text: string): number {
	const lineStart = text.lastIndexOf('\n') + 1;
	if (lineStart === 0 || text.length - lineStart > 40) return text.length;
	return MARKER.test(text.slice(lineStart)) ? lineStart : text.length;
}
