/** What a window did while it was watched. */
interface Watched {
	/** Refused by the page's policy: something tried. */
	violations: string[];
	/** Elements and attributes that stood in the page for however short a time. */
	intruders: string[];
	/** From one frame to the next, where that took long: milliseconds since the epoch. */
	longFrames: { start: number; end: number }[];
}

declare global {
	interface Window {
		watched: Watched;
	}
}

/** Runs in the page. All that is put into the document from now on is looked at, also what goes again. */
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
