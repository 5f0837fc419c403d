/** What only a browser's drawing tells of colours: they are painted on a canvas, and read from there. */
import type { Colour } from './colour.ts';
import { createElement } from './nodes.ts';

/** A colour that every browser reads alike. */
const KNOWN = 'rgb(18, 52, 86)';

/** Both sides of what is drawn, in pixels. */
const SIDE = 8;

type Context = CanvasRenderingContext2D;

let canvas: Context | null | undefined;

/** The canvas is of the page's document, where the filters of its drawings are known, and stands nowhere in it. */
function createContext(): Context | null {
	const element = createElement('canvas');
	if (!(element instanceof HTMLCanvasElement)) return null;
	element.width = element.height = SIDE;
	return element.getContext('2d', { willReadFrequently: true });
}

function contextOf(): Context | null {
	canvas ??= createContext();
	return canvas;
}

function coloursAfter(context: Context, paint: (context: Context) => void): readonly Colour[] {
	context.reset();
	// Firefox keeps what was painted.
	context.clearRect(0, 0, SIDE, SIDE);
	paint(context);
	const { data } = context.getImageData(0, 0, SIDE, SIDE);
	return Array.from({ length: SIDE * SIDE }, (_, at) => {
		const [r = 0, g = 0, b = 0, alpha = 0] = data.subarray(4 * at, 4 * at + 4);
		return { r, g, b, alpha: alpha / 255 };
	});
}

function fill(context: Context, name: string): void {
	context.fillStyle = name;
	context.fillRect(0, 0, SIDE, SIDE);
}

/**
 * The colours of what is painted, all over it; null where the browser gives other pixels than were drawn, as those do that
 * protect against being recognized.
 */
function drawn(paint: (context: Context) => void): readonly Colour[] | null {
	const context = contextOf();
	if (!context) return null;
	const isTrue = coloursAfter(context, (known) => fill(known, KNOWN)).every(
		({ r, g, b, alpha }) => r === 18 && g === 52 && b === 86 && alpha === 1,
	);
	return isTrue ? coloursAfter(context, paint) : null;
}

const colourAfter = (paint: (context: Context) => void): Colour | null => drawn(paint)?.[0] ?? null;

/** A canvas keeps the colour that it had where it is given none: after two colours it would then have two. */
function isColour(context: Context, name: string): boolean {
	const [one, other] = [KNOWN, 'rgb(1, 2, 3)'].map((before) => {
		context.fillStyle = before;
		context.fillStyle = name;
		return context.fillStyle;
	});
	return one === other;
}

const known = new Map<string, Colour | null>();

function remembered(key: string, find: () => Colour | null): Colour | null {
	const found = known.get(key);
	if (found !== undefined) return found;
	const colour = find();
	known.set(key, colour);
	return colour;
}

/**
 * The colour of a notation that computed styles keep as it is written, such as `oklch(…)` and `color(…)`; null where it
 * cannot be found out.
 */
export function colourNamed(name: string): Colour | null {
	return remembered(name, () => {
		const context = contextOf();
		return context && isColour(context, name) ? colourAfter((plain) => fill(plain, name)) : null;
	});
}

const nameOf = ({ r, g, b, alpha }: Colour): string => `rgba(${r}, ${g}, ${b}, ${alpha})`;

/** More functions than a filter has that somebody wants to see, in UTF-16 code units. */
const LONGEST_FILTER = 500;

/**
 * What a colour becomes by a filter; the colour itself where that cannot be found out.
 *
 * @param filter functions that change each colour by itself
 */
export function filtered(colour: Colour, filter: string): Colour {
	if (filter === '' || filter.length > LONGEST_FILTER) return colour;
	const name = nameOf(colour);
	const find = () =>
		colourAfter((context) => {
			context.filter = filter;
			fill(context, name);
		});
	// A drawing in the page can be another one the next time.
	const found = filter.includes('url(') ? find() : remembered(`${filter} ${name}`, find);
	return found ?? colour;
}

/** How a canvas calls the modes: but for one, as style sheets do. */
const MODES = new Map<string, GlobalCompositeOperation>([['plus-lighter', 'lighter']]);
const ALIKE: readonly GlobalCompositeOperation[] = [
	'multiply',
	'screen',
	'overlay',
	'darken',
	'lighten',
	'color-dodge',
	'color-burn',
	'hard-light',
	'soft-light',
	'difference',
	'exclusion',
	'hue',
	'saturation',
	'color',
	'luminosity',
];
for (const mode of ALIKE) MODES.set(mode, mode);

/**
 * What is seen where a colour is painted over another one by a blend mode.
 *
 * @param mode the value of `mix-blend-mode`
 * @param behind opaque
 */
export function blended(colour: Colour, mode: string, behind: Colour): Colour {
	const [front, back] = [nameOf(colour), nameOf(behind)];
	const find = () =>
		colourAfter((context) => {
			fill(context, back);
			context.globalCompositeOperation = MODES.get(mode) ?? 'source-over';
			fill(context, front);
		});
	return remembered(`${mode} ${front} ${back}`, find) ?? colour;
}

const pictures = new WeakMap<HTMLImageElement, readonly Colour[] | null>();

/**
 * The colours of a picture, all over it; null for one that is not there, and for those of other sites, which browsers show
 * to nobody but the user.
 */
export function coloursOfPicture(picture: HTMLImageElement): readonly Colour[] | null {
	if (!picture.complete || picture.naturalWidth === 0) return null;
	const found = pictures.get(picture);
	if (found !== undefined) return found;
	const colours = readPicture(picture);
	pictures.set(picture, colours);
	return colours;
}

function readPicture(picture: HTMLImageElement): readonly Colour[] | null {
	try {
		return drawn((context) => context.drawImage(picture, 0, 0, SIDE, SIDE));
	} catch (error) {
		if (!(error instanceof DOMException)) throw error;
		// What was drawn of another site stays unreadable with the canvas.
		canvas = undefined;
		return null;
	}
}
