/** What the bench puts into the pages it measures. */
interface Window {
	/** Resolves when the marked text stands in the page: milliseconds since the epoch. */
	probe: Promise<{ dom: number; frame: number }>;
	/** When the composer stood in the page, and when the last message did: milliseconds from the navigation's start. */
	composerAt: number;
	drawnAt: number;
	keyTimes: number[];
	keyWatch?: AbortController;
	/** The longest time between two frames so far, in milliseconds. */
	longestFrame: number;
	/** What the search has answered, each with the milliseconds from the key to its results on the screen. */
	searched: { ms: number; count: number }[];
	/** When the menu's item was clicked, and when the chip of the page was seen: milliseconds from the navigation's start. */
	attachedAt: { click: number; chip: number };
	/** How much of the chats is in the index, from 0 to 1. */
	indexedShare: number;
	/** The bare page's whole program: asks, and appends what comes. */
	ask(serverUrl: string, body: unknown): Promise<void>;
}
