/** Where the shapes of a clip path or a mask are. */
import { attributeOf, boxInDrawing, lengthOfOutline, pointOfOutline, textOf } from './nodes.ts';
import { EnclosingRect, type Rect } from './rect.ts';

/** How many points of an outline are asked for. */
const POINTS = 64;
/** Longer paths are not gone along, in UTF-16 code units: a drawing can have a hundred of them. */
const LONGEST_PATH = 2_000;

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
	if (!Number.isFinite(length)) return null;
	const step = length / POINTS;
	const points = new EnclosingRect();
	for (let at = 0; at <= POINTS; at += 1) points.add(pointOfOutline(shape, at * step));
	const { left = 0, top = 0, right = 0, bottom = 0 } = points.rect ?? {};
	if (right <= left || bottom <= top) return undefined;
	return { left: left - step, top: top - step, right: right + step, bottom: bottom + step };
}
