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
	dispose(): void;
}

/**
 * Keeps a growing transcript at its end until the reader scrolls up, and follows it again when the reader returns to
 * the end.
 *
 * The browser tells of growth after it has laid the page out. Writing `scrollTop` at that moment costs no layout of its
 * own, and the new line is never painted out of sight.
 *
 * @param onChange is called when the end goes out of the reader's sight (false), and when it is there again
 */
export function createStickToBottom(
	scroller: HTMLElement,
	content: HTMLElement,
	onChange: (isEndInSight: boolean) => void,
): StickToBottom {
	let isStuck = true;
	let isEndInSight = true;
	let lastTop = 0;
	let held: { find: () => Element | null; top: number } | null = null;

	/**
	 * Whether the end is in view. This needs no new layout if it is called after one: in a scroll event, or when the
	 * browser tells of growth.
	 */
	function isAtEnd(): boolean {
		return scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop <= NEAR_PX;
	}

	function tell(): void {
		const next = isStuck || isAtEnd();
		if (next === isEndInSight) return;
		isEndInSight = next;
		onChange(next);
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
	 * A move up means that the reader has scrolled, because growth and our own scrolling only go down. While an element
	 * is held, our own scrolling goes both ways.
	 *
	 * The reader returns to the end by moving down. Content that becomes shorter, as an answer does when its Markdown
	 * is first drawn, moves the end up to the reader: that does not mean that the reader wants to follow it.
	 */
	function onScroll(): void {
		const top = scroller.scrollTop;
		if (isAtEnd()) isStuck ||= top > lastTop || held !== null;
		else isStuck &&= top >= lastTop && held === null;
		lastTop = top;
		tell();
	}

	/**
	 * The first turn of the wheel stops following at once; otherwise a growing stream would undo it. Where the end is
	 * in view again, a turn down moves nothing and so causes no scroll event: it is noticed here.
	 */
	function onWheel({ deltaY }: WheelEvent): void {
		if (deltaY < 0 && scroller.scrollHeight > scroller.clientHeight) isStuck = false;
		if (deltaY > 0 && !isStuck && isAtEnd()) isStuck = true;
	}

	/**
	 * Goes to the end, and reads the position back at once: the browser has clamped it, and reading it needs no new
	 * layout now. The scroll event that comes later compares with it, to tell whether the reader has scrolled up.
	 */
	function goToEnd(): void {
		scroller.scrollTop = END;
		lastTop = scroller.scrollTop;
	}

	const observer = new ResizeObserver(() => {
		if (held) restore();
		else if (isStuck) goToEnd();
		tell();
	});
	observer.observe(content);
	observer.observe(scroller);
	scroller.addEventListener('scroll', onScroll, { passive: true });
	scroller.addEventListener('wheel', onWheel, { passive: true });

	return {
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
			isStuck = true;
			goToEnd();
			tell();
		},
		dispose() {
			observer.disconnect();
			scroller.removeEventListener('scroll', onScroll);
			scroller.removeEventListener('wheel', onWheel);
		},
	};
}
