import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { GrowingText } from '../../utils/chat/growing-text.ts';
import { drawEach, useGradual } from '../ui/draw-each.ts';
import { BlockSection } from './draw/block-view.tsx';
import type { Block, Groups } from './read/blocks.ts';
import { regroup } from './read/blocks.ts';
import { createMarkdownDocument } from './stream/markdown-document.ts';
import './markdown.css';

/** A growing text as blocks, read once a frame at most and never while nobody looks. */
interface MarkdownView {
	/** The blocks as last read. Once the text is final, as they read as a whole. */
	read(isFinal: boolean): Groups<Block>;
	/** Calls `listener` when `read` returns something new; returns the way to stop. */
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

/** Of 16 blocks each. An ordinary answer has six; a hostile one hundreds, which would hold up the window. */
const GROUPS_A_FRAME = 12;
/** So many groups that the browser, and React, go through in each frame; of sections a long answer has a dozen. */
const SECTION_SIZE = 16;

export interface MarkdownProps {
	text: GrowingText;
	/** Nothing more will come for now: the text is read as a whole. It may become false again. */
	isFinal: boolean;
}

/** Markdown that draws itself as its text grows; what stands is not drawn again. */
export function Markdown({ text, isFinal }: MarkdownProps) {
	const view = useMemo(() => createMarkdownView(text), [text]);
	const read = useCallback(() => view.read(isFinal), [view, isFinal]);
	const groups = useSyncExternalStore(view.subscribe, read);
	const count = useGradual(groups.length, GROUPS_A_FRAME);
	const sections = regroup(count < groups.length ? groups.slice(0, count) : groups, SECTION_SIZE);
	// All of them stand in one array, the growing one too: beside it, it would be drawn anew whenever it is full.
	return (
		<div className="markdown">
			{drawEach(sections, (section, place) => (
				<BlockSection key={place} groups={section} />
			))}
		</div>
	);
}

export default Markdown;
