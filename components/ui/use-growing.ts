import { type RefObject, useEffect, useRef, useState } from 'react';

/**
 * Of a long list only as much is drawn as is scrolled to: `step` rows at first, and so many more whenever the element
 * `end` comes near what is seen. Put that one behind the last row while `hasMore`, in the element that scrolls, and
 * with `count` as its key, so that an end that stays in view is told of again.
 *
 * @param atLeast rows that must be drawn in any case.
 */
export function useGrowing(
	total: number,
	step: number,
	atLeast = 0,
): { count: number; hasMore: boolean; end: RefObject<HTMLDivElement | null> } {
	const [allowed, setAllowed] = useState(step);
	const end = useRef<HTMLDivElement>(null);
	const count = Math.max(allowed, atLeast);
	const hasMore = count < total;

	useEffect(() => {
		if (!hasMore || !end.current) return;
		const observer = new IntersectionObserver(
			([sight]) => sight?.isIntersecting && setAllowed(count + step),
			{
				root: end.current.parentElement,
				rootMargin: '400px',
			},
		);
		observer.observe(end.current);
		return () => observer.disconnect();
	}, [hasMore, count, step]);

	return { count, hasMore, end };
}
