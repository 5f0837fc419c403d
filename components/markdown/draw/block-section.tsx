import { memo } from 'react';
import { drawEach } from '../../ui/draw-each.ts';
import { type Block, type Groups, isSameGroup } from '../read/blocks.ts';
import { BlockView } from './block-view.tsx';

/** Up to 16 groups, drawn again only when one of them is another object. */
export const BlockSection = memo(
	function BlockSection({ groups }: { groups: Groups<Block> }) {
		const height = groups.reduce((sum, blocks) => sum + guessHeight(blocks), 0);
		return (
			<div className="md-section" style={{ containIntrinsicBlockSize: `auto ${height}px` }}>
				{drawEach(groups, (blocks, place) => (
					<BlockGroup key={place} blocks={blocks} />
				))}
			</div>
		);
	},
	(before, after) => isSameGroup(before.groups, after.groups),
);

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

/** About how high blocks are before they have ever been drawn, in pixels, by steps: each change of a style costs something. */
function guessHeight(blocks: readonly Block[]): number {
	const length = blocks.reduce((sum, block) => sum + block.raw.length, 0);
	const height = blocks.length * 14 + length * 0.5;
	return Math.ceil(height / 250) * 250;
}
