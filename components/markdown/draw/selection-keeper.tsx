import { Component, createRef, type ReactNode } from 'react';
import { offsetIn, pointAt } from '../code/use-highlight.ts';

/** One end of the reader's selection, as it was before the text was drawn anew. */
interface Point {
	node: Node;
	offset: number;
	/** The block that is still being written, when the point is in it, and where in its text. */
	growing: { block: Element; offset: number } | null;
}

type Kept = readonly [anchor: Point, focus: Point];

/**
 * Holds drawn Markdown, and what the reader has selected in it while it grows: the browser drops a selection from a
 * text that is written anew, even when that only became longer.
 */
export class SelectionKeeper extends Component<{ children: ReactNode }> {
	private readonly root = createRef<HTMLDivElement>();

	override getSnapshotBeforeUpdate(): Kept | null {
		const selection = document.getSelection();
		const root = this.root.current;
		if (!root || !selection || selection.isCollapsed) return null;
		const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
		if (!anchorNode || !focusNode || !selection.containsNode(root, true)) return null;
		return [pointIn(root, anchorNode, anchorOffset), pointIn(root, focusNode, focusOffset)];
	}

	override componentDidUpdate(_: unknown, __: unknown, kept: Kept | null) {
		const selection = document.getSelection();
		if (!kept || !selection) return;
		const [anchor, focus] = kept;
		const isKept =
			selection.anchorNode === anchor.node &&
			selection.anchorOffset === anchor.offset &&
			selection.focusNode === focus.node &&
			selection.focusOffset === focus.offset;
		const [start, end] = [whereNow(anchor), whereNow(focus)];
		if (!isKept && start && end) selection.setBaseAndExtent(...start, ...end);
	}

	override render() {
		return (
			<div className="markdown" ref={this.root}>
				{this.props.children}
			</div>
		);
	}
}

function pointIn(root: Element, node: Node, offset: number): Point {
	const block = root.lastElementChild?.lastElementChild?.lastElementChild;
	// The nodes of code stay as it grows, and counting in it would take ever longer.
	const isGrowing = block?.contains(node) === true && !block.matches('.md-code');
	const inBlock = isGrowing ? offsetIn(block, node, offset) : null;
	return { node, offset, growing: block && inBlock !== null ? { block, offset: inBlock } : null };
}

/** The same node, which has grown at its end if at all; or the same place in the block, whose nodes are others now. */
function whereNow({ node, offset, growing }: Point): [Node, number] | null {
	const length = node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '').length : node.childNodes.length;
	if (node.isConnected && offset <= length) return [node, offset];
	return growing?.block.isConnected ? pointAt(growing.block, growing.offset) : null;
}
