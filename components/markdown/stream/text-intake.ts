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

/** More marks on one letter than any script has: a reader sees a blot, and the browser takes their square in time. */
const MAX_MARKS = 32;

const MARKS = /[\p{M}\u200C\u200D]+/gu;
const MARK = /[\p{M}\u200C\u200D]/u;

/** Leaves out the marks that pile up on one letter past all measure, in a text that comes in pieces. */
export interface MarkLimit {
	take(piece: string): string;
}

export function createMarkLimit(): MarkLimit {
	/** Marks at the end of what has been taken. */
	let count = 0;

	return {
		take(piece) {
			if (piece === '') return piece;
			const before = count;
			count = 0;
			// Nearly every text.
			if (!MARK.test(piece)) return piece;
			return piece.replace(MARKS, (run, offset: number) => {
				const marks = [...run];
				const carried = offset === 0 ? before : 0;
				if (offset + run.length === piece.length) count = carried + marks.length;
				return marks.slice(0, Math.max(0, MAX_MARKS - carried)).join('');
			});
		},
	};
}
