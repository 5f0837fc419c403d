import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { completeIntegrity, completeLock, withoutIntegrity } from '../../../scripts/complete-lock.mjs';

interface LockedPackage {
	version?: string;
	resolved?: string;
	integrity?: string;
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

	it('has the hash of every package, those of other platforms too', async () => {
		expect(withoutIntegrity(await readLock())).toEqual([]);
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

	it('gives a package without a hash the one of its version, and names those that have none', async () => {
		const lock = await readLock();
		const asked: string[] = [];
		const paths = ['node_modules/@biomejs/cli-darwin-arm64', 'node_modules/@biomejs/cli-darwin-x64'] as const;
		const before = paths.map((path) => ({ ...lock.packages[path] }));
		for (const path of paths) delete lock.packages[path]?.integrity;
		const bare = await completeIntegrity(lock, async (name, version) => {
			asked.push(`${name}@${version}`);
			return name.endsWith('arm64') ? (before[0]?.integrity ?? null) : null;
		});
		expect(asked.toSorted()).toEqual(
			before.map(({ version }, index) => `${paths[index]?.slice('node_modules/'.length)}@${version}`),
		);
		expect(lock.packages[paths[0]]).toEqual(before[0]);
		expect(bare.map(({ path }) => path)).toEqual([paths[1]]);
	});
});
