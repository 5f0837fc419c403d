/**
 * Completes package-lock.json with the optional packages of other platforms.
 *
 * `npm install` leaves out optional packages that its registry does not serve for this machine, and `npm ci`
 * then refuses the lock file everywhere ("Missing: @biomejs/cli-darwin-arm64 from lock file"). Each missing
 * one is written as name and version only, from its parent's `optionalDependencies`: npm fetches it where the
 * platform fits, and later installs keep it.
 *
 * Run after every change of dependencies: `npm run lock`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { completeLock } from './complete-lock.mjs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(await readFile(file, 'utf8'));
const added = completeLock(lock);
if (added.length > 0) await writeFile(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`package-lock.json: ${added.length} optional packages of other platforms added`);
