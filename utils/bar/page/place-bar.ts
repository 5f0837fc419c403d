/** A rectangle in the coordinates of the window, in CSS pixels. */
export interface Box {
	left: number;
	top: number;
	width: number;
	height: number;
}

export interface BarPlace {
	left: number;
	top: number;
	/** Whether there is more room above the bar than below it, for the menu that it opens. */
	isMenuAbove: boolean;
}

/** Between the bar and the text, and between the bar and the edges of the window, in CSS pixels. */
const GAP = 8;

const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));

/**
 * Where the bar stands: on the side of the text on which the user has ended, else on the other one; where neither has room,
 * as near as the window allows. It is always inside of what is seen of the window, as far as it fits in there.
 *
 * @param end where the selection ends, as a caret or as the line there
 * @param size of the bar
 * @param view what is seen of the window
 * @param isBackward whether the user has selected from the end to the beginning
 */
export function placeBar(
	end: Box,
	size: Pick<Box, 'width' | 'height'>,
	{ view, isBackward }: { view: Box; isBackward: boolean },
): BarPlace {
	const bottom = view.top + view.height;
	const above = end.top - GAP - size.height;
	const below = end.top + end.height + GAP;
	const fitsAbove = above >= view.top + GAP;
	const fitsBelow = below + size.height <= bottom - GAP;
	const isAbove = isBackward ? fitsAbove || !fitsBelow : fitsAbove && !fitsBelow;
	const left = end.left + end.width / 2 - size.width / 2;
	const top = within(
		isAbove ? above : below,
		view.top + GAP,
		Math.max(view.top + GAP, bottom - GAP - size.height),
	);
	return {
		left: within(left, view.left + GAP, Math.max(view.left + GAP, view.left + view.width - GAP - size.width)),
		top,
		isMenuAbove: top - view.top > bottom - top - size.height,
	};
}

/** How far a place is outside of what is seen of the window, in CSS pixels; 0 where it is inside. */
export function distanceOutside({ left, top, width, height }: Box, view: Box): number {
	return Math.max(
		0,
		view.top - top - height,
		top - view.top - view.height,
		view.left - left - width,
		left - view.left - view.width,
	);
}
