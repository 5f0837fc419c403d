import { memo } from 'react';
import { BlockView } from './block-view.tsx';
import type { Block } from './blocks.ts';
import { drawEach } from './draw-each.ts';
import { guessHeight } from './guess-height.ts';

/** Up to 16 blocks, drawn again only when one of them is another object. */
export const BlockGroup = memo(function BlockGroup({ blocks }: { blocks: readonly Block[] }) {
	return (
		<div className="md-group" style={{ containIntrinsicBlockSize: `auto ${guessHeight(blocks)}px` }}>
			{drawEach(blocks, (block, place) => (
				<BlockView key={place} block={block} />
			))}
		</div>
	);
});
