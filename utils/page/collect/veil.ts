/** What lies over text and lets it through, but not as it is: what is nearly opaque, blended, or filters what is below it. */
import { readColour } from './colour.ts';
import { type Effect, over, type Paint, standsOut } from './colours.ts';
import { isSet } from './containing-block.ts';
import { blended, filtered } from './drawn.ts';
import { blurIn, isTooBlurred, type Place } from './hidden.ts';
import { colourFilter } from './svg-reference.ts';

export interface Veil {
	/** What colours below it look like through it. */
	effect: Effect;
	/** How far letters below it are blurred, in pixels. */
	blur: number;
}

/** Through what is less opaque, all text can be read. */
const LEAST_ALPHA = 0.5;

/** What an element makes of text below it; null where it lets all through. */
export function veilBy(element: Element, style: CSSStyleDeclaration, { opacity, paint }: Place): Veil | null {
	const { backdropFilter = '', mixBlendMode: mode } = style;
	const own = readColour(style.backgroundColor);
	if (!own) return null;
	const isBlended = isSet(mode) && mode !== 'normal';
	const painted = paint.effect?.(own) ?? own;
	const colour = { ...painted, alpha: painted.alpha * opacity };
	if (isBlended ? colour.alpha === 0 : !isSet(backdropFilter) && colour.alpha < LEAST_ALPHA) return null;
	const filter = isSet(backdropFilter) ? colourFilter(backdropFilter, element) : '';
	return {
		effect(below) {
			// What is filtered is painted over what it was made of.
			const behind = over(filtered(below, filter), below);
			return isBlended ? blended(colour, mode, behind) : over(colour, behind);
		},
		blur: blurIn(backdropFilter),
	};
}

/** Whether a text cannot be read through a veil. */
export function isVeiled(element: Element, { paint, opacity }: Place, { effect, blur }: Veil): boolean {
	const style = getComputedStyle(element);
	if (isTooBlurred(blur, style)) return true;
	const { effect: own, isInLetters } = paint;
	const seen: Paint = {
		isInLetters,
		backgrounds: paint.backgrounds?.map(effect) ?? null,
		effect: own ? (colour) => effect(own(colour)) : effect,
	};
	return !standsOut(style, seen, opacity, () => undefined);
}
