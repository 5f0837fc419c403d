import { type Backgrounds, backgroundsIn } from './colours.ts';
import { bodyOf, boxOf, rootOf } from './nodes.ts';
import { isEmpty, overlap, type Rect, scrollArea, viewport } from './rect.ts';

/** What an element's place in the page makes of the text in it. */
export interface Place {
	/** Where text must stand to be seen: at once, or by scrolling. */
	reach: Rect;
	/** Where it must stand to be seen now. */
	view: Rect;
	/** Of the element around; null of the page. */
	around: Place | null;
	/** Whether what is positioned in the element is held back by it. */
	isContainer: () => boolean;
	backgrounds: Backgrounds;
	/** From 0 to 1. */
	opacity: number;
}

/** Less opaque than this is nothing. */
const LEAST_OPACITY = 0.05;

/** What is read of a style for more than one purpose: to ask the browser for it costs as much as all that is done with it. */
export interface Basics {
	readonly display: string;
	readonly position: string;
}

/** Whether an element that is drawn so has a box of its own, which can cut and move what stands in it. */
const isBox = (display: string): boolean => display !== 'inline' && display !== 'contents';

/** Whether a style hides all of its element, whatever stands in it. */
function isHiding(style: CSSStyleDeclaration, { display, position }: Basics): boolean {
	if (display === 'none' || (isBox(display) && style.contentVisibility === 'hidden')) return true;
	const { filter } = style;
	if (filter !== 'none' && /opacity\((?:0|0?\.0\d*|[0-4](?:\.\d+)?%)\)/.test(filter)) return true;
	// `clip` holds for what is positioned so.
	const isLoose = position === 'absolute' || position === 'fixed';
	return (isLoose && isCutToNothing(style)) || isClippedAway(style);
}

/** Whether an element is cut to nothing, as texts for screen readers are. */
function isCutToNothing({ clip }: CSSStyleDeclaration): boolean {
	const [top, right, bottom, left] = clip?.match(/-?[\d.]+px/g)?.map(Number.parseFloat) ?? [];
	return left !== undefined && (Number(right) - left <= 1 || Number(bottom) - Number(top) <= 1);
}

function isClippedAway({ clipPath }: CSSStyleDeclaration): boolean {
	if (!clipPath || clipPath === 'none') return false;
	const inset = /^inset\(([^)]*)\)/.exec(clipPath)?.[1];
	if (inset !== undefined) return isWholeInset(inset.split(' round ')[0]?.trim().split(/\s+/) ?? []);
	if (/^(?:circle|ellipse)\(0(?:px|%)?(?:\s|\))/.test(clipPath)) return true;
	const corners = /^polygon\(([^)]*)\)/.exec(clipPath)?.[1]?.split(',');
	return corners !== undefined && new Set(corners.map((corner) => corner.trim())).size < 3;
}

function isWholeInset([top = '0', right = top, bottom = top, left = right]: string[]): boolean {
	const share = (length: string) => (length.endsWith('%') ? Number.parseFloat(length) : 0);
	return share(top) + share(bottom) >= 100 || share(left) + share(right) >= 100;
}

/** The place of what stands in an element; null if nothing of it can be seen. */
export function placeIn(
	element: Element,
	style: CSSStyleDeclaration,
	basics: Basics,
	around: Place,
): Place | null {
	if (isHiding(style, basics)) return null;
	const opacity = around.opacity * Number(style.opacity || 1);
	if (opacity < LEAST_OPACITY) return null;
	const { display, position } = basics;
	let { reach, view } = around;
	if (position === 'absolute') ({ reach, view } = containerOf(around));
	if (position === 'fixed') reach = view = viewport();
	const overflow = isBox(display) ? style.overflow : 'visible';
	if (overflow !== 'visible' && !isWindows(element)) {
		const box = boxOf(element);
		const seen = overlap(reach, box);
		if (isEmpty(seen)) return null;
		view = overlap(view, box);
		reach = /auto|scroll/.test(overflow) ? scrollArea(element, style) : seen;
	}
	// Few elements are positioned freely, so that it is found out when one is.
	const isContainer = () => position !== 'static' || (isBox(display) && isMoved(style));
	const backgrounds = backgroundsIn(style, around.backgrounds);
	return { reach, view, around, isContainer, backgrounds, opacity };
}

function isMoved({ transform }: CSSStyleDeclaration): boolean {
	return transform !== 'none' && transform !== '';
}

/** The nearest place that holds back what is positioned in it. */
function containerOf(place: Place): Place {
	let container = place;
	while (container.around && !container.isContainer()) container = container.around;
	return container;
}

/** Whether the overflow of an element is the window's. */
const isWindows = (element: Element): boolean => element === bodyOf(document) || element === rootOf(document);
