/**
 * Lets the browser skip what holds this element whenever it is off screen, but not before it has been laid out once:
 * from then on it keeps its size. With a guessed size the page would jump under a reader who scrolls up.
 *
 * The mark is an attribute that only the style sheet reads: nothing has to be drawn again for it.
 */
export function skipOffScreen(element: Element | null): () => void {
	const message = element?.closest('.message');
	// Two frames: the browser notes sizes at the end of the first one.
	let frame = requestAnimationFrame(() => {
		frame = requestAnimationFrame(() => message?.setAttribute('data-measured', ''));
	});
	return () => cancelAnimationFrame(frame);
}
