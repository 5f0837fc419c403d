import type { Block, List, Table } from './blocks.ts';
import type { BlockToken } from './lex-blocks.ts';

/** A list or table is cut when it has this many items or rows; the last two stay unsettled. */
const CUT_AT = 6;
const KEPT = 2;

/** The settled items or rows of a list or table that still grows at the end of the text. */
export interface Cut {
	settled: BlockToken;
	/** How many items or rows that are, and the length of their source. */
	count: number;
	length: number;
	/** What must stand before the rest to make it read as a continuation: a table's head. */
	prefix: string;
}

/** Cuts the tail's last block, so that only its last items or rows are read again. Null when it is short. */
export function cutContainer(token: BlockToken): Cut | null {
	if (token.type === 'list' && token.items.length >= CUT_AT) {
		const items = token.items.slice(0, -KEPT);
		const raw = items.map((item) => item.raw).join('');
		return { settled: { ...token, raw, items }, count: items.length, length: raw.length, prefix: '' };
	}
	if (token.type === 'table' && token.rows.length >= CUT_AT) {
		const rows = token.rows.slice(0, -KEPT);
		const length = lineEnd(token.raw, rows.length + 2);
		const raw = token.raw.slice(0, length);
		return {
			settled: { ...token, raw, rows },
			count: rows.length,
			length,
			prefix: raw.slice(0, lineEnd(raw, 2)),
		};
	}
	return null;
}

/** A list or table without its first items or rows: what the rest is compared with. */
export function dropFirst(block: Block, count: number): Block {
	if (block.type === 'list') return { ...block, items: block.items.slice(count) };
	return block.type === 'table' ? { ...block, rows: block.rows.slice(count) } : block;
}

/** A list or table and what was read behind it, as one. Null when the latter is something else. */
export function joinContainer(block: Block, more: Block): List | Table | null {
	const raw = block.raw + more.raw;
	if (block.type === 'list' && more.type === 'list' && (block.start === null) === (more.start === null)) {
		const isLoose = block.isLoose || more.isLoose;
		return {
			...block,
			raw,
			isLoose,
			isProvisional: more.isProvisional,
			items: [...block.items, ...more.items],
		};
	}
	if (block.type === 'table' && more.type === 'table') {
		return { ...block, raw, isProvisional: more.isProvisional, rows: [...block.rows, ...more.rows] };
	}
	return null;
}

/** Past the end of the first `count` lines. */
function lineEnd(text: string, count: number): number {
	let end = 0;
	for (let line = 0; line < count; line += 1) end = text.indexOf('\n', end) + 1;
	return end;
}
