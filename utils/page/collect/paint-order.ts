/**
 * Which of two elements is painted over the other where they overlap.
 *
 * @see https://drafts.csswg.org/css2/#painting-order
 */
import { isSet } from './containing-block.ts';
import { animationsOf, comparePosition, contains } from './nodes.ts';
import { elementAround } from './shadow.ts';

/** The levels of a stacking context, from below: those of a negative z-index, backgrounds, words, what is positioned, others. */
const BACKGROUND = 0;
const WORDS = 0.25;
const POSITIONED = 0.5;

/** How an element is painted that is painted apart from what stands around it. */
interface Layer {
	level: number;
	/** Whether it keeps the layers in it to itself. */
	isContext: boolean;
}

interface Step {
	element: Element;
	level: number;
}

/** What is painted somewhere: an element's background, or what is generated before or after its content. */
export interface Painted {
	element: Element;
	generated?: { zIndex: string; isBefore: boolean };
}

function readLayer(element: Element): Layer | null {
	const layer = layerBy(getComputedStyle(element), () => isItem(element));
	if (layer?.isContext || !isAnimatedApart(element)) return layer;
	return { level: layer?.level ?? POSITIONED, isContext: true };
}

/** What is animated so is painted as a whole, also while it looks as without that, and after its end where it stays so. */
const ANIMATED = ['opacity', 'transform', 'translate', 'rotate', 'scale', 'filter', 'clipPath'];

const isAnimatedApart = (element: Element): boolean =>
	animationsOf(element).some(
		({ effect }) =>
			effect instanceof KeyframeEffect &&
			effect.getKeyframes().some((frame) => ANIMATED.some((name) => name in frame)),
	);

function layerBy(style: CSSStyleDeclaration, isItem: () => boolean): Layer | null {
	const { position } = style;
	const z = position === 'static' && !isItem() ? Number.NaN : Number.parseInt(style.zIndex, 10);
	if (!Number.isNaN(z)) return { level: z === 0 ? POSITIONED : z, isContext: true };
	const isContext = position === 'fixed' || position === 'sticky' || isGroup(style);
	return isContext || position !== 'static' ? { level: POSITIONED, isContext } : null;
}

/**
 * Whether what stands in a chain is painted with what is positioned, and not below. Two styles tell it, where a whole layer
 * needs some fifteen: on a page with a background laid behind all of it, this settles the order for most texts.
 */
function isPositioned(chain: readonly Element[]): boolean {
	let isAny = false;
	for (const element of chain) {
		const style = getComputedStyle(element);
		if (style.position === 'static') continue;
		if (Number.parseInt(style.zIndex, 10) < 0) return false;
		isAny = true;
	}
	return isAny;
}

/** Whether an element is painted as a whole with all that stands in it, by its style and that of what it stands in. */
export function isStackingContext(style: CSSStyleDeclaration, around: CSSStyleDeclaration | null): boolean {
	return layerBy(style, () => around !== null && hasItems(around))?.isContext === true;
}

/** Whether a z-index holds for what stands in an element, though it is not positioned. */
const hasItems = ({ display }: CSSStyleDeclaration): boolean => /flex|grid/.test(display);

function isItem(element: Element): boolean {
	const around = elementAround(element);
	return around !== null && hasItems(getComputedStyle(around));
}

/** Whether an element is painted as a whole, though it is not positioned. */
function isGroup(style: CSSStyleDeclaration): boolean {
	const { transform, translate, rotate, scale, filter, backdropFilter, perspective, clipPath, maskImage } =
		style;
	const effects = [
		transform,
		translate,
		rotate,
		scale,
		filter,
		backdropFilter,
		perspective,
		clipPath,
		maskImage,
	];
	if (effects.some(isSet) || Number(style.opacity || 1) < 1) return true;
	if (style.transformStyle === 'preserve-3d' || style.contentVisibility === 'auto') return true;
	if (style.isolation === 'isolate' || !/^(?:normal)?$/.test(style.mixBlendMode)) return true;
	return (
		isSet(style.viewTransitionName) ||
		/transform|opacity|filter|perspective|clip-path|mask|mix-blend-mode|isolation|view-transition-name/.test(
			style.willChange,
		) ||
		/paint|layout|strict|content/.test(style.contain)
	);
}

