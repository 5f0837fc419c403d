import { boxOf, findAll, parentElement } from './nodes.ts';
import { isEmpty, overlap, type Rect } from './rect.ts';

/** How far up a picture is looked for that stands beside a text in the source, and behind it on the screen. */
const LEVELS = 4;
const MOST_PICTURES = 20;

/**
 * Whether a picture stands where a text does. White words on a photograph have the page's white behind them, as far as
 * styles tell.
 */
export function isOnPicture(element: Element, box: Rect): boolean {
	let around: Element | null = element;
	for (let level = 0; around && level < LEVELS; level++, around = parentElement(around)) {
		const pictures = [...findAll(around, 'img, video, canvas, svg')].slice(0, MOST_PICTURES);
		if (pictures.some((picture) => covers(boxOf(picture), box))) return true;
	}
	return false;
}

function covers(picture: Rect, box: Rect): boolean {
	const both = overlap(picture, box);
	return !isEmpty(both) && areaOf(both) >= areaOf(box) / 2;
}

function areaOf({ left, top, right, bottom }: Rect): number {
	return (right - left) * (bottom - top);
}
