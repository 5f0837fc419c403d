import type { TextBeside } from './beside-text.ts';
import { standsOut } from './colours.ts';
import { countOf } from './count-of.ts';
import { LEAST_FONT_SIZE } from './first-line.ts';
import { isTooBlurred, type Place } from './hidden.ts';
import { type Rect, shows } from './rect.ts';

/** In square pixels. A character takes some 60, and with letters of two pixels still more than two. */
const LEAST_AREA = 2;

/** What a text stands in. */
interface Around {
	readonly element: Element;
	readonly style: CSSStyleDeclaration;
	readonly place: Place;
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
	{ within, beside }: { within: Rect; beside: TextBeside },
): DOMRect | null {
	if (style.visibility !== 'visible' || Number.parseFloat(style.fontSize) < LEAST_FONT_SIZE) return null;
	if (isTooBlurred(place.blur, style)) return null;
	const box = range.getBoundingClientRect();
	if (!shows(within, box) || isTooDense(text, box) || isMadeUnreadable(style)) return null;
	const { paint, opacity } = place;
	const what = () => beside({ element, box, backgrounds: paint.backgrounds });
	return standsOut(style, paint, opacity, what) ? box : null;
}

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
