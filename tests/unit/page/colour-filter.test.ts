// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { effectOfFilter } from '../../../utils/page/collect/colour-filter.ts';

const RED = { r: 200, g: 40, b: 40, alpha: 1 };

/** What a filter makes of red, in whole numbers. */
function seen(filter: string) {
	const effect = effectOfFilter(filter, document.createElement('p'));
	if (!effect) return null;
	const { r, g, b, alpha } = effect(RED);
	return [...[r, g, b].map(Math.round), Number(alpha.toFixed(2))];
}

describe('case 340: what filters make of colours', () => {
	// What Chromium and Firefox paint on a canvas with these filters, give or take one.
	it.each([
		['brightness(2)', [255, 80, 80, 1]],
		['brightness(1e+07)', [255, 255, 255, 1]],
		['brightness(2e-1)', [40, 8, 8, 1]],
		['contrast(0)', [128, 128, 128, 1]],
		['grayscale(1)', [74, 74, 74, 1]],
		['hue-rotate(180deg)', [0, 108, 108, 1]],
		['hue-rotate(0.5turn)', [0, 108, 108, 1]],
		['invert(1)', [55, 215, 215, 1]],
		['invert(50%)', [128, 128, 128, 1]],
		['opacity(0.3)', [200, 40, 40, 0.3]],
		['saturate(0)', [74, 74, 74, 1]],
		['sepia(1)', [117, 104, 81, 1]],
		['brightness(0) invert(1) opacity(0.5)', [255, 255, 255, 0.5]],
		['blur(2px) invert(1) drop-shadow(rgb(0, 0, 0) 0px 0px 2px)', [55, 215, 215, 1]],
	])('%s', (filter, colour) => {
		expect(seen(filter)).toEqual(colour);
	});

	it.each([
		'blur(3px)',
		'drop-shadow(rgb(0, 0, 0) 1px 1px 2px)',
		'url("#none") invert(1)',
		'swirl(2)',
		'constructor(1)',
		'url("#((invert(1)")',
		'',
	])('nothing is known of “%s”', (filter) => {
		expect(seen(filter)).toBeNull();
	});
});
