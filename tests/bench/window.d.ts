/** What the bench puts into the pages it measures. */
interface Window {
	/** Resolves when the marked text stands in the page: milliseconds since the epoch. */
	probe: Promise<{ dom: number; frame: number }>;
	/** The bare page's whole program: asks, and appends what comes. */
	ask(serverUrl: string, body: unknown): Promise<void>;
}
