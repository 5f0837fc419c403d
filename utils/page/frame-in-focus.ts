import type { FrameFocus, FrameStep } from './field/frame-focus.ts';

interface Frame extends FrameFocus {
	frameId: number;
}

/**
 * The frame of a page that has the focus; undefined where it does not answer, as one that extensions may not enter.
 *
 * @param frames those of the page that answer; the top has the number 0
 */
export function frameInFocus<T extends Frame>(frames: readonly T[]): T | undefined {
	let frame = frames.find(({ frameId }) => frameId === 0);
	let way: readonly FrameStep[] = [];
	while (frame && frame.inner !== null) {
		way = [...way, frame.inner];
		const there = frames.filter(({ frameId, path }) => frameId !== 0 && path.join() === way.join());
		// Frames in shadow trees cannot be told from each other.
		frame = there.length === 1 ? there[0] : undefined;
	}
	return frame;
}
