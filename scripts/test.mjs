// @ts-check
/** `npm test`: runs every check there is, and sums them up in the last line. */
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureBrowsers } from './browsers.mjs';
import { runTool } from './run-tool.mjs';
import { readPlaywright, readVitest } from './test-report.mjs';

/** @import { Outcome } from './test-report.mjs' */

const results = resolve(import.meta.dirname, '../tests/results');
const startedAt = Date.now();

/** @type {Outcome} */
const total = { passed: 0, failed: 0, skipped: [] };

/** @param {string} what @param {() => Promise<Outcome>} run */
async function step(what, run) {
	console.log(`\n── ${what} (${Math.round((Date.now() - startedAt) / 1000)} s)`);
	const outcome = await run();
	total.passed += outcome.passed;
	total.failed += outcome.failed;
	total.skipped.push(...outcome.skipped);
	console.log(
		`${what}: ${outcome.passed} passed, ${outcome.failed} failed, ${outcome.skipped.length} skipped`,
	);
	return outcome.failed === 0;
}

/**
 * A check that passes or fails as a whole.
 * @param {string} name @param {string} tool @param {readonly string[]} args
 */
const check = (name, tool, args) => async () => {
	const isSuccess = await runTool(name, tool, args);
	return { passed: isSuccess ? 1 : 0, failed: isSuccess ? 0 : 1, skipped: [] };
};

/** @returns {Promise<Outcome>} */
async function runUnit() {
	const report = join(results, 'vitest.json');
	rmSync(report, { force: true });
	const args = ['run', '--config', 'tests/vitest.config.ts', '--reporter=default', '--reporter=json'];
	return readVitest(report, await runTool('vitest', 'vitest', [...args, `--outputFile.json=${report}`]));
}

/**
 * Playwright's projects with what each needs. A project that lacks something is skipped, and the output names it.
 * @param {readonly string[]} missing
 */
function projectsWithout(missing) {
	const needs = {
		chromium: ['chromium'],
		headed: ['chromium', 'Xvfb', 'xdotool', 'import'],
		firefox: ['firefox'],
		life: ['chromium', 'firefox', 'Xvfb', 'xdotool', 'import'],
	};
	const isLinux = process.platform === 'linux';
	/** @type {{ runnable: string[], skipped: string[] }} */
	const sorted = { runnable: [], skipped: [] };
	for (const [project, needed] of Object.entries(needs)) {
		const lacking = needed.filter((tool) => missing.includes(tool));
		if (needed.includes('Xvfb') && !isLinux)
			sorted.skipped.push(`${project}: all tests, as they need Linux and its X server`);
		else if (lacking.length > 0)
			sorted.skipped.push(`${project}: all tests, for want of ${lacking.join(', ')}`);
		else sorted.runnable.push(`--project=${project}`);
	}
	return sorted;
}

/** @returns {Promise<Outcome>} */
async function runBrowsers() {
	const { runnable, skipped } = projectsWithout((await ensureBrowsers()).missing);
	if (runnable.length === 0) return { passed: 0, failed: 1, skipped };
	const report = join(results, 'playwright.json');
	rmSync(report, { force: true });
	const args = ['test', '--config', 'tests/playwright.config.ts', ...runnable];
	const outcome = readPlaywright(report, await runTool('@playwright/test', 'playwright', args));
	return { ...outcome, skipped: [...outcome.skipped, ...skipped] };
}

await step('Types', check('typescript', 'tsc', ['--noEmit']));
await step('Lint', check('@biomejs/biome', 'biome', ['check', '--error-on-warnings', '.']));
await step('Unit tests', runUnit);
const hasChrome = await step('Build for Chrome and Edge', check('wxt', 'wxt', ['build']));
const hasFirefox = await step('Build for Firefox', check('wxt', 'wxt', ['build', '-b', 'firefox']));
if (hasChrome && hasFirefox) await step('Browser tests', runBrowsers);
else total.skipped.push('chromium, headed, firefox, life: all tests, as there is no whole build to test');

for (const name of total.skipped) console.log(`Skipped: ${name}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped.length} skipped`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
