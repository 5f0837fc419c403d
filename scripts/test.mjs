// @ts-check
/**
 * `npm test`: runs every check there is, and sums them up in the last line. Of the browser tests it runs a part, which
 * LOCKCHAT_SEED chooses; `npm run test:all` runs all of them.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { testSeed } from '../tests/test-seed.mjs';
import { ensureBrowsers } from './browsers.mjs';
import { runTool } from './run-tool.mjs';
import { PARTS, partOfTests } from './test-part.mjs';
import { failedIn, passedAlone, readPlaywright, readVitest } from './test-report.mjs';

/** @import { Outcome } from './test-report.mjs' */

const { values: asked } = parseArgs({ options: { all: { type: 'boolean', default: false } } });
const results = resolve(import.meta.dirname, '../tests/results');
const startedAt = Date.now();
// A seed that is chosen at random is the same for all tools.
process.env.LOCKCHAT_SEED = String(testSeed);
console.log(`LOCKCHAT_SEED=${testSeed}`);

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

/** More failures than this are no matter of what ran beside them. */
const MOST_RUN_AGAIN = 5;

/** The browser tests that failed beside others and passed alone, by name. @type {string[]} */
const beside = [];

const browserReport = join(results, 'playwright.json');

/** @param {readonly string[]} args @param {Parameters<typeof runTool>[3]} options */
function runPlaywright(args, options = {}) {
	rmSync(browserReport, { force: true });
	const config = ['--config', 'tests/playwright.config.ts'];
	return runTool('@playwright/test', 'playwright', ['test', ...config, ...args], options);
}

/**
 * Chooses the part of the browser tests that this run has, and says so.
 * @param {readonly string[]} projects
 * @returns {Promise<{ args: string[], count: number | null }>} the arguments for it, and how many tests it has
 */
async function choosePart(projects) {
	const list = join(results, 'browser-tests.json');
	const isListed = await runPlaywright([...projects, '--list', '--reporter=json'], {
		env: { PLAYWRIGHT_JSON_OUTPUT_FILE: list },
		isSilent: true,
	});
	// What cannot be listed fails when it is run, and is told there.
	if (!isListed) return { args: [], count: null };
	const { lines, all, part } = partOfTests(list, testSeed);
	const chosen = join(results, 'browser-tests.txt');
	writeFileSync(chosen, lines.join('\n'));
	console.log(
		`Part ${part} of ${PARTS}: ${lines.length} of ${all} browser tests. Another LOCKCHAT_SEED chooses others, and npm run test:all runs all.`,
	);
	return { args: ['--test-list', chosen], count: lines.length };
}

/**
 * Runs the few tests that failed once more, with nothing beside them: what fails even so is broken, and what passes is
 * named at the end as a test that needs a machine of its own, which is a fault to find.
 * @param {Outcome} outcome
 * @returns {Promise<Outcome>}
 */
async function runFailedAlone(outcome) {
	const failed = failedIn(browserReport);
	if (failed.length === 0 || failed.length > MOST_RUN_AGAIN || failed.length !== outcome.failed)
		return outcome;
	console.log(`\n── Browser tests that failed, alone: ${failed.length}`);
	const projects = [...new Set(failed.map(({ project }) => `--project=${project}`))];
	const places = [...new Set(failed.map(({ place }) => place))];
	// The pictures of the first failures stay where they are.
	await runPlaywright([...projects, ...places, '--workers=1', `--output=${join(results, 'alone')}`]);
	const passed = passedAlone(failed, browserReport);
	beside.push(...passed.map(({ name }) => name));
	return {
		...outcome,
		passed: outcome.passed + passed.length,
		failed: outcome.failed - passed.length,
	};
}

/** @returns {Promise<Outcome>} */
async function runBrowsers() {
	const { runnable, skipped } = projectsWithout((await ensureBrowsers()).missing);
	if (runnable.length === 0) return { passed: 0, failed: 1, skipped };
	const { args, count } = asked.all ? { args: [], count: null } : await choosePart(runnable);
	const outcome = readPlaywright(browserReport, await runPlaywright([...runnable, ...args]));
	const reached = outcome.passed + outcome.failed + outcome.skipped.length;
	// Playwright says nothing of a test that it does not find by its title.
	if (count !== null && reached < count) {
		console.log(`Not found by their titles: ${count - reached} browser tests.`);
		return {
			...outcome,
			failed: outcome.failed + count - reached,
			skipped: [...outcome.skipped, ...skipped],
		};
	}
	const { skipped: left, ...counted } = await runFailedAlone(outcome);
	return { ...counted, skipped: [...left, ...skipped] };
}

await step('Types', check('typescript', 'tsc', ['--noEmit']));
await step('Lint', check('@biomejs/biome', 'biome', ['check', '--error-on-warnings', '.']));
await step('Dead code', check('knip', 'knip', []));
await step('Unit tests', runUnit);
const hasChrome = await step('Build for Chrome and Edge', check('wxt', 'wxt', ['build']));
const hasFirefox = await step('Build for Firefox', check('wxt', 'wxt', ['build', '-b', 'firefox']));
if (hasChrome && hasFirefox) await step('Browser tests', runBrowsers);
else total.skipped.push('chromium, headed, firefox, life: all tests, as there is no whole build to test');

for (const name of beside) console.log(`Failed beside other tests, and passed alone: ${name}`);
for (const name of total.skipped) console.log(`Skipped: ${name}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped.length} skipped`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
