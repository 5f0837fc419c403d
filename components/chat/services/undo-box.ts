/** Something that the user has just done and can take back for a moment. */
export interface Undoable {
	/** Says what was done. */
	text: string;
	undo(): void;
	/** Makes it final. */
	end(): void;
}

/** How long something can be undone, in milliseconds. */
const OFFERED_MS = 8000;

/** Offers one thing at a time to be undone. When another is offered, the one before it becomes final. */
export interface UndoBox {
	offer(done: Undoable): void;
	/** Takes back what is offered. */
	undo(): void;
	/** Keeps the offer open until the returned function is called. It then stands for its whole time again. */
	hold(): () => void;
	get(): Undoable | null;
	subscribe(listener: () => void): () => void;
}

export function createUndoBox(): UndoBox {
	let current: Undoable | null = null;
	let holders = 0;
	let timer: ReturnType<typeof setTimeout> | undefined;
	const listeners = new Set<() => void>();

	function set(next: Undoable | null): void {
		current = next;
		wait();
		for (const listener of listeners) listener();
	}

	function wait(): void {
		clearTimeout(timer);
		if (current && holders === 0) timer = setTimeout(end, OFFERED_MS);
	}

	function end(): void {
		const done = current;
		set(null);
		done?.end();
	}

	return {
		offer(done) {
			end();
			set(done);
		},
		undo() {
			const done = current;
			set(null);
			done?.undo();
		},
		hold() {
			holders += 1;
			wait();
			return () => {
				holders -= 1;
				wait();
			};
		},
		get: () => current,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}
