/** How far a drawing in the page lets an element through that it clips or masks. */
import { readColour } from './colour.ts';
import { luminance } from './colours.ts';
import { matrixOf } from './matrix.ts';
import { attributeOf, childrenOf, parentElement } from './nodes.ts';
import type { Rect } from './rect.ts';
import { boxOfShape } from './shape-box.ts';
import { svgReferredTo } from './svg-reference.ts';

/** A page can have more shapes than a function may have arguments. */
const MOST_SHAPES = 1_000;
/** What is darker lets nothing through a mask. */
const LEAST_LUMINANCE = 0.05;

/**
 * The smallest rectangle around what a clip path or a mask shows of an element; null where it shows all, and where that is
 * not known: drawings of other files.
 *
 * @param value the computed value of `clip-path` or `mask-image`
 * @param element with this value
 * @param box the element's
 */
export function svgArea(value: string, element: Element, box: Rect): Rect | null {
	const drawing = svgReferredTo(value, element);
	const isMask = drawing instanceof SVGMaskElement;
	if (!drawing || !(isMask || drawing instanceof SVGClipPathElement) || !isDrawn(drawing)) return null;
	const units = attributeOf(drawing, isMask ? 'maskContentUnits' : 'clipPathUnits');
	const [across, down] =
		units === 'objectBoundingBox' ? [box.right - box.left, box.bottom - box.top] : [1, 1];
	const around = transformOf(drawing);
	const corners: DOMPoint[] = [];
	for (const shape of [...childrenOf(drawing)].slice(0, MOST_SHAPES)) {
		if (!(shape instanceof SVGGraphicsElement) || (isMask && isBlack(shape))) continue;
		const own = boxOfShape(shape);
		if (own === null) return null;
		if (!own) continue;
		const matrix = around.multiply(transformOf(shape));
		for (const x of [own.left, own.right])
			for (const y of [own.top, own.bottom]) corners.push(new DOMPoint(x, y).matrixTransform(matrix));
	}
	if (corners.length === 0) return { ...box, right: box.left, bottom: box.top };
	const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
	return {
		left: box.left + Math.min(...xs) * across,
		top: box.top + Math.min(...ys) * down,
		right: box.left + Math.max(...xs) * across,
		bottom: box.top + Math.max(...ys) * down,
	};
}

/** Browsers do as if what stands in nothing that is drawn were not there. */
function isDrawn(drawing: Element): boolean {
	for (let at: Element | null = drawing; at; at = parentElement(at))
		if (getComputedStyle(at).display === 'none') return false;
	return true;
}

const transformOf = (element: Element): DOMMatrix => matrixOf(getComputedStyle(element).transform);

/** Whether a shape in a mask lets nothing through: its colour, and that of its outline. */
function isBlack(shape: SVGGraphicsElement): boolean {
	if (!(shape instanceof SVGGeometryElement)) return false;
	const { fill, fillOpacity, stroke, strokeOpacity } = getComputedStyle(shape);
	const letsThrough = (paint: string, opacity: string) => {
		if (paint === 'none') return false;
		const colour = readColour(paint);
		return !colour || luminance(colour) * colour.alpha * Number(opacity || 1) >= LEAST_LUMINANCE;
	};
	return !letsThrough(fill, fillOpacity) && !letsThrough(stroke, strokeOpacity);
}
