/** How a completion is fetched. Everything has a default. */
export interface CompletionOptions {
	/** Aborts the request, and every wait before it is sent again. */
	signal?: AbortSignal;
	/** What sends the requests; the platform's own `fetch` when left out. */
	fetch?: typeof fetch;
	/**
	 * The longest silence, in milliseconds, counted from the request on: 120,000 when left out. It is five times as
	 * long for answers that are not streamed, since those come only when they are whole.
	 */
	stallMs?: number;
	/**
	 * True if the server runs on this computer. Comments that it sends then count as signs of life, since it may take
	 * minutes for a large prompt. When this is left out, the endpoint's host decides.
	 */
	isLocal?: boolean;
	/** The most one event may hold: 8 MiB when left out. Counted in UTF-16 code units, of one to three bytes each. */
	maxEventBytes?: number;
	/**
	 * True if texts that arrive together are to be one event; when left out, each token is an event. Joining saves
	 * time where whole answers are drawn or stored: each event passes several layers, and a fast server sends
	 * thousands at once.
	 */
	joinsTokens?: boolean;
	/** Called with the address that answered, if the endpoint's `url` may mean several; see `Endpoint.base`. */
	onBase?: (base: string) => void;
	/** Waits: resolves after `ms`, rejects with the signal's reason. A timer when left out. */
	wait?: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
}

export const DEFAULT_STALL_MS = 120_000;
export const DEFAULT_MAX_EVENT_BYTES = 8 * 1024 * 1024;
