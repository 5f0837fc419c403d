import { useEffect, useEffectEvent, useRef } from 'react';

/** Messages are mounted this long before they are scrolled to. */
const MARGIN = '800px 0px 0px 0px';

/** Stands above the first mounted message; asks for more when the reader nears it. */
export function OlderMessages({ onNear }: { onNear: () => void }) {
	const sentinel = useRef<HTMLDivElement>(null);
	const tellNear = useEffectEvent(onNear);

	useEffect(() => {
		const element = sentinel.current;
		if (!element) return;
		const observer = new IntersectionObserver(
			([entry]) => {
				if (entry?.isIntersecting) tellNear();
			},
			{ root: element.closest('[role=log]'), rootMargin: MARGIN },
		);
		observer.observe(element);
		return () => observer.disconnect();
	}, []);

	return <div ref={sentinel} className="h-px" />;
}