/** An element and those around it, from the outermost inwards. */
export function chainOf(element: Element): Element[] {
	const chain: Element[] = [];
	for (let at: Element | null = element; at; at = elementAround(at)) chain.push(at);
	return chain.reverse();
}

/** Of two elements. */
export type Chains = readonly [readonly Element[], readonly Element[]];

/** What is around each of two elements, by their chains, without what is around both. */
export function chainsApart(one: readonly Element[], other: readonly Element[]): Chains {
	let shared = 0;
	while (shared < one.length && one[shared] === other[shared]) shared += 1;
	return [one.slice(shared), other.slice(shared)];
}

/** Stands for one look at a page: of each element around what overlaps, styles are read once. */
export class PaintOrder {
	readonly #layers = new Map<Element, Layer | null>();

	#layerOf(element: Element): Layer | null {
		const known = this.#layers.get(element);
		if (known !== undefined) return known;
		const layer = readLayer(element);
		this.#layers.set(element, layer);
		return layer;
	}

	#isRaised(element: Element): boolean {
		return (this.#layerOf(element)?.level ?? 0) > POSITIONED;
	}

	/**
	 * The way to something in the order of painting, and its own level at the end.
	 *
	 * @param isLayer whether it is painted apart from its element
	 */
	#stepsTo(chain: readonly Element[], own: Step, isLayer = false): Step[] {
		const steps: Step[] = [];
		let contexts = 0;
		for (const element of chain) {
			const layer = this.#layerOf(element);
			if (!layer) continue;
			// What keeps no layers to itself is no step on the way to those in it.
			steps.length = contexts;
			steps.push({ element, level: layer.level });
			if (layer.isContext) contexts = steps.length;
		}
		if (isLayer) steps.length = contexts;
		return [...steps, own];
	}

	/**
	 * Whether something is painted over the words of an element.
	 *
	 * @param chains of the painted element and of the one with the words, as `chainsApart` gives them
	 */
	isPaintedOver(cover: Painted, text: Element, [over, under]: Chains): boolean {
		const { element, generated } = cover;
		const isRaised = generated !== undefined || over.some((around) => this.#isRaised(around));
		if (!isRaised && isAfter(text, element) && isPositioned(under)) return false;
		const above = this.#stepsTo(over, { element, level: this.#ownLevelOf(cover) }, generated !== undefined);
		const below = this.#stepsTo(under, { element: text, level: WORDS });
		for (const [at, step] of above.entries()) {
			const other = below[at];
			if (!other) break;
			if (step.level !== other.level) return step.level > other.level;
			if (step.element === other.element) continue;
			const isAtEnd = generated?.isBefore === false && contains(step.element, other.element);
			return isAtEnd || isAfter(step.element, other.element);
		}
		return false;
	}

	/** The level of what is painted among that which stands in its element, or right beside it. */
	#ownLevelOf({ element, generated }: Painted): number {
		if (generated) return Number.parseInt(generated.zIndex, 10) || POSITIONED;
		return this.#layerOf(element) ? Number.NEGATIVE_INFINITY : BACKGROUND;
	}

	/**
	 * The elements around one of a negative z-index whose backgrounds are painted over it: those in which it stands within
	 * the same stacking context.
	 */
	aroundAndAbove(sunk: Element): Element[] {
		const above: Element[] = [];
		for (let at = elementAround(sunk); at && !this.#layerOf(at)?.isContext; at = elementAround(at))
			above.push(at);
		return above;
	}
}

/** Whether an element comes after another in the source. */
function isAfter(element: Element, other: Element): boolean {
	return (comparePosition(other, element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
