import { PRESETS, type Preset } from './presets.ts';
import { createWordSearch } from './word-search.ts';

/** The presets that a query names: by their name, their makers, their models or their address. */
export function searchPresets(
	presets: readonly Preset[],
	query: string,
	nameOf: (preset: Preset) => string,
): Preset[] {
	const isFound = createWordSearch(query);
	return presets.filter((preset) => isFound([nameOf(preset), preset.id, preset.words ?? '', preset.url]));
}

const BLANK = /\{\w+\}/g;

/** Whether the address has blanks that the user must fill in before anything can be sent to it. */
export function hasBlank({ url }: Preset): boolean {
	return url.search(BLANK) !== -1;
}

function isAt({ url }: Preset, typed: string): boolean {
	const parts = url.split(BLANK).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	return new RegExp(`^${parts.join('[^/]+')}$`).test(typed);
}

/**
 * The preset of a typed address, whether its blanks are filled in or not. If two presets share an address, the one
 * with that name.
 */
export function presetAt(url: string, name: string, nameOf: (preset: Preset) => string): Preset | undefined {
	const there = PRESETS.filter((preset) => isAt(preset, url));
	return there.find((preset) => nameOf(preset) === name) ?? there[0];
}
