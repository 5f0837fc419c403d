import { createGrowingText, type GrowingText } from './growing-text.ts';
import { type GrowthType, isGrowthPart } from './parts.ts';
import { type Growth, indexOfGrowth } from './reduce.ts';
import type { Part, PartOf } from './schema.ts';

export interface LiveText {
	readonly type: GrowthType;
	/** The same object for as long as a window shows the answer, also across a Continue. */
	readonly text: GrowingText;
}

/** A part as it is drawn: its text may grow in its place. */
export type LivePart = LiveText | Exclude<Part, PartOf<GrowthType>>;

export function isLiveText(part: LivePart | undefined): part is LiveText {
	return part?.type === 'text' || part?.type === 'reasoning' || part?.type === 'refusal';
}

/** The parts of an answer's row as they are drawn; texts that go on with those of `before` stay the same objects. */
export function livePartsOf(parts: readonly Part[], before: readonly LivePart[] = []): LivePart[] {
	return parts.map((part, index) => {
		if (!isGrowthPart(part)) return part;
		const old = before[index];
		const known = isLiveText(old) && old.type === part.type ? old.text : undefined;
		return { type: part.type, text: grownTo(known, part.text) };
	});
}

/** The parts with the texts that they have grown to, as they would be stored. */
export function grownPartsOf(parts: readonly LivePart[]): Part[] {
	return parts.map((part) => (isLiveText(part) ? { type: part.type, text: part.text.toString() } : part));
}

/** Goes on with `text` where `whole` continues it, so that what is drawn stays; else starts anew. */
function grownTo(text: GrowingText | undefined, whole: string): GrowingText {
	if (!text || !whole.startsWith(text.toString())) return createGrowingText(whole);
	text.append(whole.slice(text.length));
	return text;
}

/**
 * Adds a piece: to the text of its part, in place and with the same parts returned, or as a new part behind the others.
 *
 * @param nextText what a new part of type `text` grows in: it may be drawn already
 */
export function growLiveParts(
	parts: readonly LivePart[],
	{ type, text, index }: Growth,
	nextText: GrowingText,
): readonly LivePart[] {
	const part = parts[parts[index]?.type === type ? index : indexOfGrowth(parts, type)];
	if (isLiveText(part)) {
		part.text.append(text);
		return parts;
	}
	const growing = type === 'text' ? nextText : createGrowingText();
	growing.append(text);
	return [...parts, { type, text: growing }];
}
