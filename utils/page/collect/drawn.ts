/** What only a browser's drawing tells of colours: they are painted on a canvas, and read from there. */
import type { Colour } from './colour.ts';
import { lookMemory, remembered } from './look-memory.ts';
import { createElement } from './nodes.ts';

/** A colour that every browser reads alike. */
const KNOWN = 'rgb(18, 52, 86)';

/** Both sides of what is drawn, in pixels. */
export const SIDE = 32;

type Context = CanvasRenderingContext2D;
type PaintColours = (context: Context) => void;

let canvas: Context | null | undefined;

/** The canvas is of the page's document, where the filters of its drawings are known, and stands nowhere in it. */
function createContext(): Context | null {
	const element = createElement('canvas');
	if (!(element instanceof HTMLCanvasElement)) return null;
	element.width = element.height = SIDE;
	return element.getContext('2d', { willReadFrequently: true });
}

/**
 * A canvas with nothing on it; null where the browser gives other pixels than were drawn, as those do that protect against
 * being recognized.
 */
function emptyCanvas(): Context | null {
	if (canvas === undefined) {
		canvas = createContext();
		if (canvas) fill(canvas, KNOWN);
		const { r, g, b, alpha } = (canvas && colourAt(canvas)) ?? {};
		if (r !== 18 || g !== 52 || b !== 86 || alpha !== 1) canvas = null;
	}
	canvas?.reset();
	// Firefox keeps what was painted.
	canvas?.clearRect(0, 0, SIDE, SIDE);
	return canvas;
}

/** What was drawn of another site stays unreadable with its canvas. */
export function dropCanvas(): void {
	canvas = undefined;
}

function fill(context: Context, name: string): void {
	context.fillStyle = name;
	context.fillRect(0, 0, SIDE, SIDE);
}

const readPixel = ([r = 0, g = 0, b = 0, alpha = 0]: ArrayLike<number> & Iterable<number>): Colour => ({
	r,
	g,
	b,
	alpha: alpha / 255,
});

/** The colour in the middle. */
const colourAt = (context: Context): Colour => readPixel(context.getImageData(SIDE / 2, SIDE / 2, 1, 1).data);

function colourAfter(paint: PaintColours): Colour | null {
	const context = emptyCanvas();
	if (!context) return null;
	paint(context);
	return colourAt(context);
}

/** The colours of what is painted, each of them once; null where they cannot be told. */
export function coloursAfter(paint: PaintColours): readonly Colour[] | null {
	const context = emptyCanvas();
	if (!context) return null;
	paint(context);
	const { data } = context.getImageData(0, 0, SIDE, SIDE);
	const all = new Map<number, Colour>();
	for (let at = 0; at < data.length; at += 4) {
		const pixel = data.subarray(at, at + 4);
		const [r = 0, g = 0, b = 0, alpha = 0] = pixel;
		all.set(((r * 256 + g) * 256 + b) * 256 + alpha, readPixel(pixel));
	}
	return [...all.values()];
}

/** A canvas keeps the colour that it had where it is given none: after two colours it would then have two. */
function isColour(context: Context, name: string): boolean {
	const [one, other] = [KNOWN, 'rgb(1, 2, 3)'].map((before) => {
		context.fillStyle = before;
		context.fillStyle = name;
		return context.fillStyle;
	});
	return one === other;
}

const colours = lookMemory<string, Colour | null>();

/**
 * The colour of a notation that computed styles keep as it is written, such as `oklch(…)` and `color(…)`; null where it
 * cannot be found out.
 */
export const colourNamed = (name: string): Colour | null =>
	remembered(colours, name, () => {
		const context = emptyCanvas();
		return context && isColour(context, name) ? colourAfter((plain) => fill(plain, name)) : null;
	});

const notationOf = ({ r, g, b }: Colour): string => `rgb(${[r, g, b].map(Math.round).join(', ')})`;

/**
 * What a drawing in the page makes of a colour as a filter; null where that cannot be found out.
 *
 * @param filter `url("#…")`, of a drawing that changes each colour by itself
 */
export function filteredByDrawing(colour: Colour, filter: string): Colour | null {
	const name = notationOf(colour);
	const found = remembered(colours, `${filter} ${name}`, () =>
		colourAfter((context) => {
			context.filter = filter;
			fill(context, name);
		}),
	);
	return found && { ...found, alpha: found.alpha * colour.alpha };
}

/** But for this one, a canvas calls the modes as style sheets do. */
const LIGHTER = 'plus-lighter';

/**
 * What is seen where a colour is painted over another one by a blend mode, as opaque as it is.
 *
 * @param mode the value of `mix-blend-mode`, not `normal`
 * @param behind opaque
 */
export function blended(colour: Colour, mode: string, behind: Colour): Colour {
	if (colour.alpha === 0) return colour;
	const [front, back] = [notationOf(colour), notationOf(behind)];
	const found = remembered(colours, `${mode} ${front} ${back}`, () =>
		colourAfter((context) => {
			fill(context, back);
			context.globalCompositeOperation = mode === LIGHTER ? 'lighter' : (mode as GlobalCompositeOperation);
			fill(context, front);
		}),
	);
	return found ? { ...found, alpha: colour.alpha } : colour;
}
