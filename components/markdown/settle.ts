import type { BlockToken } from './lex-blocks.ts';
import { isDrawn } from './read-block.ts';

/** Blocks that must follow before one counts as settled. */
const BLOCKS_AFTER = 2;

/**
 * How many of the tail's tokens no text to come can change: up to the last block that ends in a blank line and
 * has two blocks after it.
 */
export function countSettled(tokens: readonly BlockToken[]): number {
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
