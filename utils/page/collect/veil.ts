/** What lies over text and lets it through, but not as it is: what is nearly opaque, blended, or filters what is below it. */
import type { Backgrounds, Paint } from './backgrounds.ts';
import { type Colour, readColour } from './colour.ts';
import { type Effect, effectOfFilter } from './colour-filter.ts';
import { isSet } from './containing-block.ts';
import { over } from './contrast.ts';
import { blended } from './drawn.ts';
import { blurIn, isTooBlurred, type Place } from './hidden.ts';
import { standsOut } from './letters.ts';

export interface Veil {
	/** What colours below it look like through it. */
	effect: Effect;
	/** How far letters below it are blurred, in pixels. */
	blur: number;
}

/** Through what is less opaque, all text can be read. */
const LEAST_ALPHA = 0.5;
/** What an element filters below it is painted as opaque as the element: through less than this, the letters shine unfiltered. */
const LEAST_OPACITY = 0.9;

/** What an element makes of text below it; null where it lets all through, and where it is not known what it does. */
export function veilBy(element: Element, style: CSSStyleDeclaration, place: Place): Veil | null {
	const named = readColour(style.backgroundColor);
	if (!named || place.isMasked) return null;
	const { mixBlendMode: mode } = style;
	if (isSet(mode) && mode !== 'normal') return veilByBlending(named, mode, style, place);
	if (place.paint.isBlended) return null;
	const painted = place.paint.effect?.(named) ?? named;
	const colour = { ...painted, alpha: painted.alpha * place.opacity };
	const { backdropFilter = '' } = style;
	const filters = isSet(backdropFilter) && place.opacity >= LEAST_OPACITY && !isGroupAround(place);
	if (!filters && colour.alpha < LEAST_ALPHA) return null;
	const filter = filters ? effectOfFilter(backdropFilter, element) : null;
	return {
		effect: keepingAlpha((below) => over(colour, filter ? { ...filter(below), alpha: 1 } : below)),
		blur: filters ? blurIn(backdropFilter) : 0,
	};
}

/** Of one colour, blended by itself: with what stands around, it is blended as a whole. */
function veilByBlending(named: Colour, mode: string, style: CSSStyleDeclaration, place: Place): Veil | null {
	const around = place.around?.paint;
	const isPlain = style.backgroundImage === 'none' && !isSet(style.filter) && place.opacity === 1;
	if (!isPlain || named.alpha === 0 || !around || around.effect || around.isBlended) return null;
	return { effect: keepingAlpha((below) => over(blended(named, mode, below), below)), blur: 0 };
}

/** What a colour that lets others through looks like below a veil, and lets as much through. */
const keepingAlpha =
	(effect: Effect): Effect =>
	(below) => ({ ...effect({ ...below, alpha: 1 }), alpha: below.alpha });

/** Whether what stands here is painted as a whole: then what is behind that whole is not filtered. */
function isGroupAround({ around }: Place): boolean {
	for (let at = around; at?.around && at.style; at = at.around) {
		const { filter, opacity, maskImage, clipPath, mixBlendMode, backdropFilter = '' } = at.style;
		if ([filter, maskImage, clipPath, backdropFilter].some(isSet) || Number(opacity || 1) < 1) return true;
		if (isSet(mixBlendMode) && mixBlendMode !== 'normal') return true;
	}
	return false;
}

/**
 * Whether a text cannot be read through a veil.
 *
 * @param beside what stands behind the text without being around it
 */
export function isVeiled(
	element: Element,
	{ paint, opacity }: Place,
	{ effect, blur }: Veil,
	beside: () => Backgrounds | undefined,
): boolean {
	const style = getComputedStyle(element);
	if (isTooBlurred(blur, style)) return true;
	const { effect: own } = paint;
	const seen: Paint = {
		...paint,
		letters: paint.letters?.map(effect) ?? paint.letters,
		backgrounds: paint.backgrounds?.map(effect) ?? null,
		effect: own ? (colour) => effect(own(colour)) : effect,
	};
	const veiled = (behind: Backgrounds | undefined) => behind?.map(effect) ?? behind;
	return !standsOut({ style, paint: seen, opacity }, () => veiled(beside()));
}
