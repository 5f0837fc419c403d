// @ts-check
import { readFileSync } from 'node:fs';

/** @typedef {{ title: string, file: string, tests: { projectName: string }[] }} Spec */
/** @typedef {{ title: string, specs?: Spec[], suites?: Suite[] }} Suite */

/** In how many parts `npm test` divides the browser tests, of which it runs one: all of them take half an hour. */
export const PARTS = 8;

/**
 * A test as a line of Playwright's `--test-list`.
 * @param {Spec} spec @param {string} project @param {readonly string[]} groups the titles around it
 */
const lineOf = ({ file, title }, project, groups) => [`[${project}]`, file, ...groups, title].join(' › ');

/** @param {Suite} suite @param {readonly string[]} groups @returns {string[]} */
function linesOf({ specs = [], suites = [] }, groups = []) {
	const own = specs.flatMap((spec) => spec.tests.map(({ projectName }) => lineOf(spec, projectName, groups)));
	// A group without a title is none for `--test-list`.
	const titled = (/** @type {Suite} */ { title }) => (title === '' ? groups : [...groups, title]);
	return [...own, ...suites.flatMap((suite) => linesOf(suite, titled(suite)))];
}

/**
 * One part of all browser tests: every eighth test, so that every project and every long file has its share of it. The
 * parts of eight seeds in a row are all tests.
 * @param {string} path Playwright's JSON report of `--list`
 * @param {number} seed
 * @returns {{ lines: string[], all: number, part: number }} `lines` for `--test-list`, and `part` from 1 on
 */
export function partOfTests(path, seed) {
	/** @type {{ suites: Suite[] }} */
	const { suites } = JSON.parse(readFileSync(path, 'utf8'));
	const all = suites.flatMap((suite) => linesOf(suite));
	const at = ((seed % PARTS) + PARTS) % PARTS;
	return { lines: all.filter((_, index) => index % PARTS === at), all: all.length, part: at + 1 };
}
