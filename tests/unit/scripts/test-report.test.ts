import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failedIn, passedAlone, readPlaywright, readVitest } from '../../../scripts/test-report.mjs';

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'lockchat-report-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function reportOf(value: unknown) {
	const path = join(folder, 'report.json');
	await writeFile(path, JSON.stringify(value));
	return path;
}

const unit = (...statuses: string[]) =>
	reportOf({
		testResults: [{ assertionResults: statuses.map((status) => ({ fullName: `is ${status}`, status })) }],
	});

const spec = (status: string, line = 1) => ({
	title: `is ${status}`,
	file: 'firefox/one.spec.ts',
	line,
	tests: [{ projectName: 'firefox', status }],
});
const browser = (...statuses: string[]) =>
	reportOf({
		suites: [
			{
				title: 'file',
				specs: [],
				suites: [{ title: 'group', specs: statuses.map((status) => spec(status)) }],
			},
		],
	});

describe('the sum of unit tests', () => {
	it('names whatever neither passed nor failed', async () => {
		const path = await unit('passed', 'passed', 'failed', 'pending', 'todo');
		expect(readVitest(path, false)).toEqual({ passed: 2, failed: 1, skipped: ['is pending', 'is todo'] });
	});

	it('has a failure where the tool failed but no test did: a file that does not load', async () => {
		expect(readVitest(await unit('passed'), false)).toEqual({ passed: 1, failed: 1, skipped: [] });
	});

	it('has a failure where nothing ran, or there is no report', async () => {
		expect(readVitest(await unit('skipped'), true)).toMatchObject({ passed: 0, failed: 1 });
		expect(readVitest(join(folder, 'none.json'), true)).toMatchObject({ passed: 0, failed: 1 });
	});
});

describe('the sum of browser tests', () => {
	it('finds tests in groups, and counts a flaky one as failed', async () => {
		const path = await browser('expected', 'expected', 'unexpected', 'flaky', 'skipped');
		expect(readPlaywright(path, false)).toEqual({ passed: 2, failed: 2, skipped: ['firefox: is skipped'] });
	});

	it('has a failure where there is no report', () => {
		expect(readPlaywright(join(folder, 'none.json'), true)).toMatchObject({ passed: 0, failed: 1 });
	});

	const named = (title: string, status: string, line = 1) => ({ ...spec(status, line), title });
	const reported = (...specs: object[]) => reportOf({ suites: [{ title: 'file', specs }] });

	it('tells where the failed ones stand, so that they can be run again', async () => {
		const path = await reported(named('opens', 'unexpected', 7), named('asks', 'expected', 9));
		expect(failedIn(path)).toEqual([
			{ name: 'firefox: opens', status: 'unexpected', project: 'firefox', place: 'firefox/one.spec.ts:7' },
		]);
	});

	it('lets pass alone only what has passed alone: neither what failed again nor what was not reached', async () => {
		const path = await reported(
			named('opens', 'unexpected'),
			named('asks', 'unexpected'),
			named('shows', 'unexpected'),
			named('ends', 'unexpected'),
		);
		const failed = failedIn(path);
		await reported(
			named('opens', 'expected'),
			named('asks', 'unexpected'),
			named('shows', 'skipped'),
			named('ends', 'expected', 2),
		);
		expect(passedAlone(failed, path).map(({ name }) => name)).toEqual(['firefox: opens']);
		expect(passedAlone(failed, join(folder, 'none.json'))).toEqual([]);
	});
});
