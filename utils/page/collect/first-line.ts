import type { Backgrounds } from './backgrounds.ts';
import { type Letters, standsOut } from './letters.ts';
import { walkerOf } from './nodes.ts';
import type { Rect } from './rect.ts';

/** In pixels. What is written smaller is read by nobody. */
export const LEAST_FONT_SIZE = 2;

/** Of so many texts in an element, the first one that is drawn is looked for. */
const MOST_TEXTS = 50;

/** The first line of an element, where a style sheet (`::first-line`) gives it a colour or a size of its own. */
export interface FirstLine {
	/** Of the element: what has another style than this does not take the line's. */
	readonly around: CSSStyleDeclaration;
	readonly line: CSSStyleDeclaration;
	/** Where the line ends, in pixels from the window's upper edge; null where no line is drawn. */
	readonly bottom: number | null;
}

/** Null where the first line is drawn as the others, and where it is not known how. */
export function firstLineOf(element: Element, style: CSSStyleDeclaration): FirstLine | null {
	const line = getComputedStyle(element, '::first-line');
	if (isAlike(line, style) || /^(?:vertical|sideways)/.test(style.writingMode)) return null;
	if (line.backgroundColor !== 'rgba(0, 0, 0, 0)' || line.backgroundImage !== 'none') return null;
	return { around: style, line, bottom: endOfFirstLine(element) };
}

const isAlike = (one: CSSStyleDeclaration, other: CSSStyleDeclaration): boolean =>
	one.webkitTextFillColor === other.webkitTextFillColor && one.fontSize === other.fontSize;

/**
 * The part of an area below a first line that nobody sees; all of it where the line is seen, and where a text does not stand
 * in it or has a style of its own.
 *
 * @param box the text's
 * @param beside what stands behind it without being around it
 */
export function belowHiddenLine(
	area: Rect,
	{ around, line, bottom }: FirstLine,
	text: Letters & { readonly box: Rect },
	beside: () => Backgrounds | undefined,
): Rect {
	if (bottom === null || text.box.top >= bottom || !isAlike(text.style, around)) return area;
	const isSmall = Number.parseFloat(line.fontSize) < LEAST_FONT_SIZE;
	if (!isSmall && standsOut({ ...text, style: line }, beside)) return area;
	return { ...area, top: Math.max(area.top, bottom) };
}

function endOfFirstLine(element: Element): number | null {
	const walker = walkerOf(document, element, NodeFilter.SHOW_TEXT);
	const range = new Range();
	for (let texts = 0, text = walker.nextNode(); text && texts < MOST_TEXTS; texts += 1) {
		range.selectNodeContents(text);
		const [line] = text.nodeValue?.trim() === '' ? [] : range.getClientRects();
		if (line) return line.bottom;
		text = walker.nextNode();
	}
	return null;
}
