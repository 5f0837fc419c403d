// @ts-check
/**
 * `npm run zip`: builds the packages for the stores, and the archive of the sources that Firefox's reviewers ask for.
 * The same sources give the same bytes; `--twice` builds everything a second time and compares.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { runTool } from '../run-tool.mjs';
import { steadyArchive } from './steady-archive.mjs';

const OUTPUT = resolve(import.meta.dirname, '../../.output');

/** Builds all packages from nothing. @returns {Promise<Map<string, { bytes: number, sha256: string }>>} by their names */
async function build() {
	await rm(OUTPUT, { recursive: true, force: true });
	for (const args of [['zip'], ['zip', '-b', 'firefox']])
		if (!(await runTool('wxt', 'wxt', args))) throw new Error(`wxt ${args.join(' ')} failed`);
	const packages = new Map();
	for (const name of (await readdir(OUTPUT)).filter((file) => file.endsWith('.zip')).sort()) {
		await steadyArchive(join(OUTPUT, name));
		const content = await readFile(join(OUTPUT, name));
		packages.set(name, {
			bytes: content.length,
			sha256: createHash('sha256').update(content).digest('hex'),
		});
	}
	return packages;
}

const packages = await build();
console.log();
for (const [name, { bytes, sha256 }] of packages) console.log(`${sha256}  ${name}  ${bytes} bytes`);
if (process.argv.includes('--twice')) {
	const again = await build();
	const different = [...packages].filter(([name, { sha256 }]) => again.get(name)?.sha256 !== sha256);
	for (const [name] of different) console.error(`${name} has other bytes when it is built a second time`);
	if (different.length > 0 || again.size !== packages.size) process.exitCode = 1;
	else console.log('Built a second time: the same bytes');
}
