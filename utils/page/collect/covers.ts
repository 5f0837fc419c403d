/** What covers text in a page, so that nobody sees it, or stands right behind it. */
import { readColour } from './colour.ts';
import { type Backgrounds, type Effect, painted, standsOut } from './colours.ts';
import { isSet } from './containing-block.ts';
import { coloursOfPicture } from './drawn.ts';
import { generatedIn, isBent } from './generated.ts';
import type { Basics, Place } from './hidden.ts';
import { attributeOf, bodyOf, boxOf, contains, nameOf } from './nodes.ts';
import { type Chains, chainOf, chainsApart, type Painted, type PaintOrder } from './paint-order.ts';
import { areaOf, overlap, type Rect } from './rect.ts';
import { isVeiled, type Veil, veilBy } from './veil.ts';

interface Cover extends Painted {
	/** What is around it, and itself. */
	chain: readonly Element[];
	box: Rect;
	/** Its colours; null for a picture. */
	backgrounds: Backgrounds;
	/** What is seen through it; null for nothing. */
	veil: Veil | null;
	/** Where it is one of a format that can have transparent parts. */
	picture?: HTMLImageElement;
}

/** A text that can be seen as far as what is around it is concerned. */
export interface PlacedText {
	element: Element;
	place: Place;
	box: Rect;
}

/** More than pages have, and so few that each text can be held against all. */
const MOST_COVERS = 500;
/** A text of which less is covered is still read. */
const MOST_OF_TEXT = 0.9;
/** What is less opaque lets what is behind it through. */
const LEAST_ALPHA = 0.95;

function isOpaqueColour(value: string, effect: Effect | null = null): boolean {
	const colour = readColour(value);
	return colour !== null && (effect?.(colour) ?? colour).alpha >= LEAST_ALPHA;
}

/** Whether an element is a picture that is there, and of a format that has no transparent parts. */
const isPhotograph = (element: Element): boolean =>
	element instanceof HTMLImageElement &&
	element.naturalWidth > 0 &&
	/^data:image\/jpeg|\.jpe?g(?:$|[?#])/i.test(attributeOf(element, 'src') ?? '');

/** Whether a picture fills its box, and nothing is seen through it. To find that out, all of it is drawn. */
function isOpaquePicture(picture: HTMLImageElement): boolean {
	const isFull = /^(?:fill|cover)?$/.test(getComputedStyle(picture).objectFit);
	return isFull && coloursOfPicture(picture)?.every(({ alpha }) => alpha >= LEAST_ALPHA) === true;
}

/** What stands in the flow of the page makes room for itself, and what is fixed is in the way for a moment only. */
export const mayCover = (position: string): boolean => position === 'absolute' || position === 'relative';

export class Covers {
	readonly #all: Cover[] = [];
	/** Elements of a negative z-index. */
	readonly #sunk: Element[] = [];
	readonly #freedoms = new Map<Element, Freedom>();
	readonly #order: PaintOrder;

	constructor(order: PaintOrder) {
		this.#order = order;
	}

	/** Notes an element that may cover others, or be covered. */
	note(element: Element, style: CSSStyleDeclaration, { display, position }: Basics, place: Place): void {
		if (place.hasSheets) this.#noteGenerated(element, place);
		if (!mayCover(position)) return;
		if (Number.parseInt(style.zIndex, 10) < 0) this.#sunk.push(element);
		if (display === 'inline' && nameOf(element) !== 'img') return;
		if (this.#all.length >= MOST_COVERS) return;
		const cover = coverBy(element, style, place);
		if (!cover) return;
		const box = overlap(boxOf(element), place.reach);
		this.#all.push({ element, chain: chainOf(element), box, ...cover });
	}

	#noteGenerated(element: Element, place: Place): void {
		for (const { style, box, isFixed, isBefore, scrolls } of generatedIn(element)) {
			// What is fixed, or stays while the text scrolls, is in the way for a moment only.
			if (isFixed || this.#all.length >= MOST_COVERS) continue;
			if (Number.parseInt(style.zIndex, 10) < 0) continue;
			const opacity = place.opacity * Number(style.opacity);
			const { effect } = place.paint;
			const backgrounds = painted(style, place.paint.backgrounds, effect);
			const paint = { backgrounds, isInLetters: false, effect };
			if (style.backgroundClip === 'text') continue;
			const cover = coverBy(element, style, { ...place, opacity, paint });
			if (!cover || isBent(style) || scrolls()) continue;
			this.#all.push({
				element,
				chain: chainOf(element),
				box: overlap(box(), place.reach),
				...cover,
				generated: { zIndex: style.zIndex, isBefore },
			});
		}
	}

	/** Whether nobody sees a text: something is painted over it, or something of its own colour right behind it. */
	hide(text: PlacedText): boolean {
		return (
			(this.#sunk.length > 0 && this.#isSunk(text)) || (this.#all.length > 0 && this.#isAmongOthers(text))
		);
	}

	#isSunk({ element, box }: PlacedText): boolean {
		const body = bodyOf(document);
		return this.#sunk.some(
			(sunk) =>
				contains(sunk, element) &&
				this.#order.aroundAndAbove(sunk).some((around) => {
					// The background of the page's body is mostly that of the window.
					if (contains(around, body)) return false;
					return isOpaqueColour(getComputedStyle(around).backgroundColor) && fills(boxOf(around), box);
				}),
		);
	}

	#isAmongOthers(text: PlacedText): boolean {
		let behind: Cover | undefined;
		const { top, bottom } = text.box;
		let own: readonly Element[] | undefined;
		for (const cover of this.#all) {
			// There can be hundreds of covers for each of thousands of texts, most of them far from it.
			if (cover.box.top >= bottom || cover.box.bottom <= top) continue;
			if (!fills(cover.box, text.box)) continue;
			if (!cover.generated && contains(cover.element, text.element)) continue;
			own ??= chainOf(text.element);
			const chains = chainsApart(cover.chain, own);
			if (!cover.generated && chains[0].length === 0) continue;
			const isCovered = this.#order.isPaintedOver(cover, text.element, chains);
			if (!isCovered && (cover.veil || !isBare(text, chains[1]))) continue;
			if (cover.veil && !isVeiled(text.element, text.place, cover.veil)) continue;
			if (cover.picture && !isOpaquePicture(cover.picture)) continue;
			if (!this.#stayTogether(chains)) continue;
			if (isCovered) return true;
			// Of those behind, the last in the source is mostly the nearest.
			behind = cover;
		}
		if (!behind) return false;
		const paint = { ...text.place.paint, backgrounds: behind.backgrounds };
		return !standsOut(getComputedStyle(text.element), paint, text.place.opacity, () => undefined);
	}

	/** Whether a cover and a text stay where they are to each other. */
	#stayTogether([over, under]: Chains): boolean {
		// What scrolls in the cover itself moves nothing of it.
		const inside = over.slice(0, -1);
		return (
			![...over, ...under].some((element) => this.#freedomOf(element).isMovable) &&
			![...inside, ...under].some((element) => this.#freedomOf(element).scrolls)
		);
	}

	#freedomOf(element: Element): Freedom {
		const freedom = this.#freedoms.get(element) ?? readFreedom(element);
		this.#freedoms.set(element, freedom);
		return freedom;
	}
}

