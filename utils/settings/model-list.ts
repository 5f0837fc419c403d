/** What a Lockchat server serves when nobody says otherwise. */
export const USUAL_MODELS = ['gpt-4', 'gpt-3.5-turbo'];

/** Model names from a text: parted by commas or line ends, trimmed, each once, in their order. */
export function parseModelList(text: string): string[] {
	const names = text
		.split(/[,\n\r]/)
		.map((name) => name.trim())
		.filter((name) => name !== '');
	return [...new Set(names)];
}
