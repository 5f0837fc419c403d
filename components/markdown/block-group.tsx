import { memo } from 'react';
import { BlockView } from './block-view.tsx';
import type { Block } from './blocks.ts';
import { drawEach } from './draw-each.ts';

/** Up to 32 blocks, drawn again only when one of them is another object. */
export const BlockGroup = memo(function BlockGroup({ blocks }: { blocks: readonly Block[] }) {
	return (
		<div className="md-group" style={{ containIntrinsicBlockSize: `auto ${guessHeight(blocks)}px` }}>
			{drawEach(blocks, (block, place) => (
				<BlockView key={place} block={block} />
			))}
		</div>
	);
});

/** About how high a group is before it has ever been drawn, in steps: each change of a style costs something. */
function guessHeight(blocks: readonly Block[]): number {
	const length = blocks.reduce((sum, block) => sum + block.raw.length, 0);
	const height = blocks.length * 14 + length * 0.5;
	return Math.ceil(height / 250) * 250;
}
