/** Red, green and blue from 0 to 255, and how much covers what is behind it, from 0 to 1. */
interface Colour {
	r: number;
	g: number;
	b: number;
	alpha: number;
}

/** The colours that may stand behind a text; null where a picture does, which can have any. */
export type Backgrounds = readonly Colour[] | null;

/** A computed colour. Null for those in other notations (`color(display-p3 …)`), of which nothing is known. */
function readColour(text: string): Colour | null {
	const [, numbers] = /^rgba?\(([^)]*)\)$/.exec(text.trim()) ?? [];
	if (numbers === undefined) return text === 'transparent' ? { r: 0, g: 0, b: 0, alpha: 0 } : null;
	const [r = 0, g = 0, b = 0, alpha = 1] = numbers.split(/[\s,/]+/).map(Number);
	return { r, g, b, alpha };
}

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
export function backgroundsIn(style: CSSStyleDeclaration, behind: Backgrounds): Backgrounds {
	const { backgroundColor, backgroundImage } = style;
	const hasImage = backgroundImage !== 'none' && backgroundImage !== '';
	// So it is with most elements. They get the very same list, as `hasContrast` remembers by it.
	if (!hasImage && backgroundColor === 'rgba(0, 0, 0, 0)') return behind;
	const colour = readColour(backgroundColor);
	if (!colour) return null;
	const base = colour.alpha === 1 ? [colour] : (behind?.map((back) => over(colour, back)) ?? null);
	if (!hasImage) return base;
	if (backgroundImage.includes('url(') || !base) return null;
	const stops = [...backgroundImage.matchAll(/rgba?\([^)]*\)/g)].map(([stop]) => readColour(stop));
	const known = stops.filter((stop) => stop !== null);
	return known.flatMap((stop) => base.map((back) => over(stop, back)));
}

/** A text with less of its colour has none of its own. */
const LEAST_ALPHA = 0.05;
/** What stands behind a text on a picture: any colour, so that a text with one of its own is told from it. */
const ANY: readonly Colour[] = [];

/** What has been found: most texts of a page have the colours of others. */
const verdicts = new WeakMap<readonly Colour[], Map<string, boolean>>();

/** Whether a colour, by its name, can be told from what stands behind it. */
function isTold(name: string, backgrounds: readonly Colour[]): boolean {
	const found = verdicts.get(backgrounds) ?? new Map<string, boolean>();
	verdicts.set(backgrounds, found);
	const verdict = found.get(name) ?? hasContrast(readColour(name), backgrounds);
	found.set(name, verdict);
	return verdict;
}

function hasContrast(colour: Colour | null, backgrounds: readonly Colour[]): boolean {
	if (!colour) return true;
	if (colour.alpha < LEAST_ALPHA) return false;
	if (backgrounds.length === 0) return true;
	return backgrounds.some((back) => contrast(over(colour, back), back) >= LEAST_CONTRAST);
}

/** Whether text of this style can be told from what stands behind it. */
export function standsOut(style: CSSStyleDeclaration, backgrounds: Backgrounds): boolean {
	const name = style.webkitTextFillColor || style.color;
	if (isTold(name, backgrounds ?? ANY)) return true;
	// The background is seen through the letters.
	if (style.backgroundClip === 'text' || style.webkitBackgroundClip === 'text') return true;
	const colour = readColour(name);
	const hasOwn = !colour || colour.alpha >= LEAST_ALPHA;
	return !hasOwn && style.textShadow !== 'none' && style.textShadow !== '';
}
