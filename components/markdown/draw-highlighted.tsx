import type { ReactNode } from 'react';
import type { HighlightNode } from './highlight-node.ts';

/** What highlight.js found, as spans. */
export function drawHighlighted(nodes: readonly HighlightNode[]): ReactNode {
	const drawn: ReactNode[] = [];
	for (const node of nodes) {
		if (typeof node === 'string') drawn.push(node);
		else {
			const [className, children] = node;
			drawn.push(
				<span key={drawn.length} className={className}>
					{drawHighlighted(children)}
				</span>,
			);
		}
	}
	return drawn;
}
