/** So near to the end counts as at the end: fractions of a pixel, and a scroll wheel's last step. */
const NEAR_PX = 24;

/** More than any document is high; the browser clamps it, so that nothing has to be measured. */
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

	/** Only the reader scrolls up; growth and our own writing go down. What is held moves either way. */
	function onScroll(): void {
		const top = scroller.scrollTop;
		const isAtEnd = scroller.scrollHeight - scroller.clientHeight - top <= NEAR_PX;
		if (isAtEnd) set(true);
		else if (top < lastTop || held) set(false);
		lastTop = top;
	}

	/** The first turn of the wheel counts at once: a stream that grows meanwhile would undo it. */
	function onWheel({ deltaY }: WheelEvent): void {
		if (deltaY < 0 && scroller.scrollHeight > scroller.clientHeight) set(false);
	}

	/**
	 * Reads back where the browser clamped the position, while nothing is waiting to be laid out: the scroll event comes
	 * later, and must not take our own way down for the reader's way up.
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
