import { memo } from 'react';
import { BlockView } from './block-view.tsx';
import type { List, ListItem } from './blocks.ts';
import { drawEach } from './draw-each.ts';
import { drawInline } from './draw-inline.tsx';
import { useGradual } from './use-gradual.ts';

const ITEMS_A_FRAME = 500;

export function ListView({ list }: { list: List }) {
	const count = useGradual(list.items.length, ITEMS_A_FRAME);
	const items = drawEach(list.items.slice(0, count), (item, place) => (
		<ListItemView key={place} item={item} isLoose={list.isLoose} />
	));
	const className = list.isLoose ? 'md-block md-loose' : 'md-block';
	if (list.start === null) {
		return (
			<ul className={className} dir="auto">
				{items}
			</ul>
		);
	}
	return (
		<ol className={className} dir="auto" start={list.start === 1 ? undefined : list.start}>
			{items}
		</ol>
	);
}

const ListItemView = memo(function ListItemView({ item, isLoose }: { item: ListItem; isLoose: boolean }) {
	const isTask = item.isChecked !== null;
	return (
		<li className={isTask ? 'md-task' : undefined} dir="auto">
			{isTask && <input type="checkbox" checked={item.isChecked === true} disabled readOnly />}
			{drawEach(item.blocks, (block, place) =>
				// In a tight list a paragraph is nothing but its text.
				block.type === 'paragraph' && !isLoose ? (
					<TightText key={place} content={block.content} />
				) : (
					<BlockView key={place} block={block} />
				),
			)}
		</li>
	);
});

function TightText({ content }: { content: Parameters<typeof drawInline>[0] }) {
	return drawInline(content);
}
