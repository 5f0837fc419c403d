/** A place for one thing that parts of a window hand to each other; null while it is empty. */
export interface Slot<T> {
	set(next: T | null): void;
	get(): T | null;
	subscribe(listener: () => void): () => void;
}

export function createSlot<T>(): Slot<T> {
	let current: T | null = null;
	const listeners = new Set<() => void>();
	return {
		set(next) {
			current = next;
			for (const listener of listeners) listener();
		},
		get: () => current,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}
