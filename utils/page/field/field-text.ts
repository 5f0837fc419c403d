import { isBox } from '../collect/box.ts';
import { contains, linesOf, treeOf } from '../collect/nodes.ts';
import { selectionNow } from '../collect/selected.ts';
import type { Field } from './focused-field.ts';

/** The text of a field as a reader sees it. */
export const textOf = (field: Field): string => (isBox(field) ? field.value : linesOf(field));

/** Whether two texts are the same for a reader: editors turn blanks into others, and lines into paragraphs. */
export const isSame = (one: string, other: string): boolean => flat(one) === flat(other);

/** The words of a text, with one blank between them. */
export const flat = (text: string): string => text.replace(/[\s\u200b\ufeff]+/g, ' ').trim();

/** What is selected where a field stands, in a shadow root too, in the field or not; null where there is no selection. */
export function selectionOver(field: Field): AbstractRange | null {
	const selection = window.getSelection();
	if (!selection || selection.rangeCount === 0) return null;
	const root = treeOf(field);
	if (!(root instanceof ShadowRoot)) return selection.getRangeAt(0);
	if ('getComposedRanges' in selection)
		return selection.getComposedRanges({ shadowRoots: [root] })[0] ?? null;
	// Before its version 137, Chromium tells of a selection in a shadow root there alone.
	const inner = selectionNow();
	return inner && inner.rangeCount > 0 ? inner.getRangeAt(0) : null;
}

export const isWithin = (field: Field, { startContainer, endContainer }: AbstractRange): boolean =>
	contains(field, startContainer) && contains(field, endContainer);

/** The selection in a field that is no box: as a range of its own; null where nothing in it is selected. */
export function selectedRange(field: Field): Range | null {
	const found = selectionOver(field);
	if (!found || found.collapsed || !isWithin(field, found)) return null;
	const range = new Range();
	range.setStart(found.startContainer, found.startOffset);
	range.setEnd(found.endContainer, found.endOffset);
	return range;
}
