import { clipShape } from './clip-shape.ts';
import { isSet } from './containing-block.ts';
import { matrixOf } from './matrix.ts';
import { boxOf, heightOf, widthOf, zoomOf } from './nodes.ts';
import type { Rect } from './rect.ts';
import { elementAround } from './shadow.ts';
import { svgArea } from './svg-area.ts';

const NO_SHAPES: readonly Rect[] = [];

/** The areas to which an element is clipped and masked, as far as they are known. */
export function shapesOf(element: Element, style: CSSStyleDeclaration): readonly Rect[] {
	const { clipPath, maskImage, maskMode } = style;
	if (!isSet(clipPath) && !(isSet(maskImage) && maskImage.includes('#'))) return NO_SHAPES;
	if (isTurned(element)) return NO_SHAPES;
	const box = boxOf(element);
	const { width, height } = sizeOf(element, box);
	// Lengths of shapes are of the size that the element has before it is transformed.
	const whole = { left: 0, top: 0, right: width, bottom: height };
	const [across, down] = [(box.right - box.left) / width, (box.bottom - box.top) / height];
	const mask = /^(?:match-source|luminance)?$/.test(maskMode) ? svgArea(maskImage, element, whole) : null;
	return [clipShape(clipPath, whole), svgArea(clipPath, element, whole), mask]
		.filter((shape) => shape !== null)
		.map((shape) => ({
			left: box.left + shape.left * across,
			top: box.top + shape.top * down,
			right: box.left + shape.right * across,
			bottom: box.top + shape.bottom * down,
		}));
}

/** Whether an element is not only moved and scaled: then what is clipped of it is not a part of its box from the same side. */
function isTurned(element: Element): boolean {
	for (let at: Element | null = element; at; at = elementAround(at)) {
		const { transform, rotate } = getComputedStyle(at);
		if (transform === 'none' && !isSet(rotate)) continue;
		const { a, b, c, d, is2D } = matrixOf(transform);
		if (isSet(rotate) || !is2D || b !== 0 || c !== 0 || a <= 0 || d <= 0) return true;
	}
	return false;
}

/** How large an element is before it is transformed and zoomed; as it is seen where that is not known. */
function sizeOf(element: Element, { left, top, right, bottom }: Rect): { width: number; height: number } {
	const [across, down] = [right - left || 1, bottom - top || 1];
	if (!(element instanceof HTMLElement)) return { width: across, height: down };
	const [width, height, zoom] = [widthOf(element), heightOf(element), zoomOf(element)];
	// They come in whole pixels: without a transform, the box tells it better.
	const isAlike = Math.abs(width - across) < 1 && Math.abs(height - down) < 1;
	return width > 0 && height > 0 && !isAlike
		? { width: width / zoom, height: height / zoom }
		: { width: across / zoom, height: down / zoom };
}
