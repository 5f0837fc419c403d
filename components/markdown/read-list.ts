import type { Tokens } from 'marked';
import type { Block, List, ListItem } from './blocks.ts';
import { type BlockToken, isKnown } from './lex-blocks.ts';
import { type Reading, readBlocks } from './read-block.ts';

/** A list whose unchanged items are the previous ones; the previous list, when nothing changed at all. */
export function readList(token: Tokens.List, previous: Block | undefined, reading: Reading): List {
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
	// An item's source grows by the blank line after it when the next one comes: that changes nothing in it.
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
