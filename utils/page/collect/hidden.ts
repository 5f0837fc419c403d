import { hidesItsBack } from './back-face.ts';
import { canvasColour, type Paint, painted, paintIn, withEffect } from './backgrounds.ts';
import { shapesOf } from './clipped.ts';
import { type Colour, coloursIn, readColour } from './colour.ts';
import { effectOfFilter } from './colour-filter.ts';
import { hasBox, holdsFixed, holdsPositioned, isSet } from './containing-block.ts';
import { blended } from './drawn.ts';
import { type FirstLine, firstLineOf } from './first-line.ts';
import { shadowsDropped } from './letters.ts';
import { adoptedBy, bodyOf, isOnTop, rootOf, sheetsOf } from './nodes.ts';
import { cutBy, overflowOf } from './overflow.ts';
import { isStackingContext } from './paint-order.ts';
import { isEmpty, overlap, pageArea, type Rect, viewport } from './rect.ts';

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
	/** Whether there can be style sheets here: without any, nothing is generated, and no line looks unlike the others. */
	hasSheets: boolean;
	/** From 0 to 1. */
	opacity: number;
	/** How far letters are blurred, in pixels. */
	blur: number;
	/** Whether it is above all of the page, as in a modal dialog. */
	isOnTop: boolean;
	/** Whether a mask may let through only some of what stands here. */
	isMasked: boolean;
	/** The first line that may be drawn in another way than the others; null where none is. */
	firstLine: FirstLine | null;
}

/** Less opaque than this is nothing. */
const LEAST_OPACITY = 0.05;

/** What is read of a style for more than one purpose: to ask the browser for it costs as much as all that is done with it. */
export interface Basics {
	readonly display: string;
	readonly position: string;
}

/** Whether a style hides all of its element, whatever stands in it. */
function isHiding(element: Element, style: CSSStyleDeclaration, { display, position }: Basics): boolean {
	if (display === 'none' || (hasBox(display) && style.contentVisibility === 'hidden')) return true;
	if (hasBox(display) && hidesItsBack(element, style)) return true;
	// `clip` holds for what is positioned so.
	const isLoose = position === 'absolute' || position === 'fixed';
	return (isLoose && isCutToNothing(style)) || isMaskedAway(style);
}

/** How far a filter blurs, in pixels. */
export const blurIn = (filter: string): number =>
	Number.parseFloat(/blur\(([\d.]+)px\)/.exec(filter)?.[1] ?? '0');

/** Letters that are blurred by half their size run into each other. */
export const isTooBlurred = (blur: number, { fontSize }: CSSStyleDeclaration): boolean =>
	blur > 0 && blur >= Number.parseFloat(fontSize) / 2;

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
	inSource: Place,
): Place | null {
	const isTop = basics.position !== 'static' && isOnTop(element);
	const around = isTop ? placeOnTop(element, inSource) : inSource;
	if (isHiding(element, style, basics)) return null;
	// Without a box there is nothing to be filtered, cut or painted.
	if (basics.display === 'contents') return { ...around, around, style };
	const { filter } = style;
	const blur = filter === 'none' ? around.blur : Math.max(around.blur, blurIn(filter));
	const opacity = around.opacity * Number(style.opacity || 1);
	if (opacity < LEAST_OPACITY) return null;
	const { display, position } = basics;
	let { reach, view } = around;
	if (position === 'absolute') ({ reach, view } = containerOf(around, holdsPositioned));
	// A page whose dialog is open fixes its body, so that it does not scroll meanwhile. All of it is there nevertheless.
	if (position === 'fixed' && element !== bodyOf(document)) {
		const container = containerOf(around, holdsFixed);
		if (container.around) ({ reach, view } = container);
		else reach = view = viewport();
	}
	for (const shape of shapesOf(element, style)) {
		[reach, view] = [overlap(reach, shape), overlap(view, shape)];
		if (isEmpty(reach)) return null;
	}
	const overflow = overflowOf(style, display);
	if (overflow !== 'visible' && !isWindows(element)) {
		const cut = cutBy(overflow, element, style, { reach, view });
		if (!cut) return null;
		({ reach, view } = cut);
	}
	const paint = paintIn(element, style, display, paintAround(element, around, style));
	const { hasSheets } = around;
	const isMasked = around.isMasked || isSet(style.maskImage);
	const own = hasSheets && isBlock(display) ? firstLineOf(element, style) : null;
	const firstLine = own ?? lineAround(around, style);
	return { ...around, reach, view, around, style, paint, opacity, blur, isMasked, firstLine };
}

