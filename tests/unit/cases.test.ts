import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDERS = ['components', 'docs', 'entrypoints', 'scripts', 'tests', 'utils'];
const TEXT_FILE = /\.(ts|tsx|mjs|md|css|html)$/;
const TEST_FILE = /\.(test|spec)\.tsx?$/;

/** The label of a `switch`. It looks like a citation, but is none. */
const SWITCH_LABEL = /^\s*case \d+:/gm;
/** What may stand between a word and its number. In a comment that may also be the end of a line and the next star. */
const GAP = String.raw`[\s/*]+`;
const CITATION = new RegExp(
	String.raw`\bcases?(?:${GAP}|-)(\d+(?:(?:,|,?${GAP}(?:and|to|or)|–)(?:${GAP})?\d+)*)(?![a-z\d])`,
	'gi',
);

/**
 * The numbers that a text cites: `case 35`, `case-30-401-string`, `cases 42 and 44`, `cases 51, 52, 53`, and of
 * `cases 2 to 14` all from 2 to 14.
 */
function readCitations(text: string): number[] {
	return [...text.replaceAll(SWITCH_LABEL, '').matchAll(CITATION)].flatMap(([, list = '']) =>
		[...list.matchAll(/(\d+)(?:\D*?(?:\bto\b|–)\D*?(\d+))?/g)].flatMap(([, from, to = from]) =>
			Array.from({ length: Number(to) - Number(from) + 1 }, (_, step) => Number(from) + step),
		),
	);
}

/** The numbered lines of a Markdown text, in its order. */
function readNumbers(markdown: string): number[] {
	return [...markdown.matchAll(/^(\d+)\. \S/gm)].map(([, number]) => Number(number));
}

async function listFiles(): Promise<string[]> {
	const found = await Promise.all(
		FOLDERS.map(async (folder) => {
			const entries = await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true });
			return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
		}),
	);
	return [...found.flat(), join(ROOT, 'README.md')].filter(
		(path) => TEXT_FILE.test(path) && path !== import.meta.filename,
	);
}

const cases = readNumbers(await readFile(join(ROOT, 'tests/cases.md'), 'utf8'));
const files = await Promise.all(
	(await listFiles()).map(async (path) => ({
		path: relative(ROOT, path),
		cited: readCitations(await readFile(path, 'utf8')),
	})),
);

describe('the cases', () => {
	it('are numbered upwards, each number once, and from 1 to 68 without a gap', () => {
		expect(cases.slice(0, 68)).toEqual(Array.from({ length: 68 }, (_, index) => index + 1));
		expect(cases).toEqual([...new Set(cases)].sort((a, b) => a - b));
	});

	it('hold every number that is cited anywhere', () => {
		const unknown = files.flatMap(({ path, cited }) =>
			cited.filter((number) => !cases.includes(number)).map((number) => `${path}: case ${number}`),
		);
		expect(unknown).toEqual([]);
	});

	it('are each cited by a test', () => {
		const cited = new Set(files.filter(({ path }) => TEST_FILE.test(path)).flatMap((file) => file.cited));
		expect(cases.filter((number) => !cited.has(number))).toEqual([]);
	});
});

describe('a citation', () => {
	it.each([
		['of one case', "it('case 35: has failed')", [35]],
		['of a model of the local server', "model: 'case-30-401-string'", [30]],
		['of two', '(cases 42 and 44)', [42, 44]],
		['of several', '`e2e/headed/idle`: cases 51, 52, 53, 59', [51, 52, 53, 59]],
		[
			'of a range and more',
			'/** Cases 3 to 5, 23 and 47–49: what chunks carry. */',
			[3, 4, 5, 23, 47, 48, 49],
		],
		['that goes over lines', '/** As in cases\n * 7 and\n * 8. */', [7, 8]],
		['beside a label of a switch', '\tcase 404: // see case 41', [41]],
		['of none', 'in case 5xx: lowercase 7, cases, 3 of them', []],
	])('is read %s', (_, text, numbers) => {
		expect(readCitations(text)).toEqual(numbers);
	});
});
