import { hidesItsBack } from './back-face.ts';
import { clipShape } from './clip-shape.ts';
import { coloursIn } from './colour.ts';
import { canvasColour, type Paint, paintIn } from './colours.ts';
import { hasBox, holdsPositioned } from './containing-block.ts';
import { bodyOf, boxOf, rootOf } from './nodes.ts';
import { isEmpty, overlap, pageArea, type Rect, scrollArea, viewport } from './rect.ts';

/** What an element's place in the page makes of the text in it. */
export interface Place {
	/** Where text must stand to be seen: at once, or by scrolling. */
	reach: Rect;
	/** Where it must stand to be seen now. */
	view: Rect;
	/** Of the element around; null of the page. */
	around: Place | null;
	/** The element's; null of the page. It tells whether what is positioned in the element is held back by it. */
	style: CSSStyleDeclaration | null;
	paint: Paint;
	/** From 0 to 1. */
	opacity: number;
	/** How far letters are blurred, in pixels. */
	blur: number;
}

/** Less opaque than this is nothing. */
const LEAST_OPACITY = 0.05;

/** What is read of a style for more than one purpose: to ask the browser for it costs as much as all that is done with it. */
export interface Basics {
	readonly display: string;
	readonly position: string;
}

/** Whether a style hides all of its element, whatever stands in it. */
function isHiding(
	element: Element,
	style: CSSStyleDeclaration,
	{ display, position }: Basics,
	filter: string,
): boolean {
	if (display === 'none' || (hasBox(display) && style.contentVisibility === 'hidden')) return true;
	if (filter !== 'none' && isFilteredAway(filter)) return true;
	if (hasBox(display) && hidesItsBack(element, style)) return true;
	// `clip` holds for what is positioned so.
	const isLoose = position === 'absolute' || position === 'fixed';
	return (isLoose && isCutToNothing(style)) || isMaskedAway(style);
}

/** Whether a filter makes its element transparent, or one grey. */
const isFilteredAway = (filter: string): boolean =>
	/(?:opacity|contrast)\((?:0|0?\.0\d*|[0-4](?:\.\d+)?%)\)/.test(filter);

const blurOf = (filter: string): number => Number.parseFloat(/blur\(([\d.]+)px\)/.exec(filter)?.[1] ?? '0');

/** Whether nothing is seen through a mask: each colour of its gradient is transparent. */
function isMaskedAway({ maskImage }: CSSStyleDeclaration): boolean {
	if (!maskImage || maskImage === 'none' || maskImage.includes('url(')) return false;
	const colours = coloursIn(maskImage);
	return colours.length > 0 && colours.every(({ alpha }) => alpha < LEAST_OPACITY);
}

/** Whether an element is cut to nothing, as texts for screen readers are. */
function isCutToNothing({ clip }: CSSStyleDeclaration): boolean {
	const [top, right, bottom, left] = clip?.match(/-?[\d.]+px/g)?.map(Number.parseFloat) ?? [];
	return left !== undefined && (Number(right) - left <= 1 || Number(bottom) - Number(top) <= 1);
}

/** The place of what stands in an element; null if nothing of it can be seen. */
export function placeIn(
	element: Element,
	style: CSSStyleDeclaration,
	basics: Basics,
	around: Place,
): Place | null {
	const { filter } = style;
	if (isHiding(element, style, basics, filter)) return null;
	const blur = filter === 'none' ? around.blur : Math.max(around.blur, blurOf(filter));
	const opacity = around.opacity * Number(style.opacity || 1);
	if (opacity < LEAST_OPACITY) return null;
	const { display, position } = basics;
	let { reach, view } = around;
	if (position === 'absolute') ({ reach, view } = containerOf(around));
	// A page whose dialog is open fixes its body, so that it does not scroll meanwhile. All of it is there nevertheless.
	if (position === 'fixed' && element !== bodyOf(document)) reach = view = viewport();
	const { clipPath } = style;
	if (clipPath && clipPath !== 'none') {
		const shape = clipShape(clipPath, boxOf(element));
		if (shape) [reach, view] = [overlap(reach, shape), overlap(view, shape)];
		if (isEmpty(reach)) return null;
	}
	const overflow = hasBox(display) ? style.overflow : 'visible';
	if (overflow !== 'visible' && !isWindows(element)) {
		const box = boxOf(element);
		const seen = overlap(reach, box);
		if (isEmpty(seen)) return null;
		view = overlap(view, box);
		reach = /auto|scroll/.test(overflow) ? scrolled(overflow, seen, scrollArea(element, style)) : seen;
	}
	return { reach, view, around, style, paint: paintIn(style, display, around.paint), opacity, blur };
}

/** What is seen of a box that scrolls: along an axis that scrolls all of it, along another what is seen now. */
function scrolled(overflow: string, seen: Rect, whole: Rect): Rect {
	const [across = '', down = across] = overflow.split(' ');
	const scrolls = (axis: string) => /auto|scroll/.test(axis);
	const { left, right } = scrolls(across) ? whole : seen;
	const { top, bottom } = scrolls(down) ? whole : seen;
	return { left, top, right, bottom };
}

/** The nearest place that holds back what is positioned in it. Few elements are, so that it is found out when one is. */
function containerOf(place: Place): Place {
	let container = place;
	while (container.around && container.style && !holdsPositioned(container.style))
		container = container.around;
	return container;
}

/** Whether the overflow of an element is the window's: the root's, or the body's where the root has none of its own. */
function isWindows(element: Element): boolean {
	const root = rootOf(document);
	if (element === root) return true;
	return element === bodyOf(document) && root !== null && getComputedStyle(root).overflow === 'visible';
}

/** The place of what stands in no element: all of the page, on the canvas of the browser. */
export function placeOfPage(): Place {
	const root = rootOf(document);
	const backgrounds = root && canvasColour(getComputedStyle(root));
	return {
		reach: pageArea(),
		view: viewport(),
		around: null,
		style: null,
		paint: { backgrounds, isInLetters: false },
		opacity: 1,
		blur: 0,
	};
}
