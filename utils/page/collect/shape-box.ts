/** Where the shapes of a clip path or a mask are. */
import { attributeOf, boxInDrawing, lengthOfOutline, pointOfOutline, textOf } from './nodes.ts';
import type { Rect } from './rect.ts';

/** How many points of an outline are asked for. */
const POINTS = 64;
/** Longer paths are not gone along, in UTF-16 code units: a page can have hundreds of them. */
const LONGEST_PATH = 5_000;

/**
 * The box of a shape in the space of its drawing, before its own transform; undefined where nothing of it is drawn, null where
 * that is not known.
 */
export function boxOfShape(shape: SVGGraphicsElement): Rect | undefined | null {
	const { x, y, width, height } = boxInDrawing(shape);
	if (width > 0 && height > 0) return { left: x, top: y, right: x + width, bottom: y + height };
	// Firefox gives an empty box for all that stands in clip paths and masks.
	if (shape instanceof SVGGeometryElement) return boxOfOutline(shape);
	return textOf(shape)?.trim() === '' && shape instanceof SVGTextContentElement ? undefined : null;
}

/** What is around some points of an outline, and so much more that none of the others stands out. */
function boxOfOutline(shape: SVGGeometryElement): Rect | undefined | null {
	if ((attributeOf(shape, 'd')?.length ?? 0) > LONGEST_PATH) return null;
	const length = lengthOfOutline(shape);
	if (!(length > 0)) return undefined;
	const step = length / POINTS;
	const points = Array.from({ length: POINTS + 1 }, (_, at) => pointOfOutline(shape, at * step));
	const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
	const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
	if (right <= left || bottom <= top) return undefined;
	return { left: left - step, top: top - step, right: right + step, bottom: bottom + step };
}
