import { bodyOf, boxOf, heightOf, rootOf, scrollerOfPage, scrollOf, widthOf } from './nodes.ts';

/** A part of the plane, in pixels from the window's upper left corner, as `getBoundingClientRect` gives it. */
export interface Rect {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** What less than a pixel of is seen, nobody reads. */
const LEAST = 1;

export function overlap(a: Rect, b: Rect): Rect {
	return {
		left: Math.max(a.left, b.left),
		top: Math.max(a.top, b.top),
		right: Math.min(a.right, b.right),
		bottom: Math.min(a.bottom, b.bottom),
	};
}

/** Grows around points. */
export class EnclosingRect {
	/** Undefined before the first point. */
	rect: Rect | undefined;

	add({ x, y }: { readonly x: number; readonly y: number }): void {
		const { left = x, top = y, right = x, bottom = y } = this.rect ?? {};
		this.rect = {
			left: Math.min(left, x),
			top: Math.min(top, y),
			right: Math.max(right, x),
			bottom: Math.max(bottom, y),
		};
	}
}

export function isEmpty({ left, top, right, bottom }: Rect): boolean {
	return !(right - left > LEAST && bottom - top > LEAST);
}

export function areaOf({ left, top, right, bottom }: Rect): number {
	return (right - left) * (bottom - top);
}

/** Of a text at least so much is seen each way, or all of it where that is less. In pixels: a letter's half. */
const LEAST_OF_TEXT = 4;

/** Whether enough of a text's box is within an area that a reader would notice it. */
export function shows(within: Rect, box: Rect): boolean {
	const { left, top, right, bottom } = box;
	const isEnough = (part: number, whole: number) =>
		part > LEAST && part >= Math.min(LEAST_OF_TEXT, whole * 0.9);
	return (
		isEnough(Math.min(right, within.right) - Math.max(left, within.left), right - left) &&
		isEnough(Math.min(bottom, within.bottom) - Math.max(top, within.top), bottom - top)
	);
}

/** How much larger an element is drawn than its own pixels are. */
function scaleOf(element: Element, { left, top, right, bottom }: Rect): { across: number; down: number } {
	if (!(element instanceof HTMLElement)) return { across: 1, down: 1 };
	const [width, height] = [widthOf(element), heightOf(element)];
	return { across: width > 0 ? (right - left) / width : 1, down: height > 0 ? (bottom - top) / height : 1 };
}

/** Where an element's content can be scrolled to, all of it. */
export function scrollArea(element: Element, style: CSSStyleDeclaration): Rect {
	const box = boxOf(element);
	const scroll = scrollOf(element);
	const { across, down } = scaleOf(element, box);
	const top = box.top + (scroll.clientTop - scroll.top) * down;
	const edge = box.left + (scroll.clientLeft - scroll.left) * across;
	const [width, height] = [scroll.width * across, scroll.height * down];
	// What is laid out from the other side is scrolled from there, and the numbers are negative.
	const beyond = {
		left: edge + scroll.clientWidth * across - width,
		top: top + scroll.clientHeight * down - height,
	};
	const isVertical = /^(?:vertical|sideways)/.test(style.writingMode);
	if (isVertical || /reverse/.test(style.flexDirection))
		return { ...beyond, right: edge + width, bottom: top + height };
	const left = style.direction === 'rtl' ? beyond.left : edge;
	return { left, top, right: left + width, bottom: top + height };
}

/** The window, as far as it shows the page. */
export function viewport(): Rect {
	return { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
}

/** More of a page to the side than this many times the window's width is no place for a reader. */
const WIDTHS_TO_THE_SIDE = 3;

/** All that can be scrolled to in the page. */
export function pageArea(): Rect {
	const root = rootOf(document);
	const scroller = scrollerOfPage();
	if (!root || !scroller) return viewport();
	const { width: whole, height, clientWidth } = scrollOf(scroller);
	const isFixed = [root, bodyOf(document)].some(
		(element) => element && /hidden|clip/.test(getComputedStyle(element).overflowX),
	);
	const width = isFixed ? clientWidth : Math.min(whole, clientWidth * WIDTHS_TO_THE_SIDE);
	const { direction, writingMode } = getComputedStyle(bodyOf(document) ?? root);
	const isVertical = /^(?:vertical|sideways)/.test(writingMode);
	const isFromRight = direction === 'rtl' || isVertical;
	// Lines that stand side by side go on as far as the page does.
	const across = isVertical ? whole : width;
	const left = isFromRight ? clientWidth - across - scrollX : -scrollX;
	const right = (isFromRight ? clientWidth - scrollX : left + across) + (isVertical ? across : 0);
	const area = { left, top: -scrollY, right, bottom: Math.max(height, innerHeight) - scrollY };
	const body = bodyOf(document);
	if (!body || getComputedStyle(body).position !== 'fixed') return area;
	// So a page is kept from scrolling while a dialog is open. What is above and below comes back when that closes.
	const { top, bottom } = boxOf(body);
	return { ...area, top: Math.min(area.top, top), bottom: Math.max(area.bottom, bottom) };
}
