import { focused } from '../collect/shadow.ts';

/**
 * Where the focus of a page is, as one of its frames tells it. The frames cannot tell it alone: in each there is an element
 * that would take the keys if the frame had the focus, and while the user is in a window of the extension none has it.
 */
export interface FrameFocus {
	/**
	 * The way to this frame from the top: each time the place in the list of frames of the document around. Null where
	 * browsers do not list one, as those in shadow trees.
	 */
	path: readonly number[] | null;
	/** The place of the frame in this one that has the focus, or 'unlisted'; null where the focus is in none. */
	inner: number | 'unlisted' | null;
}

/** More than pages have, and few enough to go through. */
const MOST_FRAMES = 1_000;

function placeAmong(around: Window, frame: Window | null): number | null {
	const most = Math.min(around.length, MOST_FRAMES);
	for (let at = 0; at < most; at += 1) if (around[at] === frame) return at;
	return null;
}

/** The way from the top to the window in which this runs. */
function pathHere(): number[] | null {
	const path: number[] = [];
	for (let frame: Window = window; frame !== frame.parent; frame = frame.parent) {
		const place = placeAmong(frame.parent, frame);
		if (place === null) return null;
		path.unshift(place);
	}
	return path;
}

/** Reads it of the frame in which this runs. */
export function readFrameFocus(): FrameFocus {
	const active = focused();
	const holds = active instanceof HTMLIFrameElement || active instanceof HTMLFrameElement;
	return { path: pathHere(), inner: holds ? (placeAmong(window, active.contentWindow) ?? 'unlisted') : null };
}
