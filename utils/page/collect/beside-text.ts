/**
 * What stands behind a text without being around it in the source: pictures, boxes and generated content that fill the same
 * place, as behind the title of a page. Styles around the text know nothing of them.
 */
import { type Backgrounds, isInLetters, painted } from './backgrounds.ts';
import { isSet } from './containing-block.ts';
import { over } from './contrast.ts';
import { generatedIn } from './generated.ts';
import { bodyOf, boxOf, childrenOf, firstElementIn, nameOf, walkerOf } from './nodes.ts';
import { chainOf, chainsApart, type PaintOrder } from './paint-order.ts';
import { coloursOfPicture } from './picture-colours.ts';
import { areaOf, isEmpty, overlap, type Rect } from './rect.ts';
import { elementAround, shadowOf } from './shadow.ts';

/** How far up they are looked for, and among how many elements each time. */
const LEVELS = 16;
const MOST_ELEMENTS = 500;
/** Of a text, so much must have something behind it. */
const HALF = 0.5;
/** What less of is seen is nothing behind a text. */
const LEAST_OPACITY = 0.2;

/** A text, and what its styles say is behind it. */
interface Text {
	element: Element;
	box: Rect;
	backgrounds: Backgrounds;
}

/** Something painted, which may stand behind texts. */
interface Painting {
	/** Of generated content the one that it is generated for. */
	element: Element;
	box: Rect;
	isFixed: boolean;
	kind: 'picture' | 'box' | 'generated';
	style: CSSStyleDeclaration;
}

/** What stands behind a text: null for a picture, which can have any colour; undefined for nothing beside it. */
export type TextBeside = (text: Text) => Backgrounds | undefined;

/** @param order of the same look at the page */
export function besideTexts(order: PaintOrder): TextBeside {
	const paintings = new Map<Element, readonly Painting[]>();
	const within = new Map<Element, readonly Painting[]>();

	function paintingsOf(element: Element): readonly Painting[] {
		const found = paintings.get(element) ?? readPaintings(element);
		paintings.set(element, found);
		return found;
	}

	function paintingsIn(around: Element): readonly Painting[] {
		const found = within.get(around) ?? elementsIn(around).flatMap(paintingsOf);
		within.set(around, found);
		return found;
	}

	/** How much of a text's box has a painting behind it, from 0 to 1. */
	function shareBehind({ element, box, isFixed, kind }: Painting, text: Text): number {
		// What is fixed stands behind each part of the page in its turn.
		const { top, bottom } = text.box;
		const both = overlap(isFixed ? { ...box, top, bottom } : box, text.box);
		if (isEmpty(both)) return 0;
		const share = areaOf(both) / areaOf(text.box);
		if (kind !== 'box') return share;
		const chains = chainsApart(chainOf(element), chainOf(text.element));
		return chains[0].length > 0 && !order.isPaintedOver({ element }, text.element, chains) ? share : 0;
	}

	const paintOver = (below: Backgrounds, { kind, element, style }: Painting): Backgrounds =>
		kind === 'picture' ? pictured(element, style, below) : painted(style, below);

	/** What some paintings make together behind a text. Mostly they lie upon each other as they come in the source. */
	function together(all: readonly Painting[], text: Text): Backgrounds | undefined {
		const shares = all.map((painting) => shareBehind(painting, text));
		const behind = all.filter((_, at) => (shares[at] ?? 0) >= HALF);
		if (behind.length > 0) return behind.reduce(paintOver, text.backgrounds);
		// Others stand side by side, as the cells of a table.
		if (shares.reduce((sum, share) => sum + share, 0) < HALF) return undefined;
		const parts = all
			.filter((_, at) => (shares[at] ?? 0) > 0)
			.map((painting) => paintOver(text.backgrounds, painting));
		return parts.every((part) => part !== null) ? parts.flat() : null;
	}

	return (text) => {
		const body = bodyOf(document);
		let around: Element | null = text.element;
		for (let level = 0; around && level < LEVELS; level++, around = elementAround(around)) {
			const found = together(paintingsIn(around), text);
			if (found !== undefined) return found;
			if (around === body) break;
		}
		// What fills the window behind all of a page mostly stands right in its body.
		const children = body ? [...childrenOf(body)].slice(0, MOST_ELEMENTS) : [];
		return together(children.flatMap(paintingsOf), text);
	};
}

/** The colours of a picture that lies upon others; null where they are not known. */
function pictured(picture: Element, style: CSSStyleDeclaration, below: Backgrounds): Backgrounds {
	const [back] = below ?? [];
	const { filter, mixBlendMode, opacity } = style;
	const isPlain = !isSet(filter) && /^(?:normal)?$/.test(mixBlendMode) && Number(opacity) === 1;
	const isKnown = isPlain && picture instanceof HTMLImageElement && back !== undefined;
	const colours = isKnown ? coloursOfPicture(picture) : null;
	return colours && back ? colours.map((colour) => over(colour, back)) : null;
}

/** An element and the first of those in it, and in its shadow root. */
function elementsIn(around: Element): Element[] {
	const elements = [around];
	for (const root of [shadowOf(around), around]) {
		const walker = root && walkerOf(document, root, NodeFilter.SHOW_ELEMENT);
		while (walker && elements.length < MOST_ELEMENTS && walker.nextNode() instanceof Element)
			if (walker.currentNode instanceof Element) elements.push(walker.currentNode);
	}
	return elements;
}

/** What an element paints, and what is generated before and after its content. */
function readPaintings(element: Element): Painting[] {
	const style = getComputedStyle(element);
	const found: Painting[] = [];
	const isPicture = /^(?:img|video|canvas|svg|iframe|object|embed|progress|meter)$/.test(nameOf(element));
	if (isSeen(style) && (isPicture ? isDrawn(element) : isPainted(style))) {
		const isFixed = style.position === 'fixed';
		found.push({ element, box: rectOf(element), isFixed, kind: isPicture ? 'picture' : 'box', style });
	}
	for (const { style: own, box, isFixed } of isPicture ? [] : generatedIn(element))
		if (isPainted(own)) found.push({ element, box: box(), isFixed, kind: 'generated', style: own });
	return found;
}

const isSeen = ({ visibility, opacity }: CSSStyleDeclaration): boolean =>
	visibility === 'visible' && Number(opacity) >= LEAST_OPACITY;

const NOTHING: Backgrounds = [];

const isPainted = (style: CSSStyleDeclaration): boolean =>
	isSeen(style) && !isInLetters(style) && painted(style, NOTHING) !== NOTHING;

/** Whether a picture is there for the eye: of SVG more than an empty sheet. */
const isDrawn = (picture: Element): boolean => nameOf(picture) !== 'svg' || firstElementIn(picture) !== null;

/** A copy: what browsers give has its sides in its prototype. */
function rectOf(element: Element): Rect {
	const { left, top, right, bottom } = boxOf(element);
	return { left, top, right, bottom };
}
