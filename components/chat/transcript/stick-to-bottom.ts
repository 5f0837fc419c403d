/** The reader counts as being at the end within this distance, which covers fractions of a pixel and a wheel's last step. */
const NEAR_PX = 24;

/** Higher than any document. The browser clamps it to the end, so the end does not have to be measured. */
const END = 2 ** 30;

export interface StickToBottom {
	/** Goes to the end, and stays there. */
	jump(): void;
	/** Keeps this element where it is on the screen, whatever is drawn, and follows the end no longer. */
	hold(find: () => Element | null): void;
	/** Puts the held element back in its place now, before the browser paints. */
	restore(): void;
	/** Holds nothing any longer. */
	release(): void;
	/** Whether the end is being followed. */
	isStuck(): boolean;
	dispose(): void;
}

/**
 * Keeps a growing transcript at its end, until the reader scrolls up; takes hold again where the reader returns.
 *
 * The browser tells of growth after it has laid the page out: writing `scrollTop` there costs no layout of its own,
 * and the new line is never painted out of sight.
 *
 * @param onChange is called when following begins or ends
 */
export function createStickToBottom(
	scroller: HTMLElement,
	content: HTMLElement,
	onChange: (isStuck: boolean) => void,
): StickToBottom {
	let isStuck = true;
	let lastTop = 0;
	let held: { find: () => Element | null; top: number } | null = null;

	function set(next: boolean): void {
		if (next === isStuck) return;
		isStuck = next;
		onChange(isStuck);
	}

	function topOf(element: Element): number {
		return element.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
	}

	function restore(): void {
		const element = held?.find();
		if (held && element) scroller.scrollTop += topOf(element) - held.top;
		lastTop = scroller.scrollTop;
	}

	/**
	 * A move up means that the reader has scrolled, because growth and our own scrolling only go down. While an element is
	 * held, our own scrolling goes both ways.
	 */
	function onScroll(): void {
		const top = scroller.scrollTop;
		const isAtEnd = scroller.scrollHeight - scroller.clientHeight - top <= NEAR_PX;
		if (isAtEnd) set(true);
		else if (top < lastTop || held) set(false);
		lastTop = top;
	}

	/** The first turn of the wheel ends the following at once. Otherwise a growing stream would undo it. */
	function onWheel({ deltaY }: WheelEvent): void {
		if (deltaY < 0 && scroller.scrollHeight > scroller.clientHeight) set(false);
	}

	/**
	 * Reads the position back at once, as the browser has clamped it, while this needs no new layout. The scroll event
	 * comes later, and compares with it whether the reader has scrolled up.
	 */
	function goToEnd(): void {
		scroller.scrollTop = END;
		lastTop = scroller.scrollTop;
	}

	const observer = new ResizeObserver(() => {
		if (held) restore();
		else if (isStuck) goToEnd();
	});
	observer.observe(content);
	observer.observe(scroller);
	scroller.addEventListener('scroll', onScroll, { passive: true });
	scroller.addEventListener('wheel', onWheel, { passive: true });

	return {
		isStuck: () => isStuck,
		hold(find) {
			const element = find();
			held = element && { find, top: topOf(element) };
		},
		restore,
		release() {
			held = null;
		},
		jump() {
			held = null;
			set(true);
			goToEnd();
		},
		dispose() {
			observer.disconnect();
			scroller.removeEventListener('scroll', onScroll);
			scroller.removeEventListener('wheel', onWheel);
		},
	};
}
