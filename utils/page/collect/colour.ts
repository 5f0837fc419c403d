import { colourNamed } from './drawn.ts';

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
		return text === 'transparent' ? { r: 0, g: 0, b: 0, alpha: 0 } : colourNamed(text);
	const [r = 0, g = 0, b = 0, alpha = 1] = numbers.split(/[\s,/]+/).map(Number);
	return { r, g, b, alpha };
}

const NOTATION = /(?:rgba?|hsla?|hwb|(?:ok)?l(?:ab|ch)|color)\([^()]*\)/g;

/** The colours that a computed value names: a gradient's stops, a shadow's. Those that cannot be found out are left out. */
export function coloursIn(value: string): Colour[] {
	return [...value.matchAll(NOTATION)].flatMap(([name]) => readColour(name) ?? []);
}
