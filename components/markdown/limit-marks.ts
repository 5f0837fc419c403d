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
