import * as v from 'valibot';

/** How the extension's pages look. `public/appearance.js` puts it on. */
export interface Appearance {
	theme: 'system' | 'light' | 'dark';
	/** In percent of the size that the browser is set to. */
	textSize: number;
	density: 'normal' | 'compact';
}

export const TEXT_SIZES = [85, 100, 115, 130, 150] as const;
const DEFAULT: Appearance = { theme: 'system', textSize: 100, density: 'normal' };
const KEY = 'appearance';

const schema = v.fallback(
	v.object({
		theme: v.fallback(v.picklist(['system', 'light', 'dark']), DEFAULT.theme),
		textSize: v.fallback(v.pipe(v.number(), v.minValue(75), v.maxValue(200)), DEFAULT.textSize),
		density: v.fallback(v.picklist(['normal', 'compact']), DEFAULT.density),
	}),
	DEFAULT,
);

export function readAppearance(): Appearance {
	try {
		return v.parse(schema, JSON.parse(localStorage.getItem(KEY) ?? '{}'));
	} catch {
		return DEFAULT;
	}
}

/** Stores the choice, and has every open window take it on, this one too. */
export function saveAppearance(appearance: Appearance): void {
	localStorage.setItem(KEY, JSON.stringify(appearance));
	// The browser tells the other windows only.
	window.dispatchEvent(new StorageEvent('storage', { key: KEY }));
}
