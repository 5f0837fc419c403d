import { memo } from 'react';
import { BlockGroup } from './block-group.tsx';
import type { Block, Groups } from './blocks.ts';
import { drawEach } from './draw-each.ts';
import { guessHeight } from './guess-height.ts';
import { isSameGroup } from './regroup.ts';

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
