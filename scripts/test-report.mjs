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

/** @typedef {{ title: string, specs?: { title: string, tests: { projectName: string, status: string }[] }[], suites?: Suite[] }} Suite */

/** @param {Suite} suite @returns {{ name: string, status: string }[]} */
function testsOf({ specs = [], suites = [] }) {
	const own = specs.flatMap(({ title, tests }) =>
		tests.map(({ projectName, status }) => ({ name: `${projectName}: ${title}`, status })),
	);
	return [...own, ...suites.flatMap(testsOf)];
}

/**
 * Reads Playwright's JSON report. A flaky test, which passed only in a second try, counts as failed.
 * @param {string} path
 * @param {boolean} isSuccess whether Playwright ended well
 * @returns {Outcome}
 */
export function readPlaywright(path, isSuccess) {
	const tests = (readReport(path)?.suites ?? []).flatMap(testsOf);
	const withStatus = (/** @type {string} */ status) =>
		tests.filter((/** @type {{ status: string }} */ test) => test.status === status);
	return addHiddenFailure(
		{
			passed: withStatus('expected').length,
			failed: withStatus('unexpected').length + withStatus('flaky').length,
			skipped: withStatus('skipped').map((/** @type {{ name: string }} */ { name }) => name),
		},
		isSuccess,
	);
}
