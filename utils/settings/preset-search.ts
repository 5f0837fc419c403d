import { PRESETS, type Preset } from './presets.ts';

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * The presets that a query finds by their name, their makers, their models or their address. Every word must be
 * found, wherever it stands; capital letters, signs, and spaces within names do not count. An empty query finds all
 * of them.
 */
export function searchPresets(
	presets: readonly Preset[],
	query: string,
	nameOf: (preset: Preset) => string,
): Preset[] {
	const words = query
		.split(/\s+/)
		.map(lettersOf)
		.filter((word) => word !== '');
	return presets.filter((preset) => {
		const text = [nameOf(preset), preset.id, preset.words ?? '', preset.url].map(lettersOf).join(' ');
		return words.every((word) => text.includes(word)) || text.includes(lettersOf(query));
	});
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
