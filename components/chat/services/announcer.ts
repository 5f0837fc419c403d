/** Texts for screen readers. Each text replaces the one before it. */
export interface Announcer {
	say(text: string): void;
	getText(): string;
	subscribe(listener: () => void): () => void;
}

export function createAnnouncer(): Announcer {
	let text = '';
	const listeners = new Set<() => void>();
	return {
		say(next) {
			// A screen reader says the same words again only if the text has changed, so an invisible space is added.
			text = next === text ? `${next}\u00a0` : next;
			for (const listener of listeners) listener();
		},
		getText: () => text,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}
