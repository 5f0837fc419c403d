/**
 * Completes package-lock.json with the optional packages of other platforms, and with the hashes it lacks.
 *
 * `npm install` leaves out optional packages that its registry does not serve for this machine, and `npm ci`
 * then refuses the lock file everywhere ("Missing: @biomejs/cli-darwin-arm64 from lock file"). Each missing
 * one is written as name and version, from its parent's `optionalDependencies`, and with the hash that the registry
 * gives for it: npm fetches it where the platform fits, and later installs keep it. No package is without a hash
 * today; one that the registry does not know is named when this runs.
 *
 * Run after every change of dependencies: `npm run lock`.
 */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { completeIntegrity, completeLock } from './complete-lock.mjs';

const run = promisify(execFile);

/** Asks whichever registry npm is set up with. Which one that was does not get into the file. */
async function integrityOf(name, version) {
	const npm = process.env.npm_execpath;
	if (!npm) throw new Error('Run this by npm: npm run lock');
	try {
		const { stdout } = await run(process.execPath, [npm, 'view', `${name}@${version}`, 'dist.integrity']);
		return stdout.trim() || null;
	} catch (error) {
		console.warn(`${name}@${version}: ${error.message}`);
		return null;
	}
}

const file = new URL('../package-lock.json', import.meta.url);
const before = await readFile(file, 'utf8');
const lock = JSON.parse(before);
const added = completeLock(lock);
const bare = await completeIntegrity(lock, integrityOf);
const after = `${JSON.stringify(lock, null, 2)}\n`;
if (after !== before) await writeFile(file, after);
console.log(`package-lock.json: ${added.length} optional packages of other platforms added`);
for (const { name, version } of bare) console.log(`Without a hash: ${name}@${version}`);
