/** Whether letters can be told from what stands behind them. */
import type { Backgrounds, Paint } from './backgrounds.ts';
import { type Colour, coloursIn, readColour } from './colour.ts';
import { differ, isColourTold, isTold, OPAQUE } from './contrast.ts';

/** What stands behind a text on a picture: any colour, so that a text with one of its own is told from it. */
const ANY: readonly Colour[] = [];

/** From this width on, in ems, nothing is left of letters below a line along their edges, by their weight. */
const lineOver = (weight: number): number => (weight < 600 ? 0.1 : weight < 800 ? 0.2 : 0.3);

/** In letters that are less opaque than this, what is painted there is seen. */
const MOST_OF_FILL = 0.5;

/** A shadow that is further away, or more blurred, no longer has the form of the letters. In ems. */
const NEAR_SHADOW = 0.75;

const pixels = (length: string | undefined): number => Number.parseFloat(length ?? '') || 0;

/** So much of a value is read, in UTF-16 code units. */
const LONGEST_VALUE = 2_000;

/** The colours of shadows, by the computed values of `text-shadow` or `drop-shadow()`, that show the letters before them. */
function shadowsIn(value: string, fontSize: string): Colour[] {
	const most = NEAR_SHADOW * pixels(fontSize);
	return (value.slice(0, LONGEST_VALUE).match(/(?:[^,()]|\([^()]*\))+/g) ?? []).flatMap((shadow) => {
		const lengths = (shadow.replace(/\([^()]*\)/g, '').match(/-?[\d.]+px/g) ?? []).map(pixels);
		return lengths.every((length) => Math.abs(length) <= most) ? coloursIn(shadow) : [];
	});
}

/** The colours of the shadows that a filter drops behind an element's letters. */
export const shadowsDropped = ({ filter, fontSize }: CSSStyleDeclaration): readonly Colour[] =>
	[...filter.slice(0, LONGEST_VALUE).matchAll(/drop-shadow\(((?:[^()]|\([^()]*\))*)\)/g)].flatMap(
		([, shadow = '']) => shadowsIn(shadow, fontSize),
	);

/** Letters as they are painted. */
export interface Letters {
	readonly style: CSSStyleDeclaration;
	/** What is painted behind them and in them. */
	readonly paint: Paint;
	/** How opaque they and what stands around them are together, from 0 to 1. */
	readonly opacity: number;
}

/**
 * Whether letters can be told from what stands behind them.
 *
 * @param beside what stands behind them, beside them in the source; undefined for nothing. Only asked where that counts
 */
export function standsOut(letters: Letters, beside: () => Backgrounds | undefined): boolean {
	const { style, paint } = letters;
	if (isSeenOn(letters, paint.backgrounds ?? ANY)) return true;
	const other = beside();
	if (other === undefined) return false;
	// Of those it is not known whether the effect is theirs, too, nor what blending makes of them.
	if (paint.isBlended) return readColour(fillOf(style))?.alpha !== 0;
	const { effect } = paint;
	return (
		isSeenOn(letters, other ?? ANY) ||
		(effect !== null && other !== null && isSeenOn(letters, other.map(effect)))
	);
}

const fillOf = (style: CSSStyleDeclaration): string => style.webkitTextFillColor || style.color;

function isSeenOn({ style, paint, opacity }: Letters, behind: readonly Colour[]): boolean {
	const { letters, effect, shadows } = paint;
	const name = fillOf(style);
	const isLine = pixels(style.webkitTextStrokeWidth) > 0;
	if (isTold(name, opacity, behind, effect) && !(isLine && isStrokedOver(style, effect, behind))) return true;
	if (isLine && isTold(style.webkitTextStrokeColor, opacity, behind, effect)) return true;
	if (letters !== undefined && isThin(name, opacity, effect)) {
		if (!letters || behind.length === 0) return true;
		if (letters.some((front) => behind.some((back) => differ(front, back)))) return true;
	}
	const { textShadow } = style;
	const own = textShadow === 'none' || textShadow === '' ? [] : shadowsIn(textShadow, style.fontSize);
	return [...own, ...shadows].some((shadow) => isColourTold(shadow, opacity, behind, effect));
}

/** Whether letters let what is painted in them through. */
function isThin(name: string, opacity: number, effect: Paint['effect']): boolean {
	const fill = readColour(name);
	return fill !== null && (effect?.(fill) ?? fill).alpha * opacity < MOST_OF_FILL;
}

/** Whether a line along the edges of the letters, of the colour of what is behind them, is painted over them. */
function isStrokedOver(
	style: CSSStyleDeclaration,
	effect: Paint['effect'],
	behind: readonly Colour[],
): boolean {
	const { webkitTextStrokeWidth: width, webkitTextStrokeColor: colour, fontSize, fontWeight } = style;
	if (pixels(width) < lineOver(Number(fontWeight)) * pixels(fontSize) || isFilledLast(style.paintOrder))
		return false;
	return (readColour(colour)?.alpha ?? 0) >= OPAQUE && !isTold(colour, 1, behind, effect);
}

/** Whether letters are filled over their lines: mostly it is the other way round. */
function isFilledLast(order: string): boolean {
	const [stroke, fill] = [order.indexOf('stroke'), order.indexOf('fill')];
	return stroke !== -1 && (fill === -1 || stroke < fill);
}
