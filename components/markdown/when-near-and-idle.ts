/** How far outside the viewport counts as near. */
const NEAR = '600px';
/** Idle or not, in milliseconds. */
const PATIENCE_MS = 1000;

/** Calls `act` once, when the element has come near the viewport and the browser has nothing better to do. */
export function whenNearAndIdle(element: Element, signal: AbortSignal, act: () => void): void {
	const observer = new IntersectionObserver(
		(entries) => {
			if (!entries.some((entry) => entry.isIntersecting)) return;
			observer.disconnect();
			requestIdleCallback(
				() => {
					if (!signal.aborted) act();
				},
				{ timeout: PATIENCE_MS },
			);
		},
		{ rootMargin: NEAR },
	);
	observer.observe(element);
	signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
