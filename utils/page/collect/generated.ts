import { holdsPositioned, isSet } from './containing-block.ts';
import { matrixOf } from './matrix.ts';
import { boxOf, scrollOf, widthOf } from './nodes.ts';
import type { Rect } from './rect.ts';
import { elementAround } from './shadow.ts';

/** What a style sheet generates before or after the content of an element, at a place of its own. */
export interface Generated {
	style: CSSStyleDeclaration;
	/** Takes some twenty styles to work out, where most of what is generated is a sign that covers nothing. */
	box: () => Rect;
	isFixed: boolean;
	/** Before the element's content, else after it. */
	isBefore: boolean;
	/** Whether it stands in what scrolls. */
	scrolls: () => boolean;
}

const pixels = (length: string): number => Number.parseFloat(length) || 0;

/** In pixels, of a length that can be in percent of a side. */
const lengthOf = (length: string, side: number): number =>
	length.endsWith('%') ? (pixels(length) * side) / 100 : pixels(length);

export function generatedIn(element: Element): Generated[] {
	const found: Generated[] = [];
	for (const name of ['::before', '::after']) {
		const style = getComputedStyle(element, name);
		const { content } = style;
		// Some of the documents that these scripts are tried in give an empty text.
		if (content === 'none' || content === 'normal' || content === '') continue;
		const { position, display } = style;
		if (display === 'none' || !/^(?:absolute|fixed)$/.test(position)) continue;
		const isFixed = position === 'fixed';
		const holder = () => (isFixed ? null : holderOf(element));
		found.push({
			style,
			box: () => boxIn(holder(), style, isFixed),
			isFixed,
			isBefore: name === '::before',
			scrolls: () => [element, holder()].some((around) => around !== null && scrollsIn(around)),
		});
	}
	return found;
}

const scrollsIn = (element: Element): boolean => /auto|scroll/.test(getComputedStyle(element).overflow);

/** The element from whose edges the place of what is generated is told; null for the page's. */
function holderOf(element: Element): Element | null {
	let holder: Element | null = element;
	while (holder && !holdsPositioned(getComputedStyle(holder))) holder = elementAround(holder);
	return holder;
}

function boxIn(holder: Element | null, style: CSSStyleDeclaration, isFixed: boolean): Rect {
	const { m41, m42 } = matrixOf(style.transform);
	const isWhole = style.boxSizing === 'border-box';
	const edges = (...names: readonly string[]) =>
		isWhole ? 0 : names.reduce((sum, name) => sum + pixels(style.getPropertyValue(name)), 0);
	const across = edges('padding-left', 'padding-right', 'border-left-width', 'border-right-width');
	const down = edges('padding-top', 'padding-bottom', 'border-top-width', 'border-bottom-width');
	const [moved = '', movedDown = ''] = (style.translate ?? '').split(' ');
	const x =
		pixels(style.left) + pixels(style.marginLeft) + m41 + lengthOf(moved, pixels(style.width) + across);
	const y =
		pixels(style.top) + pixels(style.marginTop) + m42 + lengthOf(movedDown, pixels(style.height) + down);
	const { left, top, scale } = holder ? cornerOf(holder) : cornerOfPage(isFixed);
	return {
		left: left + x * scale,
		top: top + y * scale,
		right: left + (x + pixels(style.width) + across) * scale,
		bottom: top + (y + pixels(style.height) + down) * scale,
	};
}

const cornerOfPage = (isFixed: boolean) => ({
	left: isFixed ? 0 : -scrollX,
	top: isFixed ? 0 : -scrollY,
	scale: 1,
});

/** Where what stands in an element begins, and how much larger than by its styles it is drawn. */
function cornerOf(holder: Element) {
	const { left, top, right } = boxOf(holder);
	const scroll = scrollOf(holder);
	const width = holder instanceof HTMLElement ? widthOf(holder) : 0;
	const scale = width > 0 ? (right - left) / width : 1;
	return {
		left: left + (scroll.clientLeft - scroll.left) * scale,
		top: top + (scroll.clientTop - scroll.top) * scale,
		scale,
	};
}

/** Whether it is drawn turned, skewed or in another size, so that its box tells little of it. */
export function isBent({ transform, translate, rotate, scale }: CSSStyleDeclaration): boolean {
	const { a, b, c, d } = matrixOf(transform);
	return [translate, rotate, scale].some(isSet) || a !== 1 || b !== 0 || c !== 0 || d !== 1;
}
