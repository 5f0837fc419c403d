import { createElement, memo } from 'react';
import { i18n } from '#i18n';
import { drawEach, useGradual } from '../../ui/draw-each.ts';
import { joinClasses } from '../../ui/join-classes.ts';
import { CodeBlockView } from '../code/code-block-view.tsx';
import { MathView } from '../math/math-view.tsx';
import {
	type Block,
	type Groups,
	isSameGroup,
	type List,
	type ListItem,
	type Quote,
} from '../read/blocks.ts';
import { directionClass } from './direction.ts';
import { drawInline } from './draw-inline.tsx';
import { TableView } from './table-view.tsx';

/** Up to 16 groups. A section is drawn again only if one of its groups is a new object. */
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

/** Up to 16 blocks. A group is drawn again only if one of its blocks is a new object. */
export const BlockGroup = memo(function BlockGroup({ blocks }: { blocks: readonly Block[] }) {
	return (
		<div className="md-group" style={{ containIntrinsicBlockSize: `auto ${guessHeight(blocks)}px` }}>
			{drawEach(blocks, (block, place) => (
				<BlockView key={place} block={block} />
			))}
		</div>
	);
});

/** Estimates in pixels how high blocks are that have not been drawn yet. The result has coarse steps, since each change of a style costs time. */
function guessHeight(blocks: readonly Block[]): number {
	const length = blocks.reduce((sum, block) => sum + block.raw.length, 0);
	const height = blocks.length * 14 + length * 0.5;
	return Math.ceil(height / 250) * 250;
}

/**
 * One block. With `dir="auto"` its direction is that of its own text, and characters that change the direction (overrides,
 * marks) have no effect outside of it.
 */
const BlockView = memo(function BlockView({ block }: { block: Block }) {
	switch (block.type) {
		case 'paragraph':
			return (
				<p className="md-block" dir="auto">
					{drawInline(block.content)}
				</p>
			);
		case 'heading':
			// The headings of an answer are below those of the page, so its first level becomes the third.
			return createElement(
				`h${Math.min(block.level + 2, 6)}`,
				{ className: `md-block md-heading md-h${block.level}`, dir: 'auto' },
				drawInline(block.content),
			);
		case 'code':
			return <CodeBlockView block={block} />;
		case 'quote':
			return <QuoteView block={block} />;
		case 'list':
			return <ListView list={block} />;
		case 'table':
			return <TableView table={block} />;
		case 'rule':
			return <hr className="md-block" />;
		case 'math':
			return (
				<div className="md-block">
					<MathView math={block.content} />
				</div>
			);
		case 'plain':
			return (
				<div className="md-block md-plain" dir="auto">
					{drawEach(block.spans, (span, place) => (
						<div key={place} className="md-plain-span">
							{span}
						</div>
					))}
				</div>
			);
	}
});

function QuoteView({ block }: { block: Quote }) {
	return (
		<blockquote className={joinClasses('md-block', directionClass(block))}>
			{drawEach(block.blocks, (inner, place) => (
				<BlockView key={place} block={inner} />
			))}
		</blockquote>
	);
}

const ITEMS_A_FRAME = 500;

function ListView({ list }: { list: List }) {
	const count = useGradual(list.items.length, ITEMS_A_FRAME);
	const items = drawEach(list.items.slice(0, count), (item, place) => (
		<ListItemView key={place} item={item} isLoose={list.isLoose} />
	));
	const className = joinClasses('md-block', list.isLoose && 'md-loose', directionClass(list));
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
			{isTask && <TaskBox isChecked={item.isChecked === true} />}
			{drawEach(item.blocks, (block, place) =>
				// A paragraph in a tight list is drawn as its text alone, without an element of its own.
				block.type === 'paragraph' && !isLoose ? (
					<TightText key={place} content={block.content} />
				) : (
					<BlockView key={place} block={block} />
				),
			)}
		</li>
	);
});

function TaskBox({ isChecked }: { isChecked: boolean }) {
	const label = isChecked ? i18n.t('markdown.taskDone') : i18n.t('markdown.taskOpen');
	return <input type="checkbox" aria-label={label} checked={isChecked} disabled readOnly />;
}

function TightText({ content }: { content: Parameters<typeof drawInline>[0] }) {
	return drawInline(content);
}
