import { createMarkLimit } from './limit-marks.ts';

/**
 * Makes arriving pieces fit to be read: one kind of line end, no null characters, no marks past all measure.
 *
 * Half of a CR LF or of a surrogate pair is held back until its other half has come.
 */
export interface TextIntake {
	take(piece: string): string;
	/** What is still held back: nothing more will come. */
	rest(): string;
}

export function createTextIntake(): TextIntake {
	const marks = createMarkLimit();
	let held = '';

	return {
		take(piece) {
			const text = held + piece;
			held = /[\r\uD800-\uDBFF]$/.exec(text)?.[0] ?? '';
			return marks.take(clean(held === '' ? text : text.slice(0, -1)));
		},
		rest() {
			const text = marks.take(clean(held));
			held = '';
			return text;
		},
	};
}

function clean(text: string): string {
	// The tests are cheaper than a replace that finds nothing, and nothing is what there nearly always is.
	let cleaned = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
	if (cleaned.includes('\0')) cleaned = cleaned.replaceAll('\0', '\uFFFD');
	return cleaned;
}
