import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { GrowingText } from '../../utils/chat/live-parts.ts';
import { drawEach, useGradual } from '../ui/draw-each.ts';
import { BlockSection } from './draw/block-view.tsx';
import { SelectionKeeper } from './draw/selection-keeper.tsx';
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
