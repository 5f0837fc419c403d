/** What a window did while it was watched. */
export interface Watched {
	/** What the page's policy refused, which means that something was tried. */
	violations: string[];
	/** Forbidden elements and attributes that were in the page, even for a moment. */
	intruders: string[];
	/** Long frames, from the start of one to the start of the next, in milliseconds since the epoch. */
	longFrames: { start: number; end: number }[];
}

declare global {
	interface Window {
		watched: Watched;
	}
}

/** Runs in the page. Inspects everything that is put into the document from now on, even if it is removed again. */
export function watchWindow({ forbidden, longMs }: { forbidden: string; longMs: number }): void {
	const watched: Watched = { violations: [], intruders: [], longFrames: [] };
	window.watched = watched;

	document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
		watched.violations.push(`${violatedDirective} ${blockedURI}`);
	});
	for (const name of ['alert', 'confirm', 'prompt', 'open', 'print', 'fetch'] as const) {
		Object.defineProperty(window, name, { value: () => watched.violations.push(`${name}()`) });
	}
	window.addEventListener('hashchange', () => watched.violations.push('hashchange'));

	function look(element: Element): void {
		if (element.matches(forbidden)) watched.intruders.push(element.outerHTML.slice(0, 200));
		for (const inner of element.querySelectorAll(forbidden)) {
			watched.intruders.push(inner.outerHTML.slice(0, 200));
		}
	}
	new MutationObserver((changes) => {
		for (const { addedNodes } of changes) {
			for (const node of addedNodes) if (node instanceof Element) look(node);
		}
	}).observe(document.body, { childList: true, subtree: true });

	let last = performance.now();
	function frame(now: number): void {
		const [start, end] = [performance.timeOrigin + last, performance.timeOrigin + now];
		if (end - start >= longMs) watched.longFrames.push({ start, end });
		last = now;
		requestAnimationFrame(frame);
	}
	requestAnimationFrame(frame);
}
