import { createElement, memo } from 'react';
import type { Block, Quote } from './blocks.ts';
import { CodeBlockView } from './code-block-view.tsx';
import { drawEach } from './draw-each.ts';
import { drawInline } from './draw-inline.tsx';
import { ListView } from './list-view.tsx';
import { MathView } from './math-view.tsx';
import { TableView } from './table-view.tsx';

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
