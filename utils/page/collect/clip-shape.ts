import { EnclosingRect, type Rect } from './rect.ts';

/** A length of a computed shape, in pixels: `12px`, `50%` of a side, or `calc(50% - 12px)`. NaN for others, as `min(…)`. */
function lengthIn(text: string, side: number): number {
	const sum = text.replace(/^calc\((.*)\)$/, '$1').replace(/\s/g, '');
	if (!/^(?:[+-]?[\d.]+(?:px|%))+$/.test(sum)) return Number.NaN;
	return [...sum.matchAll(/([+-]?[\d.]+)(px|%)/g)].reduce(
		(length, [, number = '', unit]) => length + Number.parseFloat(number) * (unit === '%' ? side / 100 : 1),
		0,
	);
}

/** Parts between spaces or commas that stand in no brackets. */
const partsOf = (text: string, between: ' ' | ','): string[] =>
	(text.match(between === ' ' ? /(?:[^\s()]|\([^()]*\))+/g : /(?:[^,()]|\([^()]*\))+/g) ?? []).map((part) =>
		part.trim(),
	);

function sides(inset: string, { left, top, right, bottom }: Rect): Rect {
	const [first = '0px', second = first, third = first, fourth = second] = partsOf(
		inset.split(' round ')[0] ?? '',
		' ',
	);
	const [width, height] = [right - left, bottom - top];
	return {
		left: left + lengthIn(fourth, width),
		top: top + lengthIn(first, height),
		right: right - lengthIn(second, width),
		bottom: bottom - lengthIn(third, height),
	};
}

/** A circle or an ellipse with radii in lengths. One that reaches to a side of the box holds something of it. */
function round(shape: string, { left, top, right, bottom }: Rect): Rect | null {
	const [radii = '', at = '50% 50%'] = shape.split(/ ?at /);
	const [across = '', down = across] = partsOf(radii, ' ');
	const [x = '', y = ''] = partsOf(at, ' ');
	const [width, height] = [right - left, bottom - top];
	const centre = { x: left + lengthIn(x, width), y: top + lengthIn(y, height) };
	const diagonal = Math.hypot(width, height) / Math.SQRT2;
	const radius = down === across ? diagonal : width;
	const [rx, ry] = [lengthIn(across, radius), lengthIn(down, down === across ? diagonal : height)];
	return { left: centre.x - rx, top: centre.y - ry, right: centre.x + rx, bottom: centre.y + ry };
}

interface Point {
	x: number;
	y: number;
}

function cornersOfPolygon(polygon: string, { left, top, right, bottom }: Rect): Point[] {
	return partsOf(polygon.replace(/^(?:nonzero|evenodd), ?/, ''), ',').map((corner) => {
		const [x = '', y = ''] = partsOf(corner, ' ');
		return { x: left + lengthIn(x, right - left), y: top + lengthIn(y, bottom - top) };
	});
}

/** Of a shape that is drawn by straight lines, such as `from 0px 0px, hline to 9px, line by 0px 9px, close`; else null. */
function cornersOfShape(drawing: string, { left, top, right, bottom }: Rect): Point[] | null {
	const corners: Point[] = [];
	let at: Point = { x: left, y: top };
	for (const step of partsOf(drawing.replace(/^(?:nonzero|evenodd) /, ''), ',')) {
		if (step === 'close') continue;
		const [, command, way, lengths = ''] =
			/^(from|move|line|hline|vline)(?: (to|by))? (.*)$/.exec(step) ?? [];
		if (command === undefined) return null;
		const [first = '', second = first] = partsOf(lengths, ' ');
		const from = way === 'by' ? at : { x: left, y: top };
		at = {
			x: command === 'vline' ? at.x : from.x + lengthIn(first, right - left),
			y: command === 'hline' ? at.y : from.y + lengthIn(second, bottom - top),
		};
		corners.push(at);
	}
	return corners;
}

function aroundCorners(corners: readonly Point[], { left, top }: Rect): Rect {
	// Corners in one line have no area, and a box of some height.
	const [first, ...others] = corners;
	const far = others.find(({ x, y }) => x !== first?.x || y !== first?.y);
	const isBeside = ({ x, y }: Point) =>
		first && far && Math.abs((far.x - first.x) * (y - first.y) - (far.y - first.y) * (x - first.x)) >= 1;
	if (!corners.some(isBeside)) return { left, top, right: left, bottom: top };
	const all = new EnclosingRect();
	for (const corner of corners) all.add(corner);
	return all.rect ?? { left, top, right: left, bottom: top };
}

/** A box is held against a path at places so far apart, in pixels; at least and at most so many of them in each direction. */
const APART = 10;
const PLACES = { least: 24, most: 100 };

const placesIn = (side: number): number =>
	Math.min(PLACES.most, Math.max(PLACES.least, Math.ceil(side / APART)));

/** A longer path would take too long, in UTF-16 code units. */
const LONGEST_PATH = 5_000;

/** The part of a box that is in a path, which is written as in SVG, in pixels from the box's corner. */
function withinPath(inside: string, { left, top, right, bottom }: Rect): Rect | null {
	const [, drawing = ''] = /"([^"]*)"/.exec(inside) ?? [];
	const canvas = new OffscreenCanvas(1, 1).getContext('2d');
	if (!canvas || drawing.length > LONGEST_PATH) return null;
	const path = new Path2D(drawing);
	const [columns, rows] = [placesIn(right - left), placesIn(bottom - top)];
	const [across, down] = [(right - left) / columns, (bottom - top) / rows];
	const seen = { left: right, top: bottom, right: left, bottom: top };
	for (let at = 0; at < columns * rows; at += 1) {
		const [x, y] = [(at % columns) * across, Math.floor(at / columns) * down];
		if (!canvas.isPointInPath(path, x + across / 2, y + down / 2)) continue;
		seen.left = Math.min(seen.left, left + x);
		seen.top = Math.min(seen.top, top + y);
		seen.right = Math.max(seen.right, left + x + across);
		seen.bottom = Math.max(seen.bottom, top + y + down);
	}
	return seen;
}

/** Shapes with more corners than that has room for are not worked out, in UTF-16 code units. */
const LONGEST_SHAPE = 20_000;

/**
 * The smallest rectangle around the shape to which an element is clipped; null for shapes of which none is known: drawings
 * (see `svg-area.ts`), long paths, curves, and radii in words.
 *
 * @param clipPath the computed value of `clip-path`, not `none`; `rect` and `xywh` are computed to `inset`
 * @param box the element's, before it is transformed: lengths are of that size
 */
export function clipShape(clipPath: string, box: Rect): Rect | null {
	if (clipPath.length > LONGEST_SHAPE) return null;
	const [, name = '', inside = ''] = /^(\w+)\((.*)\)/.exec(clipPath) ?? [];
	let shape: Rect | null = null;
	if (name === 'inset') shape = sides(inside, box);
	else if (name === 'circle' || name === 'ellipse') shape = round(inside, box);
	else if (name === 'polygon') shape = aroundCorners(cornersOfPolygon(inside, box), box);
	else if (name === 'path') shape = withinPath(inside, box);
	else if (name === 'shape') {
		const corners = cornersOfShape(inside, box);
		shape = corners && aroundCorners(corners, box);
	}
	return shape && Object.values(shape).every(Number.isFinite) ? shape : null;
}
