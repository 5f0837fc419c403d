import { nameOf } from '../collect/nodes.ts';
import { focused } from '../collect/shadow.ts';

/** A step from one document to a frame in it: its place in the list of frames, where shadow trees have none. */
export type FrameStep = number | 'unlisted';

/**
 * Where the focus of a page is, as one of its frames tells it. A frame cannot tell alone whether the user types there: each
 * document has an active element, and while the user is in a window of the extension no document of the page has the keys.
 */
export interface FrameFocus {
	/** The way to this frame from the top. */
	path: readonly FrameStep[];
	/** The frame in this one that has the focus; null where none has. */
	inner: FrameStep | null;
}

/** More than pages have, and few enough to go through. */
const MOST_FRAMES = 1_000;

function stepTo(frame: Window | null, around: Window): FrameStep {
	const most = Math.min(around.length, MOST_FRAMES);
	for (let at = 0; at < most; at += 1) if (around[at] === frame) return at;
	return 'unlisted';
}

/** The way from the top to the window in which this runs. */
function pathHere(): FrameStep[] {
	const path: FrameStep[] = [];
	for (let frame: Window = window; frame !== frame.parent; frame = frame.parent)
		path.unshift(stepTo(frame, frame.parent));
	return path;
}

/** The frame in this one that has the focus. */
function focusedFrame(): FrameStep | null {
	const active = focused();
	if (!active || !/^(?:iframe|frame|object|embed|fencedframe)$/.test(nameOf(active))) return null;
	const holds =
		active instanceof HTMLIFrameElement ||
		active instanceof HTMLFrameElement ||
		active instanceof HTMLObjectElement;
	return holds ? stepTo(active.contentWindow, window) : 'unlisted';
}

/** Reads where the focus is, from the frame in which this runs. */
export const readFrameFocus = (): FrameFocus => ({ path: pathHere(), inner: focusedFrame() });
