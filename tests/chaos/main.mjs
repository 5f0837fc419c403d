// @ts-check
/**
 * `npm run test:chaos -- [--seed N] [--runs K] [--browser chromium|firefox]`: replays seeds, on the extension as built.
 * Alone it runs 200 seeds in Chromium and then 20 in Firefox.
 */
import { parseArgs } from 'node:util';
import { runTool } from '../../scripts/run-tool.mjs';
import { campaignsOf } from './campaigns.mjs';

const { values } = parseArgs({
	options: { seed: { type: 'string' }, runs: { type: 'string' }, browser: { type: 'string' } },
});

for (const { browser, seed, runs } of campaignsOf(values)) {
	console.log(`${browser}: ${runs} from seed ${seed} on`);
	process.env.LOCKCHAT_CHAOS_SEED = seed;
	process.env.LOCKCHAT_CHAOS_RUNS = runs;
	const project = `--project=${browser}`;
	const args = ['test', '--config', 'tests/playwright.config.ts', project, '--reporter=list', 'chaos.spec'];
	if (!(await runTool('@playwright/test', 'playwright', args))) process.exitCode = 1;
}
