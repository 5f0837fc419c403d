import { boxOf, parentElement, scrollOf } from './nodes.ts';
import type { Rect } from './rect.ts';

/** What a style sheet generates before or after the content of an element, at a place of its own. */
export interface Generated {
	style: CSSStyleDeclaration;
	box: Rect;
	isFixed: boolean;
	/** Before the element's content, else after it. */
	isBefore: boolean;
}

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
		const box = boxOfGenerated(element, style, isFixed);
		found.push({ style, box, isFixed, isBefore: name === '::before' });
	}
	return found;
}

/** Where generated content stands: styles tell it from the edge of the nearest positioned box. */
function boxOfGenerated(element: Element, style: CSSStyleDeclaration, isFixed: boolean): Rect {
	let holder: Element | null = isFixed ? null : element;
	while (holder && getComputedStyle(holder).position === 'static') holder = parentElement(holder);
	const { left, top } = holder ? boxOf(holder) : { left: 0, top: 0 };
	const { clientLeft, clientTop } = holder ? scrollOf(holder) : { clientLeft: 0, clientTop: 0 };
	const [x, y, width, height] = [style.left, style.top, style.width, style.height].map(
		(value) => Number.parseFloat(value) || 0,
	);
	const [fromLeft, fromTop] = [left + clientLeft + Number(x), top + clientTop + Number(y)];
	return { left: fromLeft, top: fromTop, right: fromLeft + Number(width), bottom: fromTop + Number(height) };
}