/** What an element hides of what it is painted over; null for nothing. */
function coverBy(
	element: Element,
	style: CSSStyleDeclaration,
	place: Place,
): Pick<Cover, 'backgrounds' | 'veil' | 'picture'> | null {
	const { opacity, paint, blur } = place;
	const { visibility, clipPath, maskImage, mixBlendMode } = style;
	if (blur > 0 || paint.isInLetters || visibility !== 'visible' || isSet(clipPath) || isSet(maskImage))
		return null;
	const isWhole = opacity >= LEAST_ALPHA && /^(?:normal)?$/.test(mixBlendMode);
	if (isWhole && isPhotograph(element)) return { backgrounds: null, veil: null };
	if (isWhole && element instanceof HTMLImageElement)
		return { backgrounds: null, veil: null, picture: element };
	const { backgrounds } = paint;
	if (isWhole && isOpaqueColour(style.backgroundColor, paint.effect)) return { backgrounds, veil: null };
	const veil = veilBy(element, style, place);
	return veil && { backgrounds, veil };
}

/** Whether a box takes the place of a text, but for a small part. */
function fills(cover: Rect, text: Rect): boolean {
	const both = overlap(cover, text);
	if (both.right <= both.left || both.bottom <= both.top) return false;
	return areaOf(both) >= MOST_OF_TEXT * areaOf(text);
}

/** What a reader can do with an element. */
interface Freedom {
	/** Whether it can be scrolled away from what it overlaps now, or closed, or turns in space. */
	isMovable: boolean;
	/** Whether what stands in it can be scrolled there. */
	scrolls: boolean;
}

function readFreedom(element: Element): Freedom {
	const { position, transform, transformStyle, overflow } = getComputedStyle(element);
	const isMovable =
		/^(?:fixed|sticky)$/.test(position) ||
		transform.startsWith('matrix3d') ||
		transformStyle === 'preserve-3d' ||
		nameOf(element) === 'dialog' ||
		/dialog|menu|listbox|tooltip/.test(attributeOf(element, 'role') ?? '');
	return { isMovable, scrolls: /auto|scroll/.test(overflow) };
}

/**
 * Whether nothing is painted around a text that is not also around what stands behind it: where nothing is, the very same
 * colours are listed.
 */
function isBare({ place }: PlacedText, below: readonly Element[]): boolean {
	let shared: Place | null = place;
	for (let level = 0; shared && level < below.length; level += 1) shared = shared.around;
	return shared?.paint.backgrounds === place.paint.backgrounds;
}
