import type { Backgrounds } from './backgrounds.ts';
import type { TextBeside } from './beside-text.ts';
import { countOf } from './count-of.ts';
import { belowHiddenLine, LEAST_FONT_SIZE } from './first-line.ts';
import { isTooBlurred, type Place } from './hidden.ts';
import { type Letters, standsOut } from './letters.ts';
import { bodyOf, boxOf, rootOf } from './nodes.ts';
import { areaOf, isEmpty, overlap, type Rect, shows } from './rect.ts';

/** In square pixels. A character takes some 60, and with letters of two pixels still more than two. */
const LEAST_AREA = 2;

/** What a text stands in. */
interface Around {
	readonly element: Element;
	readonly style: CSSStyleDeclaration;
	readonly place: Place;
}

/** Where a text is, and where of that it is seen. */
interface SeenBox {
	box: DOMRect;
	within: Rect;
}

/**
 * The box of a text that a reader sees, of which a part may be cut off; null for one that nobody sees.
 *
 * @param range the text's
 * @param within where it must stand to be seen
 * @param beside finds what stands behind it without being around it
 */
export function seenBox(
	range: Range,
	text: string,
	{ element, style, place }: Around,
	{ within: area, beside }: { within: Rect; beside: TextBeside },
): SeenBox | null {
	if (style.visibility !== 'visible' || Number.parseFloat(style.fontSize) < LEAST_FONT_SIZE) return null;
	if (isTooBlurred(place.blur, style)) return null;
	const box = range.getBoundingClientRect();
	if (!shows(area, box) || isTooDense(text, box) || isMadeUnreadable(style)) return null;
	const { paint, opacity, firstLine } = place;
	const what = () => beside({ element, box, backgrounds: paint.backgrounds });
	const letters = { style, paint, opacity };
	if (!standsOutWhere(box, letters, what)) return null;
	const within = firstLine ? belowHiddenLine(area, firstLine, { ...letters, box }, what) : area;
	return within === area || shows(within, box) ? { box, within } : null;
}

/**
 * Whether a text stands out where it is: that need not be where the background around it in the source is, as with a menu
 * below its bar. Boxes are asked for only where that makes a difference.
 */
function standsOutWhere(box: Rect, letters: Letters, beside: () => Backgrounds | undefined): boolean {
	const { outer } = letters.paint;
	const stands = standsOut(letters, beside);
	if (!outer || isOfPage(outer.painter)) return stands;
	const outside = { ...letters, paint: outer.paint };
	if (stands && standsOut(outside, () => undefined)) return true;
	const both = overlap(boxOf(outer.painter), box);
	const isThere = !isEmpty(both) && areaOf(both) > areaOf(box) / 2;
	return isThere ? stands : standsOutWhere(box, outside, beside);
}

/** The backgrounds of these are painted all over the page. */
const isOfPage = (element: Element): boolean => element === bodyOf(document) || element === rootOf(document);

/** Whether the characters of a text share so little room that none is told from the next: scaled down, or upon each other. */
function isTooDense(text: string, { width, height }: DOMRect): boolean {
	const area = width * height;
	// Much of a text in a page's source can be white space, which is drawn as one blank.
	return area < LEAST_AREA * text.length && area < LEAST_AREA * countOf(text);
}

/** Whether dots stand in the place of the letters. */
function isMadeUnreadable(style: CSSStyleDeclaration): boolean {
	const instead = style.getPropertyValue('-webkit-text-security');
	return instead !== '' && instead !== 'none';
}
