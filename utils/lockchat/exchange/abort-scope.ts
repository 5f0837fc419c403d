/**
 * The extent of some work that must end with it: `close` aborts everything that runs under `signal`, and so does the
 * outer signal.
 */
export interface AbortScope {
	signal: AbortSignal;
	close(): void;
}

/** Makes a scope. Unlike `AbortSignal.any`, it leaves no listener behind on an outer signal that outlives it. */
export function createAbortScope(outer: AbortSignal | undefined): AbortScope {
	const controller = new AbortController();
	const follow = () => controller.abort(outer?.reason);
	if (outer?.aborted) follow();
	outer?.addEventListener('abort', follow, { once: true });
	return {
		signal: controller.signal,
		close() {
			outer?.removeEventListener('abort', follow);
			controller.abort();
		},
	};
}
