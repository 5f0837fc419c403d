import type { Block } from './blocks.ts';

/** About how high blocks are before they have ever been drawn, in pixels, by steps: each change of a style costs something. */
export function guessHeight(blocks: readonly Block[]): number {
	const length = blocks.reduce((sum, block) => sum + block.raw.length, 0);
	const height = blocks.length * 14 + length * 0.5;
	return Math.ceil(height / 250) * 250;
}
