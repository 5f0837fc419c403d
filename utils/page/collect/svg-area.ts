/** How far a drawing in the page lets an element through that it clips or masks. */
import { readColour } from './colour.ts';
import { lookMemory, remembered } from './look-memory.ts';
import { matrixOf } from './matrix.ts';
import { attributeOf, childrenOf, parentElement } from './nodes.ts';
import { EnclosingRect, type Rect } from './rect.ts';
import { boxOfShape } from './shape-box.ts';
import { svgReferredTo } from './svg-reference.ts';

/** Of drawings with more shapes it is not known what they show: to go through them would take long. */
const MOST_SHAPES = 100;
/** What is darker lets nothing through a mask: so much of white, from 0 to 1. */
const LEAST_LIGHT = 0.03;

/** What a drawing shows, in its own units; null where that is not known. */
interface Shown {
	area: Rect;
	/** Whether its units are the sides of the box that is clipped, else pixels. */
	isInShares: boolean;
}

const drawings = lookMemory<Element, Shown | null>();

/**
 * The smallest rectangle around what a clip path or a mask shows of an element; null where that is not known, as of drawings
 * in other files.
 *
 * @param value the computed value of `clip-path` or `mask-image`
 * @param element with this value
 * @param box the element's, before it is transformed
 */
export function svgArea(value: string, element: Element, box: Rect): Rect | null {
	const drawing = svgReferredTo(value, element);
	if (!drawing || !(element instanceof HTMLElement)) return null;
	const shown = remembered(drawings, drawing, () => readShown(drawing));
	if (!shown) return null;
	const { area, isInShares } = shown;
	const [across, down] = isInShares ? [box.right - box.left, box.bottom - box.top] : [1, 1];
	return {
		left: box.left + area.left * across,
		top: box.top + area.top * down,
		right: box.left + area.right * across,
		bottom: box.top + area.bottom * down,
	};
}

function readShown(drawing: Element): Shown | null {
	const isMask = drawing instanceof SVGMaskElement;
	if (!(isMask || drawing instanceof SVGClipPathElement) || !isDrawn(drawing)) return null;
	const shapes = childrenOf(drawing);
	if (shapes.length > MOST_SHAPES || (isMask && !isOfLight(drawing))) return null;
	const around = transformOf(drawing);
	const all = new EnclosingRect();
	for (const shape of shapes) {
		if (!(shape instanceof SVGGraphicsElement)) continue;
		const colours = isMask ? lightOf(shape) : 'light';
		if (colours === 'dark') continue;
		const box = boxOfShape(shape);
		const own = transformOf(shape);
		// A line that is as wide as it likes has a box all the same.
		if (colours === 'unknown' || box === null || !around || !own) return null;
		if (!box) continue;
		const matrix = around.multiply(own);
		for (const x of [box.left, box.right])
			for (const y of [box.top, box.bottom]) all.add(new DOMPoint(x, y).matrixTransform(matrix));
	}
	const units = attributeOf(drawing, isMask ? 'maskContentUnits' : 'clipPathUnits');
	return {
		area: all.rect ?? { left: 0, top: 0, right: 0, bottom: 0 },
		isInShares: units === 'objectBoundingBox',
	};
}

/** Browsers do as if what stands in nothing that is drawn were not there. */
function isDrawn(drawing: Element): boolean {
	for (let at: Element | null = drawing; at; at = parentElement(at))
		if (getComputedStyle(at).display === 'none') return false;
	return true;
}

/** Whether a mask lets through what is light in it, and not what is opaque. */
function isOfLight(mask: SVGMaskElement): boolean {
	const { maskType, colorInterpolation } = getComputedStyle(mask);
	return maskType !== 'alpha' && colorInterpolation !== 'linearrgb';
}

/** How a shape or a drawing is moved; null where that is told from another point than the corner. */
function transformOf(element: Element): DOMMatrix | null {
	const { transform, transformOrigin, translate, rotate, scale } = getComputedStyle(element);
	if ([translate, rotate, scale].some((value) => value && value !== 'none')) return null;
	if (transform !== 'none' && !/^(?:0px(?: 0px)*)?$/.test(transformOrigin)) return null;
	return matrixOf(transform);
}

/** Whether a shape in a mask lets something through; 'unknown' of one that has lines, or is no plain shape. */
function lightOf(shape: SVGGraphicsElement): 'light' | 'dark' | 'unknown' {
	if (!(shape instanceof SVGGeometryElement)) return 'unknown';
	const { fill, fillOpacity, stroke } = getComputedStyle(shape);
	if (stroke !== 'none') return 'unknown';
	if (fill === 'none') return 'dark';
	const colour = readColour(fill);
	if (!colour) return 'light';
	const { r, g, b, alpha } = colour;
	const light = ((0.2125 * r + 0.7154 * g + 0.0721 * b) / 255) * alpha * Number(fillOpacity || 1);
	return light < LEAST_LIGHT ? 'dark' : 'light';
}
