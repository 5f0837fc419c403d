import { Component, createRef, type ReactNode, useCallback, useMemo, useSyncExternalStore } from 'react';
import type { GrowingText } from '../../utils/chat/live-parts.ts';
import { drawEach, useGradual } from '../ui/draw-each.ts';
import { offsetIn, pointAt } from './code/use-highlight.ts';
import { BlockSection } from './draw/block-view.tsx';
import { type Block, type Groups, regroup } from './read/blocks.ts';
import { createMarkdownDocument } from './stream/markdown-document.ts';
import './markdown.css';

/** A growing text as blocks. It is read at most once a frame, and never while the window is hidden. */
interface MarkdownView {
	/** The blocks as they were last read. If the text is final, it is read as a whole first. */
	read(isFinal: boolean): Groups<Block>;
	/** Calls `listener` when `read` returns something new; returns a function that ends this. */
	subscribe(listener: () => void): () => void;
}

export function createMarkdownView(text: GrowingText): MarkdownView {
	const markdown = createMarkdownDocument();
	let taken = 0;
	take();
	let groups = markdown.flush();

	return {
		read(isFinal) {
			if (isFinal) {
				take();
				groups = markdown.finish();
			}
			return groups;
		},
		subscribe(listener) {
			let frame = 0;

			function draw() {
				frame = 0;
				take();
				groups = markdown.flush();
				listener();
			}
			function schedule() {
				if (frame !== 0 || taken === text.length || document.hidden) return;
				// The first words do not wait for a frame.
				if (groups.length === 0) draw();
				else frame = requestAnimationFrame(draw);
			}

			const unsubscribe = text.subscribe(schedule);
			document.addEventListener('visibilitychange', schedule);
			schedule();
			return () => {
				unsubscribe();
				document.removeEventListener('visibilitychange', schedule);
				cancelAnimationFrame(frame);
			};
		},
	};

	function take() {
		if (taken === text.length) return;
		markdown.append(text.slice(taken));
		taken = text.length;
	}
}

/** Groups have 16 blocks each. An ordinary answer has about six groups; a hostile one has hundreds, which would hold up the window. */
const GROUPS_A_FRAME = 12;
/** Groups in a section. Browser and React visit each group of the last section in every frame, and each section; a long answer has a dozen sections. */
const SECTION_SIZE = 16;

export interface MarkdownProps {
	text: GrowingText;
	/** True if nothing more will come for now: then the text is read as a whole. It may become false again. */
	isFinal: boolean;
}

/** Markdown that draws itself while its text grows. Blocks that have not changed are not drawn again. */
export function Markdown({ text, isFinal }: MarkdownProps) {
	const view = useMemo(() => createMarkdownView(text), [text]);
	const read = useCallback(() => view.read(isFinal), [view, isFinal]);
	const groups = useSyncExternalStore(view.subscribe, read);
	const count = useGradual(groups.length, GROUPS_A_FRAME);
	const sections = regroup(count < groups.length ? groups.slice(0, count) : groups, SECTION_SIZE);
	// All sections are in one array, also the one that grows. If that one stood beside the array, it would get a new
	// element, and be drawn anew, when it is full and moves into the array.
	return (
		<SelectionKeeper>
			{drawEach(sections, (section, place) => (
				<BlockSection key={place} groups={section} />
			))}
		</SelectionKeeper>
	);
}

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
class SelectionKeeper extends Component<{ children: ReactNode }> {
	private readonly root = createRef<HTMLDivElement>();

	override getSnapshotBeforeUpdate(): Kept | null {
		const selection = document.getSelection();
		const root = this.root.current;
		if (!root || !selection) return null;
		const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
		// `isCollapsed` would have the browser lay the window out, in each frame of an answer.
		if (anchorNode === focusNode && anchorOffset === focusOffset) return null;
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
