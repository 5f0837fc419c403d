// @ts-check

/** How many seeds a browser is given unless the command line says otherwise: Firefox takes many times as long for one. */
const DEFAULT_RUNS = new Map([
	['chromium', '200'],
	['firefox', '20'],
]);

/**
 * What `npm run test:chaos` runs, one after the other. With no browser named that is every browser, but for a seed
 * that is replayed: it is one of Chromium's unless it is said to be Firefox's, and is run once.
 * @param {{ seed?: string | undefined, runs?: string | undefined, browser?: string | undefined }} chosen
 * @returns {{ browser: string, seed: string, runs: string }[]}
 * @throws if the browser is unknown: Playwright would find no tests, and not say why
 */
export function campaignsOf({ seed, runs, browser }) {
	const isReplay = seed !== undefined;
	const named = browser ?? (isReplay ? 'chromium' : undefined);
	if (named !== undefined && !DEFAULT_RUNS.has(named)) throw new Error(`“${named}” is no browser of ours.`);
	return [...DEFAULT_RUNS]
		.filter(([name]) => named === undefined || name === named)
		.map(([name, usual]) => ({
			browser: name,
			seed: seed ?? '1',
			runs: runs ?? (isReplay ? '1' : usual),
		}));
}
