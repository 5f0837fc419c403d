/** Words for those who listen to the screen: what is said last replaces what was said before. */
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
			// The same words twice are a change to a screen reader only if the text differs.
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
