// @ts-check
/** `npm run test:chaos -- [--seed N] [--runs K] [--browser chromium|firefox]`: replays seeds, on the extension as built. */
import { parseArgs } from 'node:util';
import { runTool } from '../../scripts/run-tool.mjs';

const { values } = parseArgs({
	options: {
		seed: { type: 'string', default: '1' },
		runs: { type: 'string' },
		browser: { type: 'string', default: 'chromium' },
	},
});

// One seed alone is run once: it is being replayed.
const isReplay = process.argv.some((argument) => argument.startsWith('--seed'));
process.env.LOCKCHAT_CHAOS_SEED = values.seed;
process.env.LOCKCHAT_CHAOS_RUNS = values.runs ?? (isReplay ? '1' : '200');

const args = [
	'test',
	'--config',
	'tests/playwright.config.ts',
	`--project=${values.browser}`,
	'--reporter=list',
];
process.exitCode = (await runTool('@playwright/test', 'playwright', [...args, 'chaos.spec'])) ? 0 : 1;
