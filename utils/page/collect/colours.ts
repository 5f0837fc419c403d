import { type Colour, coloursIn, readColour } from './colour.ts';

/** The colours that may stand behind a text; null where a picture does, which can have any. */
export type Backgrounds = readonly Colour[] | null;

/** What is seen where a colour is painted over an opaque one. */
export function over({ r, g, b, alpha }: Colour, behind: Colour): Colour {
	const mix = (front: number, back: number) => front * alpha + back * (1 - alpha);
	return { r: mix(r, behind.r), g: mix(g, behind.g), b: mix(b, behind.b), alpha: 1 };
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
export function luminance({ r, g, b }: Colour): number {
	const [red = 0, green = 0, blue = 0] = [r, g, b].map((value) => {
		const share = value / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: Colour, b: Colour): number {
	const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
	return (light + 0.05) / (dark + 0.05);
}

/** What has less contrast than this is not there for a reader. The faintest grey of placeholders has 1.4. */
const LEAST_CONTRAST = 1.2;

/** What stands behind a page that sets no colour. */
export function canvasColour(root: CSSStyleDeclaration): Backgrounds {
	const isDark = /dark/.test(root.colorScheme) && matchMedia('(prefers-color-scheme: dark)').matches;
	const value = isDark ? 18 : 255;
	return [{ r: value, g: value, b: value, alpha: 1 }];
}

/** What a colour that is painted somewhere looks like there, by filters and blend modes. */
export type Effect = (colour: Colour) => Colour;

/** What stands behind an element's text, by what stands behind the element. */
export interface Paint {
	/** As they are seen. */
	readonly backgrounds: Backgrounds;
	/** Whether a background is painted within the letters alone, and can be told there from what stands around them. */
	readonly isInLetters: boolean;
	/** Null where colours are seen as they are. */
	readonly effect: Effect | null;
}

/** What is painted where there was an effect already, and another one is added inside of it. */
export function withEffect(paint: Paint, inner: Effect): Paint {
	const { effect: outer } = paint;
	return { ...paint, effect: outer ? (colour) => outer(inner(colour)) : inner };
}

const seenBy = (colour: Colour | null, effect: Effect | null): Colour | null =>
	colour && effect ? effect(colour) : colour;

/** What an element paints, by what stands behind it; what stands behind it itself where it paints nothing. */
export function painted(
	style: CSSStyleDeclaration,
	behind: Backgrounds,
	effect: Effect | null = null,
): Backgrounds {
	const { backgroundColor, backgroundImage } = style;
	const hasImage = backgroundImage !== 'none' && backgroundImage !== '';
	// So it is with most elements. They get the very same list, as `isTold` remembers by it.
	if (!hasImage && backgroundColor === 'rgba(0, 0, 0, 0)') return behind;
	const colour = seenBy(readColour(backgroundColor), effect);
	if (!colour) return null;
	const base = colour.alpha === 1 ? [colour] : (behind?.map((back) => over(colour, back)) ?? null);
	if (!hasImage) return base;
	if (backgroundImage.includes('url(') || !base) return null;
	return coloursIn(backgroundImage)
		.map((stop) => effect?.(stop) ?? stop)
		.flatMap((stop) => base.map((back) => over(stop, back)));
}

/** @param display the element's; with `contents` it has no box that could be painted */
export function paintIn(style: CSSStyleDeclaration, display: string, around: Paint): Paint {
	const behind = around.backgrounds;
	const { effect } = around;
	const own = display === 'contents' ? behind : painted(style, behind, effect);
	if (own === behind) return around;
	const isClipped = style.backgroundClip === 'text' || style.webkitBackgroundClip === 'text';
	if (!isClipped) return { backgrounds: own, isInLetters: false, effect };
	const isInLetters =
		!own || !behind || own.some((front) => behind.some((back) => contrast(front, back) >= LEAST_CONTRAST));
	return { backgrounds: behind, isInLetters, effect };
}

/** A text with less of its colour has none of its own. */
const LEAST_ALPHA = 0.05;
/** What stands behind a text on a picture: any colour, so that a text with one of its own is told from it. */
const ANY: readonly Colour[] = [];

/** What has been found: most texts of a page have the colours of others. */
const verdicts = new WeakMap<readonly Colour[], Map<string, boolean>>();

/** Whether a colour, by its name, can be told from what stands behind it, where it is so opaque, from 0 to 1. */
function isTold(
	name: string,
	opacity: number,
	backgrounds: readonly Colour[],
	effect: Effect | null,
): boolean {
	if (effect) return hasContrast(seenBy(readColour(name), effect), opacity, backgrounds);
	const found = verdicts.get(backgrounds) ?? new Map<string, boolean>();
	verdicts.set(backgrounds, found);
	const key = opacity === 1 ? name : `${opacity} ${name}`;
	const verdict = found.get(key) ?? hasContrast(readColour(name), opacity, backgrounds);
	found.set(key, verdict);
	return verdict;
}

function hasContrast(colour: Colour | null, opacity: number, backgrounds: readonly Colour[]): boolean {
	if (!colour) return true;
	const alpha = colour.alpha * opacity;
	if (alpha < LEAST_ALPHA) return false;
	if (backgrounds.length === 0) return true;
	return backgrounds.some((back) => contrast(over({ ...colour, alpha }, back), back) >= LEAST_CONTRAST);
}

/** From this width on, nothing is left of letters below a line along their edges: of thin ones, and of bold ones. In ems. */
const LINE_OVER = { thin: 0.1, bold: 0.15 };

/** Whether a line along the edges of the letters, of the colour of what is behind them, is painted over them. */
function isStrokedOver(style: CSSStyleDeclaration, backgrounds: Backgrounds, effect: Effect | null): boolean {
	const { webkitTextStrokeWidth, fontSize, fontWeight } = style;
	const width = Number.parseFloat(webkitTextStrokeWidth);
	if (!(width > 0)) return false;
	const most = Number(fontWeight) >= 600 ? LINE_OVER.bold : LINE_OVER.thin;
	if (width < most * Number.parseFloat(fontSize) || style.paintOrder.startsWith('stroke')) return false;
	const { webkitTextStrokeColor: colour, textShadow } = style;
	if ((readColour(colour)?.alpha ?? 0) < 1 || (textShadow !== 'none' && textShadow !== '')) return false;
	return !isTold(colour, 1, backgrounds ?? ANY, effect);
}

/**
 * Whether text of this style can be told from what stands behind it.
 *
 * @param opacity how opaque the text and what stands around it are together, from 0 to 1
 * @param beside what stands behind the text, beside it in the source; undefined for nothing. Only asked where that counts
 */
export function standsOut(
	style: CSSStyleDeclaration,
	{ backgrounds, isInLetters, effect }: Paint,
	opacity: number,
	beside: () => Backgrounds | undefined,
): boolean {
	const name = style.webkitTextFillColor || style.color;
	if (isTold(name, opacity, backgrounds ?? ANY, effect)) return !isStrokedOver(style, backgrounds, effect);
	const colour = seenBy(readColour(name), effect);
	// Nothing behind makes up for a colour that is none: then the letters are seen by what is painted in them, or below them.
	if (colour && colour.alpha * opacity >= LEAST_ALPHA) {
		const other = beside();
		return other !== undefined && isTold(name, opacity, other ?? ANY, effect);
	}
	if (isInLetters) return true;
	const { webkitTextStrokeWidth: stroke, webkitTextStrokeColor, textShadow } = style;
	if (Number.parseFloat(stroke) > 0 && isTold(webkitTextStrokeColor, opacity, backgrounds ?? ANY, effect))
		return true;
	if (textShadow === 'none' || textShadow === '') return false;
	return coloursIn(textShadow).some((shadow) =>
		hasContrast(seenBy(shadow, effect), opacity, backgrounds ?? ANY),
	);
}
