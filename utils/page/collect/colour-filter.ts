/**
 * What `filter` makes of colours.
 *
 * @see https://drafts.csswg.org/filter-effects-1/#ShorthandEquivalents
 */
import type { Colour } from './colour.ts';
import { filteredByDrawing } from './drawn.ts';
import { attributeOf, findAll, nameOf, treeOf } from './nodes.ts';
import { svgReferredTo } from './svg-reference.ts';

/** What a colour that is painted somewhere looks like there. */
export type Effect = (colour: Colour) => Colour;

/** What becomes of a colour's red, green and blue, which come and go as shares of one. */
type Change = (red: number, green: number, blue: number) => readonly [number, number, number];

/** Each by itself. */
const each =
	(change: (share: number) => number): Change =>
	(...shares) => {
		const [red, green, blue] = shares.map(change);
		return [red ?? 0, green ?? 0, blue ?? 0];
	};

type Row = readonly [number, number, number];

const mixed =
	(rows: readonly [Row, Row, Row]): Change =>
	(red, green, blue) => {
		const mix = ([r, g, b]: Row) => r * red + g * green + b * blue;
		return [mix(rows[0]), mix(rows[1]), mix(rows[2])];
	};

/** What the eye takes of red, green and blue for brightness. */
const [R, G, B] = [0.213, 0.715, 0.072];

const saturated = (s: number): Change =>
	mixed([
		[R + (1 - R) * s, G - G * s, B - B * s],
		[R - R * s, G + (1 - G) * s, B - B * s],
		[R - R * s, G - G * s, B + (1 - B) * s],
	]);

function turned(angle: number): Change {
	const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
	return mixed([
		[R + cos * (1 - R) - sin * R, G - cos * G - sin * G, B - cos * B + sin * (1 - B)],
		[R - cos * R + sin * 0.143, G + cos * (1 - G) + sin * 0.14, B - cos * B - sin * 0.283],
		[R - cos * R - sin * (1 - R), G - cos * G + sin * G, B + cos * (1 - B) + sin * B],
	]);
}

const SEPIA = mixed([
	[0.393, 0.769, 0.189],
	[0.349, 0.686, 0.168],
	[0.272, 0.534, 0.131],
]);

function sepia(amount: number): Change {
	return (...shares) => {
		const whole = SEPIA(...shares);
		const [red, green, blue] = shares.map((share, at) => share + amount * ((whole[at] ?? 0) - share));
		return [red ?? 0, green ?? 0, blue ?? 0];
	};
}

/** By the names of the functions, which pages can write as they like. */
const CHANGES = new Map<string, (amount: number) => Change>([
	['brightness', (amount) => each((share) => share * amount)],
	['contrast', (amount) => each((share) => (share - 0.5) * amount + 0.5)],
	['grayscale', (amount) => saturated(1 - Math.min(amount, 1))],
	['hue-rotate', turned],
	['invert', (amount) => each((share) => share + Math.min(amount, 1) * (1 - 2 * share))],
	['saturate', saturated],
	['sepia', (amount) => sepia(Math.min(amount, 1))],
]);

/** What a unit is worth: percent of one, and angles in radians. */
const UNITS = new Map([
	['', 1],
	['%', 0.01],
	['deg', Math.PI / 180],
	['grad', Math.PI / 200],
	['rad', 1],
	['turn', 2 * Math.PI],
]);

function amountIn(text: string): number {
	const [, number = '', unit = ''] = /^([+-]?[\d.]+(?:e[+-]?\d+)?)(\D*)$/.exec(text.trim()) ?? [];
	return Number.parseFloat(number) * (UNITS.get(unit) ?? Number.NaN);
}

function changed(colour: Colour, change: Change): Colour {
	const [r, g, b] = change(colour.r / 255, colour.g / 255, colour.b / 255).map(
		(share) => 255 * Math.max(0, Math.min(1, share)),
	);
	return { r: r ?? 0, g: g ?? 0, b: b ?? 0, alpha: colour.alpha };
}

/** What one function makes of a colour; null where that is not known, undefined where it leaves colours as they are. */
function effectOf(name: string, inside: string, element: Element): Effect | null | undefined {
	if (name === 'blur' || name === 'drop-shadow') return undefined;
	if (name === 'url') {
		const filter = `url(${inside})`;
		return isOfColours(svgReferredTo(filter, element))
			? (colour) => filteredByDrawing(colour, filter) ?? colour
			: null;
	}
	const amount = amountIn(inside);
	if (Number.isNaN(amount)) return null;
	if (name === 'opacity') return (colour) => ({ ...colour, alpha: colour.alpha * Math.min(amount, 1) });
	const change = CHANGES.get(name)?.(amount);
	return change ? (colour) => changed(colour, change) : null;
}

/** Steps of a drawn filter that change each colour by itself. Others move what is drawn, or mix it with what is near. */
const STEPS = /^fe(?:ColorMatrix|ComponentTransfer|Func[RGBA])$/;
/** Drawn filters with more steps do not serve the eye. */
const MOST_STEPS = 20;
/** By these, what is filtered is a part of the place only, or comes from elsewhere. */
const ELSEWHERE = ['x', 'y', 'width', 'height', 'filterUnits', 'primitiveUnits', 'in', 'result', 'href'];

/** Whether a drawing changes each colour by itself, wherever it is. A canvas knows the drawings of the document alone. */
function isOfColours(drawing: Element | null): boolean {
	if (!(drawing instanceof SVGFilterElement) || treeOf(drawing) !== document) return false;
	const steps = [...findAll(drawing, '*')];
	return (
		steps.length > 0 &&
		steps.length <= MOST_STEPS &&
		steps.every((step) => STEPS.test(nameOf(step))) &&
		[drawing, ...steps].every((step) => ELSEWHERE.every((name) => attributeOf(step, name) === null))
	);
}

/** A function of a computed filter: its name, and what stands in its brackets. */
const FUNCTION = /([a-z-]+)\(("[^"]*"|(?:[^()"]|\([^()]*\))*)\)\s*/y;
/** Longer filters are written by nobody who wants to be read, in UTF-16 code units. */
const LONGEST = 4_000;

/**
 * What a filter makes of the colours in an element; null where it leaves them as they are, and where that is not known: of
 * a drawing that moves and mixes what is drawn.
 *
 * @param filter the computed value
 */
export function effectOfFilter(filter: string, element: Element): Effect | null {
	if (filter.length > LONGEST) return null;
	const effects: Effect[] = [];
	FUNCTION.lastIndex = 0;
	for (let at = 0; at < filter.length; at = FUNCTION.lastIndex) {
		const [, name = '', inside = ''] = FUNCTION.exec(filter) ?? [];
		const effect = name === '' ? null : effectOf(name, inside, element);
		if (effect === null) return null;
		if (effect) effects.push(effect);
	}
	if (effects.length === 0) return null;
	return (colour) => effects.reduce((seen, effect) => effect(seen), colour);
}
