/**
 * Lets the browser skip the message around this element while it is off screen. It may do so once the message has been
 * laid out, because only then the browser knows its size. With a guessed size the page would jump when the reader
 * scrolls up.
 *
 * The mark is an attribute that only the style sheet reads, so React does not have to draw anything again.
 */
export function skipOffScreen(element: Element | null): () => void {
	const message = element?.closest('.message');
	// The browser notes sizes at the end of the first frame, so the mark is set in the second one.
	let frame = requestAnimationFrame(() => {
		frame = requestAnimationFrame(() => message?.setAttribute('data-measured', ''));
	});
	return () => cancelAnimationFrame(frame);
}
