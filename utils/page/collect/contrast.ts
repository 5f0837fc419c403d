/** Whether colours can be told from those behind them. */
import { type Colour, readColour } from './colour.ts';
import type { Effect } from './colour-filter.ts';
import { lookMemory, remembered } from './look-memory.ts';

/** What is less opaque than this, from 0 to 1, lets what is behind it through. */
export const OPAQUE = 0.95;

/** What is seen where a colour is painted over an opaque one. */
export function over({ r, g, b, alpha }: Colour, behind: Colour): Colour {
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

/** What has less contrast than this is not there for a reader. The faintest grey of placeholders has 1.4. */
const LEAST_CONTRAST = 1.2;
/** Colours as bright as each other are told by their hue: if their red, green or blue, from 0 to 255, differs by so much. */
const LEAST_DISTANCE = 90;

export function differ(one: Colour, other: Colour): boolean {
	const distance = Math.max(Math.abs(one.r - other.r), Math.abs(one.g - other.g), Math.abs(one.b - other.b));
	if (distance >= LEAST_DISTANCE) return true;
	const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (light + 0.05) / (dark + 0.05) >= LEAST_CONTRAST;
}

/** A text with less of its colour has none of its own. */
const LEAST_ALPHA = 0.05;

/** What has been found: most texts of a page have the colours of others. */
const verdicts = lookMemory<readonly Colour[], Map<string, boolean>>();

/**
 * Whether a colour, by its name, can be told from what stands behind it.
 *
 * @param opacity from 0 to 1
 * @param behind opaque; none for a picture, which can have any colour
 */
export function isTold(
	name: string,
	opacity: number,
	behind: readonly Colour[],
	effect: Effect | null,
): boolean {
	if (effect) return isColourTold(readColour(name), opacity, behind, effect);
	const found = remembered(verdicts, behind, () => new Map<string, boolean>());
	const key = opacity === 1 ? name : `${opacity} ${name}`;
	return remembered(found, key, () => isColourTold(readColour(name), opacity, behind, null));
}

/** The same of a colour that is known; of one that is not, it is taken to be told. */
export function isColourTold(
	named: Colour | null,
	opacity: number,
	behind: readonly Colour[],
	effect: Effect | null,
): boolean {
	if (!named) return true;
	const colour = effect?.(named) ?? named;
	const alpha = colour.alpha * opacity;
	if (alpha < LEAST_ALPHA) return false;
	return behind.length === 0 || behind.some((back) => differ(over({ ...colour, alpha }, back), back));
}
