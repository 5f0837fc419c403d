import { useEffect, useState } from 'react';

/**
 * How many of `count` things to draw now: `step` at first, `step` more each frame until all are there. What grows
 * by less than that is never held up for more than a frame.
 */
export function useGradual(count: number, step: number): number {
	const [allowed, setAllowed] = useState(step);
	const isBehind = allowed < count;

	useEffect(() => {
		if (!isBehind) return;
		const frame = requestAnimationFrame(() => setAllowed(allowed + step));
		return () => cancelAnimationFrame(frame);
	}, [isBehind, allowed, step]);

	return Math.min(allowed, count);
}
