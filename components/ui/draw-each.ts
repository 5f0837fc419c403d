import type { ReactElement } from 'react';

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
