/** The seeds that the command line chose, else the first few. */
export function chosenSeeds(defaultRuns: number): { first: number; runs: number } {
	const { LOCKCHAT_CHAOS_SEED: first = '1', LOCKCHAT_CHAOS_RUNS: runs = defaultRuns } = process.env;
	return { first: Number(first), runs: Number(runs) };
}
