import { type Paint, standsOut } from './colours.ts';
import { walkerOf } from './nodes.ts';

/** In pixels. What is written smaller is read by nobody. */
export const LEAST_FONT_SIZE = 2;

/** Of so many texts in an element, the first one that is drawn is looked for. */
const MOST_TEXTS = 50;

/**
 * Where the first line of an element ends, if a style sheet (`::first-line`) makes that line one that nobody sees; else
 * null. In pixels, from the window's upper edge.
 */
export function endOfHiddenLine(
	element: Element,
	style: CSSStyleDeclaration,
	{ paint, opacity }: { paint: Paint; opacity: number },
): number | null {
	const line = getComputedStyle(element, '::first-line');
	const { webkitTextFillColor, fontSize } = line;
	if (webkitTextFillColor === style.webkitTextFillColor && fontSize === style.fontSize) return null;
	if (Number.parseFloat(fontSize) >= LEAST_FONT_SIZE && standsOut(line, paint, opacity, () => undefined))
		return null;
	return endOfFirstLine(element);
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
