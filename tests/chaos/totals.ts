/** Counts over all runs how often each thing was done to the extension. */
export interface Totals {
	count(what: string): void;
	/** One line for each thing, the most frequent first. */
	lines(): string[];
}

export function createTotals(): Totals {
	const counts = new Map<string, number>();
	return {
		count(what) {
			counts.set(what, (counts.get(what) ?? 0) + 1);
		},
		lines: () =>
			[...counts]
				.sort(([, a], [, b]) => b - a)
				.map(([what, count]) => `${String(count).padStart(6)}  ${what}`),
	};
}
