import { isBox } from '../collect/box.ts';
import { attributeOf, contains, findAll, isConnected } from '../collect/nodes.ts';
import { isSame, textOf } from './field-text.ts';
import { contentOf, placeOf, rangeOf } from './find-part.ts';
import { type Field, isInput, isWritable } from './focused-field.ts';
import { type Mark, marks } from './mark.ts';

/** What a field is like now, for the user who decides whether an answer is written there. */
export interface FieldLook {
	/** What would be replaced: what was selected, else all of the field. */
	text: string;
	isPart: boolean;
	/** Whether that is another text than when the user asked, or not there any more. */
	isChanged: boolean;
	/** False where what was selected is not there any more, or where the page shows a part of the text only. */
	canReplace: boolean;
	/** Whether the field has one line only. */
	isLine: boolean;
	/** How the page calls the field; empty where it does not. */
	label: string;
	host: string;
}

/** Where in a field something is written: two offsets in the text of a box, a range in an editor; null where that is lost. */
export type Place = { start: number; end: number } | Range | null;

export interface FoundField {
	field: Field;
	look: FieldLook;
	place: Place;
}

const LONGEST_LABEL = 80;

/** A label can stand around its field, whose text is no part of the name. */
function textOfLabel(label: HTMLLabelElement): string {
	const copy = label.cloneNode(true);
	if (!(copy instanceof Element)) return '';
	for (const field of copy.querySelectorAll('input, select, textarea')) field.remove();
	return copy.textContent ?? '';
}

function labelOf(field: Field): string {
	const labels = isBox(field) ? [...(field.labels ?? [])].map(textOfLabel) : [];
	const given = ['aria-label', 'placeholder', 'data-placeholder', 'title', 'name'].map((name) =>
		attributeOf(field, name),
	);
	const [label = ''] = [...labels, ...given].flatMap((text) => text?.replace(/\s+/g, ' ').trim() || []);
	return label.slice(0, LONGEST_LABEL);
}

function placeIn(field: Field, { part }: Mark): Place {
	if (!part) {
		if (isBox(field)) return { start: 0, end: field.value.length };
		return contentOf(field);
	}
	const { text } = part;
	if ('start' in part) {
		const start = isBox(field) ? placeOf(text, field.value, part.start) : null;
		return start === null ? null : { start, end: start + text.length };
	}
	const { range } = part;
	const isWhere =
		range.toString() === text && contains(field, range.startContainer) && contains(field, range.endContainer);
	return isWhere ? range.cloneRange() : rangeOf(text, field);
}

/** The field of a mark, as it is now; null where it is gone, or is no longer to be written in. */
export function findMarked(token: string): FoundField | null {
	const mark = marks().get(token);
	const field = mark?.field.deref();
	if (!mark || !field || !isConnected(field) || !isWritable(field)) return null;
	const place = placeIn(field, mark);
	const now = textOf(field);
	// CodeMirror draws only the lines around the window: what is not drawn would be lost.
	const isWhole = mark.part !== null || findAll(field, '.cm-gap').length === 0;
	return {
		field,
		place,
		look: {
			text: mark.part?.text ?? now,
			isPart: mark.part !== null,
			isChanged: mark.part ? place === null : !isSame(now, mark.whole),
			canReplace: place !== null && isWhole,
			isLine: isInput(field),
			label: labelOf(field),
			host: location.host,
		},
	};
}

export const lookAtMarked = (token: string): FieldLook | null => findMarked(token)?.look ?? null;
