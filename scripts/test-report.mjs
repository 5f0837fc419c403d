// @ts-check
import { readFileSync } from 'node:fs';

/**
 * How many tests of a tool passed and failed, and which were skipped.
 * @typedef {{ passed: number, failed: number, skipped: string[] }} Outcome `skipped` by name
 */

/** @param {string} path */
function readReport(path) {
	try {
		return JSON.parse(readFileSync(path, 'utf8'));
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
		throw error;
	}
}

/**
 * Counts one failure for a tool that failed though none of its tests did (a file could not be loaded, or there is no
 * report), and for a tool that ran no test.
 * @param {Outcome} counted
 * @param {boolean} isSuccess
 * @returns {Outcome}
 */
function addHiddenFailure(counted, isSuccess) {
	const ranNothing = counted.passed + counted.failed === 0;
	const isHidden = counted.failed === 0 && (!isSuccess || ranNothing);
	return isHidden ? { ...counted, failed: 1 } : counted;
}

/**
 * Reads Vitest's JSON report.
 * @param {string} path
 * @param {boolean} isSuccess whether Vitest ended well
 * @returns {Outcome}
 */
export function readVitest(path, isSuccess) {
	/** @type {{ fullName: string, status: string }[]} */
	const tests = (readReport(path)?.testResults ?? []).flatMap(
		(/** @type {{ assertionResults: unknown[] }} */ file) => file.assertionResults,
	);
	const withStatus = (/** @type {string} */ status) => tests.filter((test) => test.status === status);
	const passed = withStatus('passed').length;
	const failed = withStatus('failed').length;
	const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed');
	return addHiddenFailure({ passed, failed, skipped: skipped.map(({ fullName }) => fullName) }, isSuccess);
}

/**
 * A browser test and how it ended.
 * @typedef {{ name: string, status: string, project: string, place: string }} BrowserTest `place` is its file and line
 */

/** @typedef {{ title: string, file: string, line: number, tests: { projectName: string, status: string }[] }} Spec */
/** @typedef {{ title: string, specs?: Spec[], suites?: Suite[] }} Suite */

/** @param {Suite} suite @returns {BrowserTest[]} */
function testsOf({ specs = [], suites = [] }) {
	const own = specs.flatMap(({ title, file, line, tests }) =>
		tests.map(({ projectName, status }) => ({
			name: `${projectName}: ${title}`,
			status,
			project: projectName,
			place: `${file}:${line}`,
		})),
	);
	return [...own, ...suites.flatMap(testsOf)];
}

/** @param {string} path @returns {BrowserTest[]} */
const readTests = (path) => (readReport(path)?.suites ?? []).flatMap(testsOf);

const isFailed = (/** @type {BrowserTest} */ { status }) => status === 'unexpected' || status === 'flaky';

/**
 * The tests that failed, in Playwright's JSON report.
 * @param {string} path
 */
export const failedIn = (path) => readTests(path).filter(isFailed);

/**
 * Reads Playwright's JSON report. A test that Playwright itself has tried twice counts as failed.
 * @param {string} path
 * @param {boolean} isSuccess whether Playwright ended well
 * @returns {Outcome}
 */
export function readPlaywright(path, isSuccess) {
	const tests = readTests(path);
	const skipped = tests.filter(({ status }) => status === 'skipped');
	return addHiddenFailure(
		{
			passed: tests.filter(({ status }) => status === 'expected').length,
			failed: tests.filter(isFailed).length,
			skipped: skipped.map(({ name }) => name),
		},
		isSuccess,
	);
}

/**
 * Which of the tests that failed beside others have passed alone, by the report of the run in which they were alone. One
 * that this run did not reach has not passed.
 * @param {readonly BrowserTest[]} failed
 * @param {string} path
 */
export function passedAlone(failed, path) {
	const ended = readTests(path);
	const isSame = (/** @type {BrowserTest} */ one, /** @type {BrowserTest} */ other) =>
		one.name === other.name && one.place === other.place;
	return failed.filter((test) => {
		const again = ended.filter((other) => isSame(test, other));
		return again.length > 0 && again.every(({ status }) => status === 'expected');
	});
}
