import { createElement, memo } from 'react';
import { drawEach } from '../../ui/draw-each.ts';
import { CodeBlockView } from '../code/code-block-view.tsx';
import { MathView } from '../math/math-view.tsx';
import type { Block, List, ListItem, Quote } from '../read/blocks.ts';
import { drawInline } from './draw-inline.tsx';
import { TableView } from './table-view.tsx';
import { useGradual } from './use-gradual.ts';

/**
 * One block. `dir="auto"` takes its direction from its own text, and keeps what a text says about direction
 * (overrides, marks) inside it.
 */
export const BlockView = memo(function BlockView({ block }: { block: Block }) {
	switch (block.type) {
		case 'paragraph':
			return (
				<p className="md-block" dir="auto">
					{drawInline(block.content)}
				</p>
			);
		case 'heading':
			// An answer stands below the page's own headings: its first level is their third.
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
		<blockquote className="md-block">
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
