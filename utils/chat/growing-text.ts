/**
 * A text that only grows, read from any offset at the cost of what is new.
 *
 * A plain string that is appended to is a rope: each `slice` flattens all of it, so that drawing a stream would
 * cost the square of its length. Here appended pieces stay apart until the whole is asked for.
 */
export interface GrowingText {
	/** In UTF-16 code units. */
	readonly length: number;
	append(piece: string): void;
	/** The text from `offset` on; cheap when little has come since. */
	slice(offset: number): string;
	toString(): string;
	/** Calls `listener` after each append; returns the way to stop. */
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
