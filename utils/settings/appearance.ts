import * as v from 'valibot';
import { LANGUAGES, type Language } from './spoken-language.ts';

/** How the extension's pages look. `public/appearance.js` puts it on. */
export interface Appearance {
	theme: 'system' | 'light' | 'dark';
	/** In percent of the size that the browser is set to. */
	textSize: number;
	density: 'normal' | 'compact';
	/** Of the texts. A page takes it on when it is opened: see `interface-language.ts`. */
	language: Language;
}

export const TEXT_SIZES = [85, 100, 115, 130, 150] as const;
export const DEFAULT_APPEARANCE: Readonly<Appearance> = {
	theme: 'system',
	textSize: 100,
	density: 'normal',
	language: 'browser',
};
export const APPEARANCE_VALUES = {
	theme: v.picklist(['system', 'light', 'dark']),
	textSize: v.pipe(v.number(), v.minValue(75), v.maxValue(200)),
	density: v.picklist(['normal', 'compact']),
	language: v.picklist(LANGUAGES),
};

const KEY = 'appearance';

const schema = v.object({
	theme: v.fallback(APPEARANCE_VALUES.theme, DEFAULT_APPEARANCE.theme),
	textSize: v.fallback(APPEARANCE_VALUES.textSize, DEFAULT_APPEARANCE.textSize),
	density: v.fallback(APPEARANCE_VALUES.density, DEFAULT_APPEARANCE.density),
	language: v.fallback(APPEARANCE_VALUES.language, DEFAULT_APPEARANCE.language),
});

export function readAppearance(): Appearance {
	try {
		return v.parse(schema, JSON.parse(localStorage.getItem(KEY) ?? '{}'));
	} catch {
		return DEFAULT_APPEARANCE;
	}
}

/** Stores the choice, and has every open window take it on, this one too. */
export function saveAppearance(appearance: Appearance): void {
	localStorage.setItem(KEY, JSON.stringify(appearance));
	// The browser tells the other windows only.
	window.dispatchEvent(new StorageEvent('storage', { key: KEY }));
}

/**
 * Calls `onChange` after each change, whichever window makes it.
 *
 * @returns a function that ends the watch
 */
export function watchAppearance(onChange: (appearance: Appearance) => void): () => void {
	const listener = ({ key }: StorageEvent) => key === KEY && onChange(readAppearance());
	window.addEventListener('storage', listener);
	return () => window.removeEventListener('storage', listener);
}
