/**
 * The selected text of a page without what no reader of it sees: words of no colour, no size or no opacity can stand
 * between those that the user has selected, and tell a model what to do.
 */
import { besideTexts, type TextBeside } from './beside-text.ts';
import { shadowRootOf } from './children.ts';
import { Covers, mayCover } from './covers.ts';
import { generatedIn } from './generated.ts';
import { type Place, placeIn, placeOfPage } from './hidden.ts';
import { forgetLook } from './look-memory.ts';
import { findAll, nameOf, rootOf, walkerOf } from './nodes.ts';
import { PaintOrder } from './paint-order.ts';
import { seenPart } from './seen-part.ts';
import { seenBox } from './seen-text.ts';
import { partIn, rangesOf } from './selected.ts';
import { elementAround } from './shadow.ts';
import { TextInLines } from './text-in-lines.ts';

/** A selection that takes longer, in milliseconds, is taken as far as it has been looked at by then. */
const MAX_TIME = 1_000;
/** The clock is read each so many nodes. */
const CLOCK_EACH = 32;
/** So many elements of a page are looked at for whether they cover what is selected. */
const MOST_ELEMENTS = 20_000;

/** An element around selected text. */
interface Around {
	readonly element: Element;
	readonly style: CSSStyleDeclaration;
	/** Null where nothing in the element is seen. */
	readonly place: Place | null;
	/** The nearest element from here outwards that stands on lines of its own. */
	readonly block: Element;
}

/**
 * The text of a selection with its line breaks. Where all of it is seen, it is the browser's own text, which knows best
 * where lines end.
 */
export function seenSelection(selection: Selection): string {
	const whole = selection.toString();
	if (whole.trim() === '') return '';
	const { text, letters } = readSeen(rangesOf(selection));
	forgetLook();
	return lettersOf(whole) === lettersOf(letters) ? whole : text;
}

/** The browser writes letters as styles transform them, and the space between them as it likes. */
const lettersOf = (text: string): string => text.replace(/\s+/g, '').toUpperCase();

/** What is seen in ranges: as a text with line breaks, and its letters alone. */
function readSeen(ranges: readonly Range[]): { text: string; letters: string } {
	const began = performance.now();
	const known = new Map<Element, Around | null>();
	const text = new TextInLines();
	const neighbours = neighboursOf(known);
	let letters = '';
	let visited = 0;

	function take(part: Range, node: Text): void {
		const around = aroundOf(elementAround(node), known);
		if (!around) return;
		text.enter(around.block);
		const selected = part.toString();
		// The space at which a line is broken has no size, and keeps words apart all the same.
		const piece =
			selected.trim() === ''
				? selected
				: seenIn(part, node, around, { ...neighbours(), until: began + MAX_TIME });
		if (piece === '') return;
		letters += piece;
		text.add(piece, /^(?:pre|break-spaces)/.test(around.style.whiteSpace));
	}

	for (const range of ranges) {
		const { startContainer, commonAncestorContainer } = range;
		const walker = walkerOf(
			document,
			commonAncestorContainer,
			NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
		);
		walker.currentNode = startContainer;
		for (let node: Node | null = startContainer; node; node = walker.nextNode()) {
			visited += 1;
			if (visited % CLOCK_EACH === 0 && performance.now() - began > MAX_TIME)
				return { text: text.all(), letters };
			if (range.comparePoint(node, 0) > 0) break;
			const part = node instanceof Text ? partIn(node, range) : null;
			if (part && node instanceof Text) take(part, node);
			else if (node instanceof Element && nameOf(node) === 'br') text.breakLine();
		}
	}
	return { text: text.all(), letters };
}

/** What of a part of a text is seen, by the rules by which all of a page is taken; '' for nothing. */
function seenIn(
	part: Range,
	node: Text,
	{ element, style, place }: Around,
	{ covers, beside, until }: Neighbours & { until: number },
): string {
	// Browsers leave out of a selection what a page keeps from being selected.
	if (!place || style.userSelect === 'none' || !isDrawn(element)) return '';
	const { reach: within } = place;
	const found = seenBox(part, part.toString(), { element, style, place }, { within, beside });
	if (!found || covers.hide({ element, place, box: found.box })) return '';
	return seenPart(node, { range: part, ...found, style, until });
}

/** What may cover text, and what may stand behind it, wherever in the page it is. */
interface Neighbours {
	covers: Covers;
	beside: TextBeside;
}

/** Looks for them when the first selected text is read, and once only. */
function neighboursOf(known: Map<Element, Around | null>): () => Neighbours {
	let found: Neighbours | undefined;
	return () => {
		found ??= findNeighbours(known);
		return found;
	};
}

function findNeighbours(known: Map<Element, Around | null>): Neighbours {
	const order = new PaintOrder();
	const beside = besideTexts(order);
	const covers = new Covers(order, beside);
	noteAll(covers, known);
	return { covers, beside };
}

function noteAll(covers: Covers, known: Map<Element, Around | null>): void {
	const root = rootOf(document);
	for (const element of root ? elementsIn(root) : []) {
		const { display, position } = getComputedStyle(element);
		if (!mayCover(position) && generatedIn(element).length === 0) continue;
		const around = aroundOf(element, known);
		if (around?.place) covers.note(element, around.style, { display, position }, around.place);
	}
}

/** What stands in an element, and what stands in shadow roots there, in roots in those, and so on. */
function elementsIn(root: Element): Element[] {
	const found: Element[] = [];
	const trees: Iterable<Element>[] = [findAll(root, '*')];
	for (let tree = trees.pop(); tree; tree = trees.pop())
		for (const element of tree) {
			if (found.length >= MOST_ELEMENTS) return found;
			found.push(element);
			const shadow = shadowRootOf(element, nameOf(element));
			if (shadow) trees.push(shadow.querySelectorAll('*'));
		}
	return found;
}

/** Whether the browser draws what stands in an element: not what is folded in, though that has a place. */
function isDrawn(element: Element): boolean {
	// Of an element without a box, such as a slot, browsers say that it is not drawn, whatever stands in it.
	let boxed: Element | null = element;
	while (boxed && getComputedStyle(boxed).display === 'contents') boxed = elementAround(boxed);
	return boxed !== null && Reflect.apply(Element.prototype.checkVisibility, boxed, []);
}

/** Finds what is around text, from the nearest element that is known already inwards: pages nest them by thousands. */
function aroundOf(element: Element | null, known: Map<Element, Around | null>): Around | null {
	const unknown: Element[] = [];
	let outer = element;
	for (; outer && !known.has(outer); outer = elementAround(outer)) unknown.push(outer);
	let around = (outer && known.get(outer)) ?? null;
	for (const inner of unknown.reverse()) {
		around = within(inner, around);
		known.set(inner, around);
	}
	return around;
}

function within(element: Element, around: Around | null): Around {
	const style = getComputedStyle(element);
	const { display, position } = style;
	const isInline = /^(?:inline|contents|ruby)/.test(display);
	// There can be style sheets in shadow roots, of which a selection has any.
	const outer = around ? around.place : { ...placeOfPage(), hasSheets: true };
	const place = outer && placeIn(element, style, { display, position }, outer);
	return { element, style, place, block: around && isInline ? around.block : element };
}
