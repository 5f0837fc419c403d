import type { ReactElement } from 'react';
import { useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/**
 * Draws things that never change their places, with the place as the key. In a text that only grows, a thing is known
 * by its place: drawn again in the same place, it keeps its element.
 */
export function drawEach<T>(
	things: readonly T[],
	draw: (thing: T, place: number) => ReactElement,
): readonly ReactElement[] {
	const drawn: ReactElement[] = [];
	for (const thing of things) drawn.push(draw(thing, drawn.length));
	return drawn;
}

/**
 * The longest step, in milliseconds, that counts as on time. It is a little less than two frames at 60 Hz: after a
 * longer one the browser has missed a frame.
 */
const ON_TIME_MS = 25;
/**
 * After a step without a missed frame, the next one may be this many times larger. It must not be more, since the next
 * things may be heavier.
 */
const MAX_PACE = 4;

/**
 * How many of `count` things to draw now: at first `step`, then more in each frame until all are drawn. Each frame adds
 * `step`, or a multiple of it as long as no frame is missed. A list that grows by less than `step` waits one frame at most.
 */
export function useGradual(count: number, step: number): number {
	const [allowed, setAllowed] = useState(step);
	const isBehind = allowed < count;

	// A layout effect asks for the very next frame, and `flushSync` draws within it: each step takes one frame, not two.
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
