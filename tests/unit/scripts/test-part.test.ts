import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { partOfTests } from '../../../scripts/test-part.mjs';

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'lockchat-list-'));
});
afterEach(() => rm(folder, { recursive: true }));

const file = 'chromium/one.spec.ts';
const spec = (title: string, ...projects: string[]) => ({
	title,
	file,
	tests: projects.map((projectName) => ({ projectName })),
});

/** A report of `--list` with ten tests: some in groups, one in two projects. */
async function listOfTen() {
	const path = join(folder, 'list.json');
	const groups = [
		{
			title: 'a group',
			specs: [spec('d', 'chromium')],
			suites: [{ title: 'in a group', specs: ['e', 'f', 'g', 'h'].map((title) => spec(title, 'chromium')) }],
		},
	];
	const specs = [spec('a', 'chromium'), spec('b', 'chromium', 'headed'), spec('c', 'chromium')];
	const other = { title: 'life/two.spec.ts', specs: [{ ...spec('i', 'life'), file: 'life/two.spec.ts' }] };
	await writeFile(path, JSON.stringify({ suites: [{ title: file, specs, suites: groups }, other] }));
	return path;
}

describe('the part of the browser tests that `npm test` runs', () => {
	it('is every eighth, with its project, its file and the titles around it', async () => {
		expect(partOfTests(await listOfTen(), 0)).toEqual({
			lines: [`[chromium] › ${file} › a`, `[chromium] › ${file} › a group › in a group › h`],
			all: 10,
			part: 1,
		});
		expect(partOfTests(await listOfTen(), 1).lines).toEqual([
			`[chromium] › ${file} › b`,
			'[life] › life/two.spec.ts › i',
		]);
	});

	it('is another with the next seed, and eight in a row are all tests, each once', async () => {
		const path = await listOfTen();
		for (const first of [0, 20_260_105, -6, 2 ** 31 - 8]) {
			const parts = [0, 1, 2, 3, 4, 5, 6, 7].map((more) => partOfTests(path, first + more));
			const lines = parts.flatMap((part) => part.lines);
			expect(lines).toHaveLength(10);
			expect(new Set(lines).size).toBe(10);
			expect(parts.map(({ part }) => part).toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
		}
	});
});
