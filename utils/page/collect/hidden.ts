import { type Backgrounds, backgroundsIn } from './colours.ts';
import { bodyOf, boxOf, rootOf } from './nodes.ts';
import { isEmpty, overlap, type Rect, scrollArea, viewport } from './rect.ts';

/** What an element's place in the page makes of the text in it. */
export interface Place {
	/** Where text must stand to be seen: at once, or by scrolling. */
	reach: Rect;
	/** Where it must stand to be seen now. */
	view: Rect;
	/** The same for what is positioned, which only positioned elements around it hold back. */
	positioned: { reach: Rect; view: Rect };
	backgrounds: Backgrounds;
	/** From 0 to 1. */
	opacity: number;
}

/** Less opaque than this is nothing. */
const LEAST_OPACITY = 0.05;

/** Whether a style hides all of its element, whatever stands in it. */
function isHiding(style: CSSStyleDeclaration): boolean {
	return (
		style.display === 'none' ||
		style.contentVisibility === 'hidden' ||
		/opacity\((?:0|0?\.0\d*|[0-4](?:\.\d+)?%)\)/.test(style.filter) ||
		isCutToNothing(style) ||
		isClippedAway(style)
	);
}

/** Whether an element is cut to nothing, as texts for screen readers are; `clip` holds for what is positioned. */
function isCutToNothing({ position, clip }: CSSStyleDeclaration): boolean {
	if (position !== 'absolute' && position !== 'fixed') return false;
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
export function placeIn(element: Element, style: CSSStyleDeclaration, around: Place): Place | null {
	if (isHiding(style)) return null;
	const opacity = around.opacity * Number(style.opacity || 1);
	if (opacity < LEAST_OPACITY) return null;
	const { position, overflowX, overflowY } = style;
	let { reach, view } = around;
	if (position === 'absolute') ({ reach, view } = around.positioned);
	if (position === 'fixed') reach = view = viewport();
	// The overflow of the page itself is the window's.
	const isRoot = element === bodyOf(document) || element === rootOf(document);
	const isCutting = overflowX !== 'visible' || overflowY !== 'visible';
	if (isCutting && !isRoot && style.display !== 'inline' && style.display !== 'contents') {
		const box = boxOf(element);
		const seen = overlap(reach, box);
		if (isEmpty(seen)) return null;
		view = overlap(view, box);
		reach = /auto|scroll/.test(overflowX + overflowY) ? scrollArea(element, style) : seen;
	}
	const isContainer = position !== 'static' || (style.transform !== 'none' && style.transform !== '');
	return {
		reach,
		view,
		positioned: isContainer ? { reach, view } : around.positioned,
		backgrounds: backgroundsIn(style, around.backgrounds),
		opacity,
	};
}
