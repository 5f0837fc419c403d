import type { Tokens } from 'marked';
import type { Block, CodeBlock, List, Table } from '../read/blocks.ts';
import type { BlockToken } from '../read/lex-blocks.ts';
import { createFenceNest, type FenceLine, isMarkdownInfo, MAX_FENCE_LINE } from '../read/nested-fence.ts';
import { extendSpans, readLanguage } from '../read/read-code.ts';

/** A list or table is cut when it has this many items or rows; the last two stay unsettled. */
const CUT_AT = 6;
const KEPT = 2;

/** The settled items or rows of a list or table that still grows at the end of the text. */
export interface Cut {
	settled: BlockToken;
	/** How many items or rows these are, and the length of their source. */
	count: number;
	length: number;
	/** What must be put before the rest so that it reads as a continuation: the head of a table. */
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

/** A list or table without its first items or rows. The rest is compared with it. */
export function dropFirst(block: Block, count: number): Block {
	if (block.type === 'list') return { ...block, items: block.items.slice(count) };
	return block.type === 'table' ? { ...block, rows: block.rows.slice(count) } : block;
}

/** A list or table joined with what was read behind it. Null when that is something else. */
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

/** The offset just behind the first `count` lines. */
function lineEnd(text: string, count: number): number {
	let end = 0;
	for (let line = 0; line < count; line += 1) end = text.indexOf('\n', end) + 1;
	return end;
}

/** A code fence that has not been closed yet: its lines are appended, not read. */
export interface OpenFence {
	/** Returns what follows the closing line, or null while the fence is open. */
	feed(text: string): string | null;
	/** The block as far as it has come. It has no source: at the end it is compared by what it holds. */
	read(): CodeBlock;
}

/** The opening line of a fence that is not indented. An indented fence takes its indentation off each of its lines. */
const OPENER = /^(`{3,}|~{3,})([^\n]*)\n/;

/**
 * Follows the lines of a fence. Null if `source` is no fence, or one that has been closed.
 *
 * @param token what marked made of `source`
 */
export function openFence(source: string, token: Tokens.Code): OpenFence | null {
	const opener = OPENER.exec(source);
	const marker = opener?.[1];
	if (!opener || marker === undefined || token.codeBlockStyle) return null;
	// marked takes a line for the closing one only if nothing but spaces follows its marker.
	const closer = new RegExp(`^ {0,3}\\${marker.charAt(0)}{${marker.length},} *$`);
	const mayClose = new RegExp(`^ {0,3}\\${marker.charAt(0)}* *$`);
	const language = readLanguage(token);
	const nest = isMarkdownInfo(opener[2] ?? '') ? createFenceNest(marker, true) : null;
	let spans: readonly string[] = [];
	/** The start of a line that may become the closing one. It is shown only when it is clear that it is not. */
	let held = '';
	/** The start of an unfinished line, as far as it has been added to the spans. */
	let shown = '';

	const fence: OpenFence = {
		feed(text) {
			const code = held + text;
			let start = 0;
			for (let end = code.indexOf('\n'); end >= 0; end = code.indexOf('\n', start)) {
				const kind = takeLine(shown + code.slice(start, end), code.slice(end + 1));
				if (kind === 'undecided') return keep(code.slice(0, start), code.slice(start));
				if (kind === 'end') {
					keep(code.slice(0, start), '');
					return code.slice(end + 1);
				}
				shown = '';
				start = end + 1;
			}
			const line = code.slice(start);
			if (shown === '' && mayClose.test(line)) return keep(code.slice(0, start), line);
			if (shown.length < MAX_FENCE_LINE) shown = (shown + line).slice(0, MAX_FENCE_LINE);
			return keep(code, '');
		},
		read: () => ({ type: 'code', raw: '', isProvisional: true, language, spans, isSettled: false }),
	};

	function takeLine(line: string, after: string): FenceLine {
		if (nest) return nest.take(line, after);
		return closer.test(line) ? 'end' : 'inside';
	}

	function keep(code: string, start: string): null {
		spans = extendSpans(spans, code);
		held = start;
		return null;
	}

	return fence.feed(source.slice(opener[0].length)) === null ? fence : null;
}
