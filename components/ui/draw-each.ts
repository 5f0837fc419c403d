import type { ReactElement } from 'react';
import { useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/**
 * Draws things that are never moved: in a text that only grows a thing's place is its identity, so its place is
 * its key. Drawn again at the same place, it is the same element.
 */
export function drawEach<T>(
	things: readonly T[],
	draw: (thing: T, place: number) => ReactElement,
): readonly ReactElement[] {
	const drawn: ReactElement[] = [];
	for (const thing of things) drawn.push(draw(thing, drawn.length));
	return drawn;
}

/** Two frames at 60 Hz, less a little: a step that took longer has cost one. */
const ON_TIME_MS = 25;
/** After a step that cost no frame so many times as much may come; no more, as what follows may be heavier. */
const MAX_PACE = 4;

/**
 * How many of `count` things to draw now: `step` at first, and in each frame as many more, or some times as many where
 * the frames are kept, until all are there. What grows by less than that is never held up for more than a frame.
 */
export function useGradual(count: number, step: number): number {
	const [allowed, setAllowed] = useState(step);
	const isBehind = allowed < count;

	// In one go with the drawing before it, and drawn in the frame itself: each step takes one frame, and no second one.
	useLayoutEffect(() => {
		if (!isBehind) return;
		const drawnAt = performance.now();
		const frame = requestAnimationFrame(() => {
			const pace = performance.now() - drawnAt < ON_TIME_MS ? MAX_PACE : 1;
			flushSync(() => setAllowed(allowed + step * pace));
		});
		return () => cancelAnimationFrame(frame);
	}, [isBehind, allowed, step]);

	return Math.min(allowed, count);
}
