// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createStickToBottom } from '../../../components/chat/transcript/stick-to-bottom.ts';

/** A box of 100 px with a content of any height, which scrolls as a browser's does; nothing here is laid out. */
function scrollBox() {
	let top = 0;
	let height = 300;
	let grow = (): void => undefined;
	vi.stubGlobal(
		'ResizeObserver',
		class {
			constructor(onResize: () => void) {
				grow = onResize;
			}
			observe(): void {
				// The browser's first report comes after the layout; `growTo` makes it.
			}
			disconnect(): void {
				grow = () => undefined;
			}
		},
	);
	const scroller = document.createElement('div');
	Object.defineProperties(scroller, {
		clientHeight: { value: 100 },
		scrollHeight: { get: () => height },
		scrollTop: {
			get: () => top,
			set: (next: number) => {
				const clamped = Math.max(0, Math.min(next, height - 100));
				if (clamped === top) return;
				top = clamped;
				scroller.dispatchEvent(new Event('scroll'));
			},
		},
	});
	return {
		scroller,
		growTo(next: number) {
			height = next;
			grow();
		},
	};
}

describe('sticking to the end', () => {
	let box: ReturnType<typeof scrollBox>;
	let changes: boolean[];
	let stick: ReturnType<typeof createStickToBottom>;

	beforeEach(() => {
		box = scrollBox();
		changes = [];
		stick = createStickToBottom(box.scroller, document.createElement('div'), (isEndInSight) =>
			changes.push(isEndInSight),
		);
		box.growTo(300);
		return () => stick.dispose();
	});

	it('begins at the end and follows what grows', () => {
		expect(box.scroller.scrollTop).toBe(200);
		box.growTo(500);
		expect(box.scroller.scrollTop).toBe(400);
		expect(changes).toEqual([]);
	});

	it('lets go of a reader who scrolls up, and leaves him alone', () => {
		box.scroller.scrollTop = 120;
		box.growTo(600);
		expect(box.scroller.scrollTop).toBe(120);
		expect(changes).toEqual([false]);
	});

	it('lets go at the first turn of the wheel, before anything has moved', () => {
		box.scroller.dispatchEvent(new WheelEvent('wheel', { deltaY: -1 }));
		box.growTo(600);
		expect(box.scroller.scrollTop).toBe(200);
	});

	it('takes hold again where the reader comes back to the end', () => {
		box.scroller.scrollTop = 50;
		box.scroller.scrollTop = 190;
		box.growTo(400);
		expect(box.scroller.scrollTop).toBe(300);
		expect(changes).toEqual([false, true]);
	});

	it('takes hold again when it is told to', () => {
		box.scroller.scrollTop = 50;
		stick.jump();
		expect(box.scroller.scrollTop).toBe(200);
		expect(changes).toEqual([false, true]);
	});

	it('does not mistake a content that shrinks for a reader who scrolls', () => {
		box.growTo(500);
		box.growTo(250);
		box.scroller.scrollTop = 150;
		box.growTo(700);
		expect(box.scroller.scrollTop).toBe(600);
		expect(changes).toEqual([]);
	});

	it('does not follow again for a reader to whom a shorter content has brought the end, until he goes down himself', () => {
		box.growTo(900);
		box.scroller.scrollTop = 500;
		expect(changes).toEqual([false]);
		box.growTo(400);
		box.scroller.scrollTop = 300;
		expect(changes).toEqual([false, true]);
		box.growTo(700);
		expect(box.scroller.scrollTop).toBe(300);
		expect(changes).toEqual([false, true, false]);
		box.growTo(400);
		box.scroller.dispatchEvent(new WheelEvent('wheel', { deltaY: 1 }));
		box.growTo(800);
		expect(box.scroller.scrollTop).toBe(700);
	});

	it('ends with its window', () => {
		stick.dispose();
		box.growTo(900);
		expect(box.scroller.scrollTop).toBe(200);
	});

	it('keeps a held element where it is, and goes to the end again only when it is let go', () => {
		const held = document.createElement('button');
		let place = 250;
		held.getBoundingClientRect = () => new DOMRect(0, place - box.scroller.scrollTop, 10, 10);
		box.scroller.scrollTop = 200;
		stick.hold(() => held);
		place = 400;
		box.growTo(900);
		expect(box.scroller.scrollTop).toBe(350);
		box.growTo(1000);
		expect(box.scroller.scrollTop).toBe(350);
		stick.release();
		box.growTo(1100);
		expect(box.scroller.scrollTop).toBe(350);
		stick.jump();
		expect(box.scroller.scrollTop).toBe(1000);
	});
});
