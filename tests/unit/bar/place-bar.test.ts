import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceOutside, placeBar } from '../../../utils/bar/page/place-bar.ts';

const VIEW = { left: 0, top: 0, width: 800, height: 600 };
const BAR = { width: 300, height: 40 };
const caret = (left: number, top: number) => ({ left, top, width: 0, height: 20 });
const forward = { view: VIEW, isBackward: false };

describe('the place of the bar (case 272)', () => {
	it('is below the end of a selection, or above where the user has selected backwards', () => {
		expect(placeBar(caret(400, 300), BAR, forward)).toEqual({ left: 250, top: 328, isMenuAbove: true });
		expect(placeBar(caret(400, 300), BAR, { view: VIEW, isBackward: true })).toMatchObject({ top: 252 });
	});

	it('is on the other side where there is no room', () => {
		expect(placeBar(caret(400, 570), BAR, forward)).toMatchObject({ top: 522, isMenuAbove: true });
		expect(placeBar(caret(400, 5), BAR, { view: VIEW, isBackward: true })).toMatchObject({ top: 33 });
	});

	it('is within what the user sees of a window that is zoomed into', () => {
		const view = { left: 300, top: 200, width: 320, height: 240 };
		expect(placeBar(caret(310, 420), BAR, { view, isBackward: false })).toMatchObject({
			left: 308,
			top: 372,
		});
	});

	it('is always inside of the window, as far as it fits in there', () => {
		const size = fc.record({
			width: fc.integer({ min: 20, max: 500 }),
			height: fc.integer({ min: 20, max: 80 }),
		});
		const end = fc.record({
			left: fc.integer({ min: -5_000, max: 5_000 }),
			top: fc.integer({ min: -5_000, max: 5_000 }),
			width: fc.integer({ min: 0, max: 900 }),
			height: fc.integer({ min: 0, max: 900 }),
		});
		const window = fc.record({
			left: fc.integer({ min: 0, max: 500 }),
			top: fc.integer({ min: 0, max: 500 }),
			width: fc.integer({ min: 240, max: 2_000 }),
			height: fc.integer({ min: 120, max: 1_500 }),
		});
		fc.assert(
			fc.property(end, size, window, fc.boolean(), (at, bar, view, isBackward) => {
				const { left, top } = placeBar(at, bar, { view, isBackward });
				expect(left).toBeGreaterThanOrEqual(view.left);
				expect(top).toBeGreaterThanOrEqual(view.top);
				if (bar.width <= view.width - 16)
					expect(left + bar.width).toBeLessThanOrEqual(view.left + view.width);
				expect(top + bar.height).toBeLessThanOrEqual(view.top + view.height);
			}),
		);
	});

	it('tells how far the end of the selection has been scrolled away', () => {
		expect(distanceOutside(caret(400, 300), VIEW)).toBe(0);
		expect(distanceOutside(caret(400, -120), VIEW)).toBe(100);
		expect(distanceOutside(caret(400, 700), VIEW)).toBe(100);
		expect(distanceOutside(caret(900, 300), VIEW)).toBe(100);
	});
});
