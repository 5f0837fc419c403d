/** Red, green and blue from 0 to 255, and how much covers what is behind it, from 0 to 1. */
export interface Colour {
	r: number;
	g: number;
	b: number;
	alpha: number;
}

/** A computed colour; null where it cannot be found out. */
export function readColour(text: string): Colour | null {
	const [, numbers] = /^rgba?\(([^)]*)\)$/.exec(text.trim()) ?? [];
	if (numbers === undefined)
		return text === 'transparent' ? { r: 0, g: 0, b: 0, alpha: 0 } : drawnColour(text);
	const [r = 0, g = 0, b = 0, alpha = 1] = numbers.split(/[\s,/]+/).map(Number);
	return { r, g, b, alpha };
}

const NOTATION = /(?:rgba?|hsla?|hwb|(?:ok)?l(?:ab|ch)|color)\([^()]*\)/g;

/** The colours that a computed value names: a gradient's stops, a shadow's. Those that cannot be found out are left out. */
export function coloursIn(value: string): Colour[] {
	return [...value.matchAll(NOTATION)].flatMap(([name]) => readColour(name) ?? []);
}

/** A colour that every browser reads alike. */
const KNOWN = 'rgb(18, 52, 86)';

const drawn = new Map<string, Colour | null>();
let canvas: OffscreenCanvasRenderingContext2D | null | undefined;

/**
 * The colour of a notation that computed styles keep as it is written, such as `oklch(…)` and `color(…)`: it is drawn, and
 * read from the pixel.
 */
function drawnColour(name: string): Colour | null {
	const known = drawn.get(name);
	if (known !== undefined) return known;
	canvas ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
	const isTrue = canvas !== null && pixelOf(canvas, KNOWN).join() === '18,52,86,255';
	const colour = canvas && isTrue && isColour(canvas, name) ? colourOf(pixelOf(canvas, name)) : null;
	drawn.set(name, colour);
	return colour;
}

/** A canvas keeps the colour that it had where it is given none: after two colours it would then have two. */
function isColour(context: OffscreenCanvasRenderingContext2D, name: string): boolean {
	const [one, other] = [KNOWN, 'rgb(1, 2, 3)'].map((before) => {
		context.fillStyle = before;
		context.fillStyle = name;
		return context.fillStyle;
	});
	return one === other;
}

/** Browsers that protect against being recognized give other pixels than were drawn. */
function pixelOf(context: OffscreenCanvasRenderingContext2D, name: string): Uint8ClampedArray {
	context.clearRect(0, 0, 1, 1);
	context.fillStyle = name;
	context.fillRect(0, 0, 1, 1);
	return context.getImageData(0, 0, 1, 1).data;
}

function colourOf([r = 0, g = 0, b = 0, alpha = 255]: Uint8ClampedArray): Colour {
	return { r, g, b, alpha: alpha / 255 };
}
