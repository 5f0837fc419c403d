/**
 * The shortest repeat that is dropped, in UTF-16 code units. Shorter ones are kept: “had had” is English, and a lost
 * word is worse than a doubled one.
 */
const MIN_OVERLAP = 8;
/**
 * How far before the end of the partial answer a repeat may start, in UTF-16 code units. A repeat of the whole answer
 * is found, however long it is.
 */
const LOOK_BACK = 400;

/** Joins what a server says on Continue to the partial answer it goes on from. */
export interface ContinuationSeam {
	/** The part of this piece that is new; empty while it may still turn out to be a repeat. */
	push(piece: string): string;
	/** What was held back when the answer ended. */
	finish(): string;
}

/** The offsets in `partial` at which a repeat may start. */
function startsIn(partial: string): number[] {
	const first = Math.max(0, partial.length - LOOK_BACK);
	const offsets = Array.from(
		{ length: Math.max(0, partial.length - MIN_OVERLAP - first + 1) },
		(_, at) => first + at,
	);
	return first === 0 || partial.length < MIN_OVERLAP ? offsets : [0, ...offsets];
}

/**
 * Makes a seam. Servers differ in how they take a partial answer that stands last: some go on at the very character,
 * others first repeat its last words or all of it. A repeat that reaches the end of the partial answer is dropped;
 * any other text is kept as it comes.
 */
export function createContinuationSeam(partial: string): ContinuationSeam {
	/** The offsets at which a repeat may have started that has not reached the end of the partial answer yet. */
	let candidates = startsIn(partial);
	let held = '';
	/** The length of the longest repeat that has reached the end of the partial answer. */
	let repeated = 0;

	function release(): string {
		const text = held.slice(repeated);
		held = '';
		return text;
	}

	return {
		push(piece) {
			if (candidates.length === 0) return piece;
			const from = held.length;
			held += piece;
			candidates = candidates.filter((offset) => {
				const length = partial.length - offset;
				const isSame = partial.startsWith(held.slice(from, length), offset + from);
				if (!isSame || held.length < length) return isSame;
				repeated = Math.max(repeated, length);
				return false;
			});
			return candidates.length === 0 ? release() : '';
		},
		finish: release,
	};
}
