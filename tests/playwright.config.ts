import { defineConfig } from '@playwright/test';

/**
 * Real browsers with the built extension. Playwright tries nothing again: a test that passes at times is a failing test.
 * `scripts/test.mjs` runs the few that failed once more with nothing beside them, and names those that pass then.
 */
export default defineConfig({
	testDir: 'e2e',
	outputDir: 'results/artifacts',
	// Each test has a browser, a server and a screen of its own, and much of the time one waits. Three at a time have made
	// tests fail on two cores: a thread's own time grows when it has to share them.
	workers: 2,
	retries: 0,
	forbidOnly: Boolean(process.env.CI),
	// Limits for what hangs. Starting a browser takes seconds where two cores do everything, and a busy machine is
	// no failure of the test.
	timeout: 120_000,
	expect: { timeout: 30_000 },
	reporter: [['list'], ['json', { outputFile: 'results/playwright.json' }]],
	use: { screenshot: 'only-on-failure', trace: 'off' },
	projects: [
		{ name: 'chromium', testMatch: 'chromium/**/*.spec.ts' },
		{ name: 'headed', testMatch: 'headed/**/*.spec.ts' },
		{ name: 'firefox', testMatch: 'firefox/**/*.spec.ts' },
		{ name: 'life', testMatch: 'life/**/*.spec.ts' },
	],
});
