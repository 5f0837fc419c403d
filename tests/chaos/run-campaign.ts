import type { Endpoint } from '../../utils/lockchat/types.ts';
import type { SeededSettings } from '../e2e/harness/seed-settings.ts';
import type { LockchatServer } from '../lockchat-server/types.ts';
import { MODEL_NAME } from './answer-requests.ts';
import type { ChaosBrowser } from './browser/chaos-browser.ts';
import { STALL_SECONDS } from './check/limits.ts';
import { type RunReport, runSeed } from './run-seed.ts';
import { createTotals } from './totals.ts';

/** A campaign ends after this many failed runs, since more would tell nothing new. */
const MAX_FAILED = 5;

export interface Campaign {
	browser: ChaosBrowser;
	server: LockchatServer;
	endpoint: Endpoint;
	seed(settings: SeededSettings): Promise<void>;
	/** How many seeds are run, from `first` on. */
	first: number;
	runs: number;
}

/** Runs seed after seed in one browser, prints each, and returns the reports of those that failed. */
export async function runCampaign({
	browser,
	server,
	endpoint,
	seed,
	first,
	runs,
}: Campaign): Promise<string[]> {
	await seed({
		endpoints: [{ ...endpoint, models: [MODEL_NAME] }],
		preferences: { stallSeconds: STALL_SECONDS },
	});
	const desk = await browser.open('options.html');
	const totals = createTotals();
	const failed: string[] = [];
	for (let number = first; number < first + runs && failed.length < MAX_FAILED; number += 1) {
		const startedAt = Date.now();
		const report = await runSeed({ browser, desk, server, totals }, number);
		const outcome =
			report.problems.length === 0 ? 'kept every promise' : `${report.problems.length} problems`;
		console.log(`seed ${number}: ${outcome}, ${report.log.length} steps in ${Date.now() - startedAt} ms`);
		if (report.problems.length > 0) failed.push(printed(report));
		if (report.problems.length > 0 || runs === 1) console.log(printed(report));
	}
	console.log(totals.lines().join('\n'));
	return failed;
}

function printed({ seed, log, problems }: RunReport): string {
	return [`Seed ${seed}:`, ...problems.map((problem) => `- ${problem}`), ...log].join('\n');
}
