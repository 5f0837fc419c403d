import { clipShape } from './clip-shape.ts';
import { isSet } from './containing-block.ts';
import { boxOf, heightOf, widthOf, zoomOf } from './nodes.ts';
import type { Rect } from './rect.ts';
import { svgArea } from './svg-area.ts';

const NO_SHAPES: readonly Rect[] = [];

/** The areas to which an element is clipped and masked, as far as they are known. */
export function shapesOf(element: Element, style: CSSStyleDeclaration): readonly Rect[] {
	const { clipPath, maskImage, maskMode } = style;
	if (!isSet(clipPath) && !(isSet(maskImage) && maskImage.includes('#'))) return NO_SHAPES;
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
