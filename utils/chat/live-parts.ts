import {
	endOf,
	type Growth,
	type GrowthType,
	goOn,
	indexOfGrowth,
	isGrowthPart,
	type ReasoningTimes,
	type RetypedFrom,
	startOf,
} from './reduce.ts';
import type { Part, PartOf } from './schema.ts';

/**
 * A text that only grows, and can be read from any offset at the cost of what is new.
 *
 * JavaScript keeps a string that is appended to as a tree of pieces, and each `slice` flattens all of it, so that
 * drawing a stream would cost the square of its length. Here the appended pieces stay apart until the whole text is
 * asked for.
 */
export interface GrowingText {
	/** In UTF-16 code units. */
	readonly length: number;
	append(piece: string): void;
	/** The text from `offset` on; cheap when little has come since. */
	slice(offset: number): string;
	toString(): string;
	/** Calls `listener` after each append. Returns a function that stops it. */
	subscribe(listener: () => void): () => void;
}

export function createGrowingText(initial = ''): GrowingText {
	let pieces = initial === '' ? [] : [initial];
	let length = initial.length;
	const listeners = new Set<() => void>();

	return {
		get length() {
			return length;
		},
		append(piece) {
			if (piece === '') return;
			pieces.push(piece);
			length += piece.length;
			for (const listener of listeners) listener();
		},
		slice(offset) {
			let start = length;
			let index = pieces.length;
			while (index > 0 && start > offset) {
				index -= 1;
				start -= pieces[index]?.length ?? 0;
			}
			return pieces
				.slice(index)
				.join('')
				.slice(Math.max(0, offset - start));
		},
		toString() {
			pieces = [pieces.join('')];
			return pieces[0] ?? '';
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}

export interface LiveText extends Readonly<ReasoningTimes> {
	readonly type: GrowthType;
	/** This object stays the same for as long as a window shows the answer, also across a Continue. */
	readonly text: GrowingText;
}

/** A part as it is drawn. Its text may grow without the part becoming another object. */
export type LivePart = LiveText | Exclude<Part, PartOf<GrowthType>>;

export function isLiveText(part: LivePart | undefined): part is LiveText {
	return part?.type === 'text' || part?.type === 'reasoning' || part?.type === 'refusal';
}

/** The parts of an answer's row as they are drawn. A text that continues one in `before` stays the same object. */
export function livePartsOf(parts: readonly Part[], before: readonly LivePart[] = []): LivePart[] {
	return parts.map((part, index) => {
		if (!isGrowthPart(part)) return part;
		const old = before[index];
		const known = isLiveText(old) && old.type === part.type ? old.text : undefined;
		return { ...part, text: grownTo(known, part.text) };
	});
}

/** The parts with the texts that they have grown to, as they would be stored. */
export function grownPartsOf(parts: readonly LivePart[]): Part[] {
	return parts.map((part) => (isLiveText(part) ? { ...part, text: part.text.toString() } : part));
}

/**
 * The text object for `whole`: `text` itself, grown, where `whole` continues it, so that what is drawn stays; else a
 * new one.
 */
function grownTo(text: GrowingText | undefined, whole: string): GrowingText {
	if (!text || !whole.startsWith(text.toString())) return createGrowingText(whole);
	text.append(whole.slice(text.length));
	return text;
}

/**
 * Adds a piece. Where its part is there already, the text grows in place and the same list of parts is returned; else
 * a new part is added at the end. A piece that tells that reasoning went on also makes a new list of parts.
 *
 * @param nextText the text that a new part of type `text` grows in: it may be drawn already
 */
export function growLiveParts(
	parts: readonly LivePart[],
	{ type, text, index, at }: Growth,
	nextText: GrowingText,
): readonly LivePart[] {
	const place = parts[index]?.type === type ? index : indexOfGrowth(parts, type);
	const part = parts[place];
	if (isLiveText(part)) {
		part.text.append(text);
		return at === undefined ? parts : parts.with(place, goOn(part, at));
	}
	const growing = type === 'text' ? nextText : createGrowingText();
	growing.append(text);
	const last = parts.at(-1);
	const before = last?.type === 'reasoning' ? parts.with(-1, { ...last, ...endOf(last, at) }) : parts;
	return [...before, { type, text: growing, ...startOf(type, at) }];
}

/** Does to growing texts what `reduce` does at a `retype`: text that was drawn as the answer becomes reasoning. */
export function retypeLiveParts(
	parts: readonly LivePart[],
	{ index, offset }: RetypedFrom,
): readonly LivePart[] {
	const retyped = parts.slice(0, index);
	for (const [place, part] of parts.slice(index).entries()) {
		const kept = place === 0 && part.type === 'text' ? offset : 0;
		const last = retyped.at(-1);
		if (!isLiveText(part) || part.type === 'refusal') {
			retyped.push(part);
		} else if (kept > 0) {
			const text = part.text.slice(kept);
			// A growing text cannot become shorter, so the part before the offset gets a new one.
			retyped.push({ type: 'text', text: createGrowingText(part.text.toString().slice(0, kept)) });
			if (text !== '') retyped.push({ type: 'reasoning', text: createGrowingText(text) });
		} else if (isLiveText(last) && last.type === 'reasoning') {
			last.text.append(part.text.toString());
		} else {
			retyped.push({ type: 'reasoning', text: part.text });
		}
	}
	return retyped;
}
