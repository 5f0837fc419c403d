/** What is painted behind texts by the elements around them. */
import { type Colour, coloursIn, readColour } from './colour.ts';
import type { Effect } from './colour-filter.ts';
import { OPAQUE, over } from './contrast.ts';
import { findAll, rootOf } from './nodes.ts';

/** The colours that may stand behind a text; null where a picture does, which can have any. */
export type Backgrounds = readonly Colour[] | null;

/** What stands behind an element's text, by what stands behind the element. */
export interface Paint {
	/** As they are seen. */
	readonly backgrounds: Backgrounds;
	/** What is painted within the letters alone; undefined for nothing. */
	readonly letters: Backgrounds | undefined;
	/** The colours of shadows that filters drop behind it. */
	readonly shadows: readonly Colour[];
	/** Null where colours are seen as they are. */
	readonly effect: Effect | null;
	/** Whether it is blended with what is behind it, in a way that is not known of all that may be there. */
	readonly isBlended: boolean;
	/** The element whose background it is, and what is painted around that; null for the page's. */
	readonly outer: { readonly painter: Element; readonly paint: Paint } | null;
}

/** What stands behind a page that sets no colour: what browsers call Canvas. */
export function canvasColour(root: CSSStyleDeclaration): Backgrounds {
	const schemes = root.colorScheme === 'normal' ? schemesOfPage() : root.colorScheme;
	const isDark =
		/\bdark\b/.test(schemes) &&
		(!/\blight\b/.test(schemes) || matchMedia('(prefers-color-scheme: dark)').matches);
	const value = isDark ? 18 : 255;
	return [{ r: value, g: value, b: value, alpha: 1 }];
}

/** Styles do not tell of those that a page names in its head. */
function schemesOfPage(): string {
	const root = rootOf(document);
	const [meta] = root ? findAll(root, 'meta[name="color-scheme" i]') : [];
	return meta instanceof HTMLMetaElement ? meta.content : '';
}

/** What is painted where there was an effect already, and another one is added inside of it. */
export function withEffect(paint: Paint, inner: Effect): Paint {
	const { effect: outer } = paint;
	return { ...paint, effect: outer ? (colour) => outer(inner(colour)) : inner };
}

/** Longer gradients are not worked out, in UTF-16 code units. */
const LONGEST_IMAGE = 5_000;

/** More colours than anybody paints behind one text. With more, any colour may be there. */
const MOST_COLOURS = 100;

/** A gradient that takes less of a box, in pixels or in percent of it, is a line or a sign. */
const LEAST_SIZE = { px: 8, '%': 20 };

/** How much of a box gradients paint: all of it, no more than lines, or a part behind which text may stand. */
function extentOf({ backgroundSize, backgroundRepeat }: CSSStyleDeclaration): 'all' | 'lines' | 'part' {
	const sizes = backgroundSize.split(/[ ,]+/);
	if (sizes.every((size) => /^(?:auto|cover|100%)?$/.test(size))) return 'all';
	const repeats = backgroundRepeat.split(',').map((layer) => layer.trim());
	const isLine = (size: string, isRepeated: boolean) => {
		const [, number = '', unit = ''] = /^([\d.]+)(px|%)$/.exec(size) ?? [];
		return !isRepeated && number !== '' && Number(number) < LEAST_SIZE[unit === 'px' ? 'px' : '%'];
	};
	const isLayerOfLine = (layer: string, at: number) => {
		const [width = '', height = 'auto'] = layer.trim().split(' ');
		const [across = '', down = across] = (repeats[at % repeats.length] ?? '').split(' ');
		const isAcross = across === 'repeat-x' || (across !== 'repeat-y' && across !== 'no-repeat');
		const isDown = down === 'repeat-y' || (down !== 'repeat-x' && down !== 'no-repeat');
		return isLine(width, isAcross) || isLine(height, isDown);
	};
	return backgroundSize.split(',').every(isLayerOfLine) ? 'lines' : 'part';
}

/** What an element paints, by what stands behind it; what stands behind it itself where it paints nothing. */
export function painted(
	style: CSSStyleDeclaration,
	behind: Backgrounds,
	effect: Effect | null = null,
): Backgrounds {
	const { backgroundColor, backgroundImage } = style;
	const hasImage = backgroundImage !== 'none' && backgroundImage !== '';
	// So it is with most elements. They share one list, by which `isTold` finds what it knows already.
	if (!hasImage && backgroundColor === 'rgba(0, 0, 0, 0)') return behind;
	const named = readColour(backgroundColor);
	if (!named) return null;
	const colour = effect?.(named) ?? named;
	const base = colour.alpha === 0 ? behind : layOver([colour], behind);
	if (!hasImage) return base;
	if (backgroundImage.includes('url(') || backgroundImage.length > LONGEST_IMAGE) return null;
	const extent = extentOf(style);
	if (extent === 'lines') return base;
	const stops = coloursIn(backgroundImage).map((stop) => effect?.(stop) ?? stop);
	const all = layOver(stops, base);
	return extent === 'all' || !base ? all : all && [...all, ...base];
}

/** Whether nothing is seen through an element's background: a colour, or a gradient of such colours all over it. */
export function isOpaque(style: CSSStyleDeclaration, effect: Effect | null): boolean {
	const isDense = (colour: Colour | null) => colour !== null && (effect?.(colour) ?? colour).alpha >= OPAQUE;
	if (isDense(readColour(style.backgroundColor))) return true;
	const { backgroundImage } = style;
	if (!backgroundImage.includes('gradient(') || backgroundImage.length > LONGEST_IMAGE) return false;
	const stops = coloursIn(backgroundImage);
	return (
		!backgroundImage.includes('url(') && extentOf(style) === 'all' && stops.length > 1 && stops.every(isDense)
	);
}

/** Colours over each of others, none of them twice. */
function layOver(colours: readonly Colour[], behind: Backgrounds): Backgrounds {
	const [first] = colours;
	if (colours.length === 1 && first?.alpha === 1) return [first];
	if (!behind || colours.length * behind.length > MOST_COLOURS) return null;
	const all = new Map<string, Colour>();
	for (const back of behind)
		for (const front of colours) {
			const seen = over(front, back);
			all.set([seen.r, seen.g, seen.b].map(Math.round).join(), seen);
		}
	return [...all.values()];
}

/** @param display the element's; with `contents` it has no box that could be painted */
export function paintIn(element: Element, style: CSSStyleDeclaration, display: string, around: Paint): Paint {
	if (display === 'contents') return around;
	const behind = around.backgrounds;
	const own = painted(style, behind, around.effect);
	if (own === behind) return around;
	if (isInLetters(style)) return { ...around, letters: own };
	return { ...around, backgrounds: own, shadows: [], outer: { painter: element, paint: around } };
}

export const isInLetters = ({ backgroundClip, webkitBackgroundClip }: CSSStyleDeclaration): boolean =>
	/\btext\b/.test(backgroundClip || webkitBackgroundClip);