/** What is around an element above the page: nothing but the page's backgrounds, and what is laid between. */
function placeOnTop(element: Element, { hasSheets }: Place): Place {
	const page = placeOfPage();
	const backgrounds = painted(getComputedStyle(element, '::backdrop'), page.paint.backgrounds);
	return { ...page, paint: { ...page.paint, backgrounds }, hasSheets, isOnTop: true };
}

/** The first line around an element that can begin there, too. */
function lineAround(
	{ firstLine }: Place,
	{ display, position, float }: CSSStyleDeclaration,
): FirstLine | null {
	const canBegin = /^(?:inline|block|list-item)$/.test(display) && !/absolute|fixed/.test(position);
	return firstLine && canBegin && float === 'none' ? firstLine : null;
}

/** What stands behind an element, and what its own filter and its blend mode make of the colours in it. */
function paintAround(element: Element, around: Place, style: CSSStyleDeclaration): Paint {
	const { filter, mixBlendMode: mode } = style;
	let seen = around.paint;
	if (isSet(mode) && mode !== 'normal') {
		const behind = backdropOf(around);
		if (behind) seen = withEffect(seen, (colour) => blended(colour, mode, behind));
		seen = { ...seen, isBlended: true };
	}
	// Browsers differ in whether the filter of a page is that of its canvas, too.
	if (!isSet(filter) || element === rootOf(document) || element === bodyOf(document)) return seen;
	if (filter.includes('drop-shadow'))
		seen = { ...seen, shadows: [...seen.shadows, ...shadowsDropped(style)] };
	const effect = effectOfFilter(filter, element);
	return effect ? withEffect(seen, effect) : seen;
}

/**
 * The colour with which an element is blended that stands in a place: the one that is painted there last, all over, within
 * the same stacking context. Null where nothing is, as on a page without a background, and where it is not known.
 */
function backdropOf({ paint, ...place }: Place): Colour | null {
	const { backgrounds, effect, isBlended } = paint;
	if (effect || isBlended || backgrounds?.length !== 1) return null;
	for (let at: Omit<Place, 'paint'> | null = place; at?.style; at = at.around) {
		const { backgroundColor, backgroundImage } = at.style;
		const isPlain = backgroundImage === 'none' && readColour(backgroundColor)?.alpha === 1;
		if (isPlain) return backgrounds[0] ?? null;
		if (at.around?.style && isStackingContext(at.style, at.around.style)) return null;
	}
	return null;
}

/** Whether an element has lines of its own. */
const isBlock = (display: string): boolean =>
	/^(?:block|inline-block|list-item|table-c|flow-root)/.test(display);

/** The nearest place that holds back what is positioned in it. Few elements are, so that it is found out when one is. */
function containerOf(place: Place, holds: (style: CSSStyleDeclaration) => boolean): Place {
	let container = place;
	while (container.around && container.style && !holds(container.style)) container = container.around;
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
		paint: { backgrounds, letters: undefined, shadows: [], effect: null, isBlended: false, outer: null },
		hasSheets: sheetsOf(document).length > 0 || adoptedBy(document).length !== 0,
		opacity: 1,
		blur: 0,
		isOnTop: false,
		isMasked: false,
		firstLine: null,
	};
}
