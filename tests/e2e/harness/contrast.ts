/** The relative luminance of an sRGB colour whose channels go from 0 to 255: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminanceOf(channels: readonly number[]): number {
	const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
		const part = channel / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * The channels of a colour as the style sheet writes it (`#rrggbb`), or as the browser tells it (`rgb(r, g, b)`). Any
 * other form is an error.
 */
function readColour(colour: string): number[] {
	const hex = /^#(..)(..)(..)$/.exec(colour);
	if (hex) return hex.slice(1).map((channel) => Number.parseInt(channel, 16));
	const rgb = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(colour);
	if (rgb) return rgb.slice(1).map(Number);
	throw new Error(`${colour} is not an opaque colour.`);
}

/**
 * The contrast of two colours, from 1 (the same colour) to 21 (black on white):
 * https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
export function contrastOf(colour: string, ground: string): number {
	const [dark = 0, light = 0] = [colour, ground]
		.map((one) => luminanceOf(readColour(one)))
		.sort((a, b) => a - b);
	return (light + 0.05) / (dark + 0.05);
}
