/**
 * Takes from a page what a reader can see of it. It runs in the page, in a world of its own, where the page's scripts
 * change nothing of what it calls.
 */
import { besideDialogs } from './beside-dialog.ts';
import { besideTexts } from './beside-text.ts';
import { type NodeReader, readNodes, shadowRootOf } from './children.ts';
import { cleanText } from './clean-text.ts';
import { countOf } from './count-of.ts';
import { Covers, type PlacedText } from './covers.ts';
import { type Place, placeIn, placeOfPage } from './hidden.ts';
import { forgetLook } from './look-memory.ts';
import { bodyOf, nameOf, rootOf, textOf, titleOf } from './nodes.ts';
import { escapeHtml, isLeftOut, tagsOf } from './page-html.ts';
import { type AboutPage, type FromPage, GrowingHtml, type Scope } from './page-messages.ts';
import { PaintOrder } from './paint-order.ts';
import type { Rect } from './rect.ts';
import { seenPart } from './seen-part.ts';
import { seenBox } from './seen-text.ts';
import { type Selected, selectedInField, selectedInPage } from './selected.ts';

/** No model reads more, and the storage of drafts has ten megabytes. In UTF-16 code units, without white space. */
const MAX_TAKEN = 1_000_000;
/** A page that takes longer, in milliseconds, is taken as far as it has been read by then. */
const MAX_TIME = 1_500;
/** So long, in milliseconds, may it take to find out what is covered. */
const MAX_TIME_FOR_COVERS = 400;
/** The clock is read each so many nodes. */
const CLOCK_EACH = 32;

/** An element whose nodes are being read. */
interface Open {
	readonly element: Element;
	readonly style: CSSStyleDeclaration;
	readonly place: Place;
	readonly isPre: boolean;
	readonly next: NodeReader;
	readonly close: string;
}

/**
 * Posts what is seen as HTML without scripts, styles and pictures; links are whole addresses.
 *
 * @returns null if the selection is asked for, and nothing is selected
 */
export function collectPage(scope: Scope, post: (message: FromPage) => void): AboutPage | null {
	try {
		return readPage(scope, post);
	} finally {
		forgetLook();
	}
}

function readPage(scope: Scope, post: (message: FromPage) => void): AboutPage | null {
	const html = new GrowingHtml(post);
	const selected = scope === 'selection' ? selectedInPage() : null;
	if (scope === 'selection' && !selected) return collectField(html);
	const { taken, isWhole } = collect(scope, selected, html);
	const shown = scope === 'page' && isWhole ? taken : Math.max(taken, shownInAll(isWhole));
	return { ...addressAndTitle(), taken, shown };
}

/** How much text the page shows: of one that is too long for that, how much stands in it. */
function shownInAll(isShort: boolean): number {
	const whole = isShort ? collect('page', null, new GrowingHtml(() => undefined)) : null;
	if (whole?.isWhole) return whole.taken;
	const body = bodyOf(document);
	return body ? countOf(textOf(body) ?? '') : 0;
}

function addressAndTitle(): Pick<AboutPage, 'title' | 'url'> {
	return { title: cleanText(titleOf(document)).trim().slice(0, 1_000), url: location.href };
}

function collectField(html: GrowingHtml): AboutPage | null {
	const text = cleanText(selectedInField()).slice(0, MAX_TAKEN);
	const taken = countOf(text);
	if (taken === 0) return null;
	html.add(`<p>${escapeHtml(text).replace(/\n/g, '<br>')}</p>`);
	html.end();
	const shown = Math.max(taken, shownInAll(true));
	return { ...addressAndTitle(), taken, shown };
}

function collect(scope: Scope, selected: Selected | null, html: GrowingHtml) {
	const began = performance.now();
	const range = new Range();
	const stack: Open[] = [];
	const order = new PaintOrder();
	const beside = besideTexts(order);
	const covers = new Covers(order, beside);
	const texts: (PlacedText & { at: number; length: number })[] = [];
	let taken = 0;
	let visited = 0;
	let isWhole = true;
	let isLate = false;
	const onLate = () => {
		isWhole = false;
	};
	const isBesideDialog = besideDialogs();

	function isOver(): boolean {
		visited += 1;
		if (taken >= MAX_TAKEN) isWhole = false;
		if (visited % CLOCK_EACH === 0 && performance.now() - began > MAX_TIME) isWhole = false;
		return !isWhole;
	}

	function withinOf({ place }: Open): Rect {
		return scope === 'visible' ? place.view : place.reach;
	}

	function readText(node: Text, open: Open): void {
		const { data } = node;
		// One text can be as long as a book.
		const start = (selected ? selected.textIn(node) : data).slice(0, 2 * MAX_TAKEN);
		if (start.trim() === '') {
			if (start !== '') html.add(open.isPre ? start : ' ');
			return;
		}
		range.selectNodeContents(node);
		const found = seenBox(range, data, open, { within: withinOf(open), beside });
		if (!found) return;
		const { box } = found;
		// What the user has selected is asked for as it is.
		const cut = { range, ...found, style: open.style, until: began + MAX_TIME, onLate };
		const seen = selected ? start : seenPart(node, cut);
		const text = cleanText(seen.slice(0, 2 * MAX_TAKEN)).slice(0, MAX_TAKEN - taken);
		const breaks = !open.isPre && text.includes('\n') && /^(?:pre|break-spaces)/.test(open.style.whiteSpace);
		const length = countOf(text);
		const at = html.add(breaks ? escapeHtml(text).replace(/\n/g, '<br>') : escapeHtml(text));
		texts.push({ element: open.element, place: open.place, box, at, length });
		taken += length;
	}

	function openElement(element: Element, around: Open | null): void {
		const name = nameOf(element);
		if (isLeftOut(element, name, isBesideDialog)) return;
		const style = getComputedStyle(element);
		const { display, position } = style;
		const place = placeIn(element, style, { display, position }, around?.place ?? placeOfPage());
		if (!place) return;
		const shadow = shadowRootOf(element, name);
		// A shadow root can have style sheets that the document does not list.
		if (shadow) place.hasSheets = true;
		covers.note(element, style, { display, position }, place);
		const { open, close } = tagsOf(element, name, display);
		html.add(open);
		const isPre = around?.isPre === true || name === 'pre';
		stack.push({ element, style, place, isPre, close, next: readNodes(element, name, shadow) });
	}

	const root = rootOf(document);
	if (root) openElement(root, null);
	for (let open = stack.at(-1); open; open = stack.at(-1)) {
		const node = isOver() ? null : open.next();
		if (!node) {
			html.add(open.close);
			stack.pop();
		} else if (node instanceof Text) readText(node, open);
		else if (node instanceof Element) openElement(node, open);
	}
	// What covers a text can come after it. What is not looked at in time is left out, as what is not read in time.
	const looking = performance.now();
	for (const [index, text] of texts.entries()) {
		if (index % CLOCK_EACH === 0 && performance.now() - looking > MAX_TIME_FOR_COVERS) isLate = true;
		if (!isLate && !covers.hide(text)) continue;
		taken -= text.length;
		html.takeBack(text.at);
	}
	html.end();
	return { taken, isWhole: isWhole && !isLate };
}
