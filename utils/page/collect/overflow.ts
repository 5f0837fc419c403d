/** What elements cut off of what overflows them, and what of it can be scrolled to. */
import { hasBox } from './containing-block.ts';
import { boxOf } from './nodes.ts';
import { isEmpty, overlap, type Rect, scrollArea } from './rect.ts';

/** What happens to what overflows an element: rows of tables show it, and some elements cut it off to be drawn apart. */
export function overflowOf({ overflow, contain }: CSSStyleDeclaration, display: string): string {
	if (!hasBox(display) || /^table-(?:row|column|header|footer)/.test(display)) return 'visible';
	return overflow === 'visible' && /paint|strict|content/.test(contain) ? 'clip' : overflow;
}

/** Where text must stand to be seen: at once or by scrolling, and now. */
interface Areas {
	reach: Rect;
	view: Rect;
}

/** What is left of some areas in an element that cuts off what overflows it; null for nothing. */
export function cutBy(
	overflow: string,
	element: Element,
	style: CSSStyleDeclaration,
	areas: Areas,
): Areas | null {
	const box = uncut(overflow, style, boxOf(element));
	const seen = overlap(areas.reach, box);
	if (isEmpty(seen)) return null;
	const reach = /auto|scroll/.test(overflow) ? scrolled(overflow, seen, scrollArea(element, style)) : seen;
	return { reach, view: overlap(areas.view, box) };
}

/** The area beyond which an element cuts off what stands in it: without ends where it cuts nothing off. */
function uncut(overflow: string, { overflowClipMargin }: CSSStyleDeclaration, box: Rect): Rect {
	const [across = '', down = across] = overflow.split(' ');
	const margin = Number.parseFloat(/[\d.]+px/.exec(overflowClipMargin ?? '')?.[0] ?? '0');
	const beyond = (axis: string) => {
		if (axis === 'visible') return Number.MAX_SAFE_INTEGER;
		return axis === 'clip' ? margin : 0;
	};
	return {
		left: box.left - beyond(across),
		right: box.right + beyond(across),
		top: box.top - beyond(down),
		bottom: box.bottom + beyond(down),
	};
}

/** What is seen of a box that scrolls: along an axis that scrolls all of it, along another what is seen now. */
function scrolled(overflow: string, seen: Rect, whole: Rect): Rect {
	const [across = '', down = across] = overflow.split(' ');
	const scrolls = (axis: string) => /auto|scroll/.test(axis);
	const { left, right } = scrolls(across) ? whole : seen;
	const { top, bottom } = scrolls(down) ? whole : seen;
	return { left, top, right, bottom };
}
