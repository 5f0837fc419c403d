import { type Colour, coloursIn, readColour } from './colour.ts';

/** The colours that may stand behind a text; null where a picture does, which can have any. */
export type Backgrounds = readonly Colour[] | null;

function over({ r, g, b, alpha }: Colour, behind: Colour): Colour {
	const mix = (front: number, back: number) => front * alpha + back * (1 - alpha);
	return { r: mix(r, behind.r), g: mix(g, behind.g), b: mix(b, behind.b), alpha: 1 };
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance({ r, g, b }: Colour): number {
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

/** What stands behind an element's text, by what stands behind the element. */
export interface Paint {
	readonly backgrounds: Backgrounds;
	/** Whether a background is painted within the letters alone, and can be told there from what stands around them. */
	readonly isInLetters: boolean;
}

/** What an element paints, by what stands behind it; what stands behind it itself where it paints nothing. */
export function painted(style: CSSStyleDeclaration, behind: Backgrounds): Backgrounds {
	const { backgroundColor, backgroundImage } = style;
	const hasImage = backgroundImage !== 'none' && backgroundImage !== '';
	// So it is with most elements. They get the very same list, as `isTold` remembers by it.
	if (!hasImage && backgroundColor === 'rgba(0, 0, 0, 0)') return behind;
	const colour = readColour(backgroundColor);
	if (!colour) return null;
	const base = colour.alpha === 1 ? [colour] : (behind?.map((back) => over(colour, back)) ?? null);
	if (!hasImage) return base;
	if (backgroundImage.includes('url(') || !base) return null;
	return coloursIn(backgroundImage).flatMap((stop) => base.map((back) => over(stop, back)));
}

/** @param display the element's; with `contents` it has no box that could be painted */
export function paintIn(style: CSSStyleDeclaration, display: string, around: Paint): Paint {
	const behind = around.backgrounds;
	const own = display === 'contents' ? behind : painted(style, behind);
	if (own === behind) return around;
	const isClipped = style.backgroundClip === 'text' || style.webkitBackgroundClip === 'text';
	if (!isClipped) return { backgrounds: own, isInLetters: false };
	const isInLetters =
		!own || !behind || own.some((front) => behind.some((back) => contrast(front, back) >= LEAST_CONTRAST));
	return { backgrounds: behind, isInLetters };
}

/** A text with less of its colour has none of its own. */
const LEAST_ALPHA = 0.05;
/** What stands behind a text on a picture: any colour, so that a text with one of its own is told from it. */
const ANY: readonly Colour[] = [];

/** What has been found: most texts of a page have the colours of others. */
const verdicts = new WeakMap<readonly Colour[], Map<string, boolean>>();

/** Whether a colour, by its name, can be told from what stands behind it, where it is so opaque, from 0 to 1. */
function isTold(name: string, opacity: number, backgrounds: readonly Colour[]): boolean {
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

/**
 * Whether text of this style can be told from what stands behind it.
 *
 * @param opacity how opaque the text and what stands around it are together, from 0 to 1
 * @param beside what stands behind the text, beside it in the source; undefined for nothing. Only asked where that counts
 */
export function standsOut(
	style: CSSStyleDeclaration,
	{ backgrounds, isInLetters }: Paint,
	opacity: number,
	beside: () => Backgrounds | undefined,
): boolean {
	const name = style.webkitTextFillColor || style.color;
	if (isTold(name, opacity, backgrounds ?? ANY)) return true;
	const colour = readColour(name);
	// Nothing behind makes up for a colour that is none: then the letters are seen by what is painted in them, or below them.
	if (colour && colour.alpha * opacity >= LEAST_ALPHA) {
		const other = beside();
		return other !== undefined && isTold(name, opacity, other ?? ANY);
	}
	if (isInLetters) return true;
	const { webkitTextStrokeWidth: stroke, webkitTextStrokeColor, textShadow } = style;
	if (Number.parseFloat(stroke) > 0 && isTold(webkitTextStrokeColor, opacity, backgrounds ?? ANY))
		return true;
	if (textShadow === 'none' || textShadow === '') return false;
	return coloursIn(textShadow).some((shadow) => hasContrast(shadow, opacity, backgrounds ?? ANY));
}
