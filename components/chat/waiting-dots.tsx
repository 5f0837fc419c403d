import { useEffect, useState } from 'react';

const DOTS = [0, 1, 2];
const STEP_MS = 400;

/**
 * Three dots, lit one after the other by a timer. An animation would keep the display's clock going, and the first
 * words would wait for its next tick, 8 ms at the median; a window at rest draws them at once.
 */
export function WaitingDots() {
	const [lit, setLit] = useState(0);
	useEffect(() => {
		if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
		const timer = setInterval(() => setLit((dot) => (dot + 1) % DOTS.length), STEP_MS);
		return () => clearInterval(timer);
	}, []);
	return (
		<span className="inline-flex gap-1" aria-hidden="true">
			{DOTS.map((dot) => (
				<i key={dot} className={`size-1.5 rounded-full bg-accent ${dot === lit ? '' : 'opacity-40'}`} />
			))}
		</span>
	);
}
