import { boxOf, findAll, firstElementIn, nameOf, parentElement } from './nodes.ts';
import { isEmpty, overlap, type Rect } from './rect.ts';

/** How far up a picture is looked for that stands beside a text in the source, and behind it on the screen. */
const LEVELS = 4;
const MOST_PICTURES = 20;
/** A picture of which less is seen is none behind a text. */
const LEAST_OPACITY = 0.2;

/**
 * Whether a picture stands where a text does. White words on a photograph have the page's white behind them, as far as
 * styles tell.
 */
export function isOnPicture(element: Element, box: Rect): boolean {
	let around: Element | null = element;
	for (let level = 0; around && level < LEVELS; level++, around = parentElement(around)) {
		const pictures = [...findAll(around, 'img, video, canvas, svg')].slice(0, MOST_PICTURES);
		if (pictures.some((picture) => covers(boxOf(picture), box) && isDrawn(picture))) return true;
	}
	return false;
}

/** Whether a picture is there for the eye: not transparent, and of SVG more than an empty sheet. */
function isDrawn(picture: Element): boolean {
	const { visibility, opacity } = getComputedStyle(picture);
	if (visibility !== 'visible' || Number(opacity) < LEAST_OPACITY) return false;
	return nameOf(picture) !== 'svg' || firstElementIn(picture) !== null;
}

function covers(picture: Rect, box: Rect): boolean {
	const both = overlap(picture, box);
	return !isEmpty(both) && areaOf(both) >= areaOf(box) / 2;
}

function areaOf({ left, top, right, bottom }: Rect): number {
	return (right - left) * (bottom - top);
}
