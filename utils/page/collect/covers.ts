/** What covers text in a page, so that nobody sees it, or stands right behind it. */
import { type Backgrounds, isInLetters, isOpaque, painted } from './backgrounds.ts';
import type { TextBeside } from './beside-text.ts';
import { isSet } from './containing-block.ts';
import { OPAQUE } from './contrast.ts';
import { generatedIn, isBent } from './generated.ts';
import type { Basics, Place } from './hidden.ts';
import { standsOut } from './letters.ts';
import { attributeOf, bodyOf, boxOf, contains, nameOf } from './nodes.ts';
import { type Chains, chainOf, chainsApart, type Painted, type PaintOrder } from './paint-order.ts';
import { isOpaquePicture } from './picture-colours.ts';
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
	/** Whether it is above all of the page, as in a modal dialog. */
	isOnTop: boolean;
	/** Where it is one of a format that can have transparent parts. */
	picture?: HTMLImageElement;
}

/** A text that can be seen as far as what is around it is concerned. */
export interface PlacedText {
	element: Element;
	place: Place;
	box: Rect;
}

/** More than pages have, and so few that each text can be held against all: of what is opaque, and of what may let through. */
const MOST_COVERS = 500;
const MOST_VEILS = 100;
/** A text of which less is covered is still read. */
const MOST_OF_TEXT = 0.9;

/** Whether an element is a picture that is there, and of a format that has no transparent parts. */
const isPhotograph = (element: Element, { objectFit }: CSSStyleDeclaration): boolean =>
	element instanceof HTMLImageElement &&
	element.naturalWidth > 0 &&
	/^(?:fill|cover)?$/.test(objectFit) &&
	/^data:image\/jpeg|\.jpe?g(?:$|[?#])/i.test(attributeOf(element, 'src') ?? '');

/** Corners that are rounder than this, in pixels or in percent, leave room for a text. */
const MOST_ROUND = { px: 24, '%': 20 };

function isRound({ borderTopLeftRadius: radius }: CSSStyleDeclaration): boolean {
	const [, number = '', unit = ''] = /^([\d.]+)(px|%)/.exec(radius) ?? [];
	return Number(number) > MOST_ROUND[unit === '%' ? '%' : 'px'];
}

/** What stands in the flow of the page makes room for itself, and what is fixed is in the way for a moment only. */
export const mayCover = (position: string): boolean => position === 'absolute' || position === 'relative';

export class Covers {
	readonly #all: Cover[] = [];
	/** Elements of a negative z-index. */
	readonly #sunk: Element[] = [];
	readonly #freedoms = new Map<Element, Freedom>();
	readonly #order: PaintOrder;
	readonly #beside: TextBeside;
	#veils = 0;

	constructor(order: PaintOrder, beside: TextBeside) {
		this.#order = order;
		this.#beside = beside;
	}

	#add(cover: Cover): void {
		const mayLetThrough = cover.veil !== null || cover.picture !== undefined;
		if (mayLetThrough ? this.#veils >= MOST_VEILS : this.#all.length - this.#veils >= MOST_COVERS) return;
		if (mayLetThrough) this.#veils += 1;
		this.#all.push(cover);
	}

	/** Notes an element that may cover others, or be covered. */
	note(element: Element, style: CSSStyleDeclaration, { display, position }: Basics, place: Place): void {
		if (place.hasSheets) this.#noteGenerated(element, place);
		if (!mayCover(position)) return;
		if (Number.parseInt(style.zIndex, 10) < 0) this.#sunk.push(element);
		if (display === 'inline' && nameOf(element) !== 'img') return;
		const cover = isBent(style) || isRound(style) ? null : coverBy(element, style, place);
		if (!cover) return;
		const box = overlap(boxOf(element), place.reach);
		this.#add({ element, chain: chainOf(element), box, isOnTop: place.isOnTop, ...cover });
	}

	#noteGenerated(element: Element, place: Place): void {
		for (const { style, box, isFixed, isBefore, scrolls } of generatedIn(element)) {
			// What is fixed, or stays while the text scrolls, is in the way for a moment only.
			if (isFixed || Number.parseInt(style.zIndex, 10) < 0 || Number(style.opacity) === 0) continue;
			const opacity = place.opacity * Number(style.opacity);
			const { paint: around } = place;
			const backgrounds = painted(style, around.backgrounds, around.effect);
			if (isInLetters(style)) continue;
			const paint = { ...around, backgrounds, letters: undefined };
			const isMasked = place.isMasked || isSet(style.maskImage);
			const cover = coverBy(element, style, { ...place, around: place, opacity, paint, isMasked });
			if (!cover || isBent(style) || isRound(style) || scrolls()) continue;
			this.#add({
				element,
				chain: chainOf(element),
				box: overlap(box(), place.reach),
				isOnTop: place.isOnTop,
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
					return isOpaque(getComputedStyle(around), null) && fills(boxOf(around), box);
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
			if (!fills(cover.box, text.box) || (text.place.isOnTop && !cover.isOnTop)) continue;
			if (!cover.generated && contains(cover.element, text.element)) continue;
			own ??= chainOf(text.element);
			const chains = chainsApart(cover.chain, own);
			if (!cover.generated && chains[0].length === 0) continue;
			const isCovered = this.#order.isPaintedOver(cover, text.element, chains);
			if (!isCovered && (cover.veil || !isBare(text, chains[1]))) continue;
			const { element, place, box } = text;
			const beside = () => this.#beside({ element, box, backgrounds: place.paint.backgrounds });
			if (cover.veil && !isVeiled(element, place, cover.veil, beside)) continue;
			if (cover.picture && !isOpaquePicture(cover.picture)) continue;
			if (!this.#stayTogether(chains)) continue;
			if (isCovered) return true;
			// Of those behind, the last in the source is mostly the nearest.
			behind = cover;
		}
		// What blending makes of what is not around the text is not known.
		if (!behind || text.place.paint.isBlended) return false;
		const paint = { ...text.place.paint, backgrounds: behind.backgrounds };
		const style = getComputedStyle(text.element);
		return !standsOut({ style, paint, opacity: text.place.opacity }, () => undefined);
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
	const { opacity, paint, blur, isMasked } = place;
	const { visibility, clipPath, mixBlendMode } = style;
	if (blur > 0 || paint.letters !== undefined || visibility !== 'visible' || isSet(clipPath) || isMasked)
		return null;
	const isPlain = /^(?:normal)?$/.test(mixBlendMode);
	if (isPlain && opacity >= OPAQUE && !paint.isBlended) {
		const { backgrounds, effect } = paint;
		if (isOpaque(style, effect)) return { backgrounds, veil: null };
		if (isPhotograph(element, style)) return { backgrounds: null, veil: null };
		if (element instanceof HTMLImageElement) return { backgrounds: null, veil: null, picture: element };
	}
	const veil = veilBy(element, style, place);
	return veil && { backgrounds: paint.backgrounds, veil };
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
