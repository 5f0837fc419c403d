import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contrastOf } from '../../e2e/harness/contrast.ts';

const CSS = readFileSync(resolve(import.meta.dirname, '../../../components/ui/theme.css'), 'utf8');

type Colours = Record<string, string>;

/** The colours that the first block after `opening` sets, by their names without `--color-`. */
function coloursOf(opening: string): Colours {
	const start = CSS.indexOf(opening);
	if (start < 0) throw new Error(`theme.css has no ${opening}`);
	const block = CSS.slice(start, CSS.indexOf('}', start));
	return Object.fromEntries(
		Array.from(block.matchAll(/--color-([\w-]+): (#\w+);/g), ([, name = '', colour = '']) => [name, colour]),
	);
}

const light = coloursOf('@theme static {');
const themes = { light, dark: coloursOf('@media (prefers-color-scheme: dark) {') };

/** What the comment at the top of theme.css promises. */
const PROMISED = [
	{ colours: ['text', 'muted'], grounds: ['bg', 'surface', 'surface-2'], ratio: 4.5 },
	{ colours: ['accent', 'danger'], grounds: ['bg', 'surface'], ratio: 4.5 },
	{ colours: ['line'], grounds: ['bg'], ratio: 3 },
];

const pairs = PROMISED.flatMap(({ colours, grounds, ratio }) =>
	colours.flatMap((colour) => grounds.map((ground) => ({ colour, ground, ratio }))),
);

describe.each(Object.entries(themes))('the %s theme', (_, colours) => {
	it.each(pairs)('keeps $ratio:1 for $colour on $ground', ({ colour, ground, ratio }) => {
		expect(contrastOf(colours[colour] ?? '', colours[ground] ?? '')).toBeGreaterThanOrEqual(ratio);
	});

	it('has a colour of its own for every name', () => {
		expect(Object.keys(colours)).toEqual(Object.keys(light));
	});
});

it('case 183: the dark theme is the same whether the system or the user has chosen it', () => {
	expect(coloursOf(':root[data-theme="dark"] {')).toEqual(themes.dark);
});

describe('contrast', () => {
	it.each([
		['#000000', '#ffffff', 21],
		['#777777', '#ffffff', 4.48],
		['rgb(255, 0, 0)', '#ffffff', 4],
		['#123456', '#123456', 1],
	])('of %s on %s is %f', (colour, ground, ratio) => {
		expect(contrastOf(colour, ground)).toBeCloseTo(ratio, 2);
		expect(contrastOf(ground, colour)).toBeCloseTo(ratio, 2);
	});
});
