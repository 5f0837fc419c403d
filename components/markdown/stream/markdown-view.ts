import type { GrowingText } from '../../../utils/chat/growing-text.ts';
import type { Block, Groups } from '../read/blocks.ts';
import { createMarkdownDocument } from './markdown-document.ts';

/** A growing text as blocks, read once a frame at most and never while nobody looks. */
export interface MarkdownView {
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
