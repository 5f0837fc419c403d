/** Tells whether something stands before a part of the bar. */
export interface CoverWatch {
	watch(part: Element): void;
	forget(part: Element): void;
	/** False where the browser knows that the part could not be seen as it is. */
	isClear(part: Element): boolean;
	/** The same as it is now, which is known with one of the next frames. */
	isClearNow(part: Element): Promise<boolean>;
	end(): void;
}

/** Chromium tells after this time that something is covered, in milliseconds; it takes no less. */
const DELAY_MS = 100;

/**
 * Watches whether the page has put something before the bar. What takes clicks keeps them from the bar anyway; what lets
 * them through could show another word on a button. Chromium alone tells of that (IntersectionObserver's `isVisible`).
 */
export function watchCover(): CoverWatch {
	const clear = new WeakMap<Element, boolean>();
	// The types know neither option.
	const options: IntersectionObserverInit & { trackVisibility: boolean; delay: number } = {
		trackVisibility: true,
		delay: DELAY_MS,
	};
	const isSeen = (entry: IntersectionObserverEntry) => Reflect.get(entry, 'isVisible') !== false;
	const observer = new IntersectionObserver((entries) => {
		for (const entry of entries) clear.set(entry.target, isSeen(entry));
	}, options);
	return {
		watch: (part) => observer.observe(part),
		forget(part) {
			observer.unobserve(part);
			clear.delete(part);
		},
		isClear: (part) => clear.get(part) !== false,
		// An observer that has told nothing yet tells at once.
		isClearNow: (part) =>
			new Promise((resolve) => {
				const fresh = new IntersectionObserver((entries) => {
					fresh.disconnect();
					resolve(entries.every(isSeen));
				}, options);
				fresh.observe(part);
			}),
		end: () => observer.disconnect(),
	};
}
