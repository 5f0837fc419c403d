import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { completeLock } from '../../../scripts/complete-lock.mjs';

interface LockedPackage {
	version?: string;
	resolved?: string;
	optionalDependencies?: Record<string, string>;
}

async function readLock(): Promise<{ packages: Record<string, LockedPackage> }> {
	return JSON.parse(await readFile(new URL('../../../package-lock.json', import.meta.url), 'utf8'));
}

/** Where Node looks for what the package at `path` requires. */
function placesFor(path: string, name: string): string[] {
	const folders = path
		.split('/node_modules/')
		.map((_, index, parts) => parts.slice(0, index + 1).join('/node_modules/'));
	return ['', ...folders].map((folder) => `${folder === '' ? '' : `${folder}/`}node_modules/${name}`);
}

describe('package-lock.json', () => {
	it('has an entry for every optional package, those of other platforms too', async () => {
		const { packages } = await readLock();
		const wanted = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
			Object.keys(optionalDependencies).map((name) => ({ path, name })),
		);
		const missing = wanted.filter(
			({ path, name }) => !placesFor(path, name).some((place) => packages[place]),
		);
		expect(wanted.length).toBeGreaterThan(50);
		expect(missing).toEqual([]);
	});

	it('gets nothing more from `npm run lock`', async () => {
		expect(completeLock(await readLock())).toEqual([]);
	});

	it('names no address: packages come from whichever registry is set up', async () => {
		const { packages } = await readLock();
		expect(Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
	});
});

describe('npm run lock', () => {
	it('brings an optional package of another platform back, with its version and platform', async () => {
		const lock = await readLock();
		const path = 'node_modules/@biomejs/cli-darwin-arm64';
		const before = lock.packages[path];
		delete lock.packages[path];
		expect(completeLock(lock)).toEqual([path]);
		expect(lock.packages[path]).toMatchObject({
			version: before?.version,
			optional: true,
			os: ['darwin'],
			cpu: ['arm64'],
		});
	});
});
