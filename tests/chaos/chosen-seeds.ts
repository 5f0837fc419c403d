/**
 * The seeds that the command line chose, else the first few.
 * @throws if one of them is not a number: otherwise nothing would be run, and nothing found
 */
export function chosenSeeds(defaultRuns: number): { first: number; runs: number } {
	const { LOCKCHAT_CHAOS_SEED: first = '1', LOCKCHAT_CHAOS_RUNS: runs = String(defaultRuns) } = process.env;
	return { first: wholeNumber(first), runs: wholeNumber(runs) };
}

function wholeNumber(text: string): number {
	if (!/^[1-9]\d*$/.test(text)) throw new Error(`“${text}” is no number of seeds or runs.`);
	return Number(text);
}
