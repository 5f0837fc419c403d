import { isBox } from '../collect/box.ts';
import { ofWorld } from '../collect/world.ts';
import { selectedRange, textOf } from './field-text.ts';
import { type Field, focusedField } from './focused-field.ts';
import { type FrameFocus, readFrameFocus } from './frame-focus.ts';

/** A field as it was when the user asked about it. */
export interface Mark {
	field: WeakRef<Field>;
	/** All of its text. */
	whole: string;
	/** What was selected in it; null where that was nothing, and the whole field is meant. */
	part: MarkedPart | null;
}

/** A place that moves with what is written around it is known for editors only; for boxes it is where it was. */
type MarkedPart = { text: string } & ({ start: number; end: number } | { range: Range });

/** What is told of a mark. */
interface MarkedField {
	token: string;
	/** What the user asks about: what is selected in the field, else all of it. */
	text: string;
}

/** What a frame tells of its focus, and of the field that has it; null where there is none. */
export interface FrameMark extends FrameFocus {
	marked: MarkedField | null;
}

/** The marks of this document, by their tokens; they go with the document. */
export const marks = (): Map<string, Mark> => ofWorld(Symbol.for('lockchat.marks'), () => new Map());

function partOf(field: Field): MarkedPart | null {
	if (!isBox(field)) {
		const range = selectedRange(field);
		return range && { range, text: range.toString() };
	}
	const { selectionStart: start, selectionEnd: end, value } = field;
	if (start === null || end === null || start === end) return null;
	return { start, end, text: value.slice(start, end) };
}

/** Remembers the field that has the focus of this frame, for an answer that may be written there. */
export function markFocused(): FrameMark {
	const field = focusedField();
	return { ...readFrameFocus(), marked: field && markOf(field) };
}

function markOf(field: Field): MarkedField {
	const token = crypto.getRandomValues(new Uint32Array(4)).join('-');
	const mark: Mark = { field: new WeakRef(field), whole: textOf(field), part: partOf(field) };
	marks().set(token, mark);
	return { token, text: mark.part?.text ?? mark.whole };
}
