// @ts-check
import { readlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { output } from './output.mjs';

/** @import { StartOptions } from './options.mjs' */

/** Where a browser keeps what was set up in it. @param {StartOptions} options */
export function profileOf({ browser, isHeadless }) {
	const name = browser === 'firefox' ? 'profile-firefox' : 'profile';
	return resolve(output, isHeadless ? `${name}-headless` : name);
}

/** Links that a browser leaves in a profile that it uses: they end with its process id, of Chromium and of Firefox. */
const LOCKS = ['SingletonLock', 'lock'];

/** @param {number} id */
function isAlive(id) {
	try {
		return process.kill(id, 0);
	} catch (error) {
		// It may be another user's.
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}

/**
 * Whether a browser uses this profile. Windows has no such links; there the browser itself refuses to start twice.
 * @param {string} profile
 */
export function isInUse(profile) {
	return LOCKS.some((name) => {
		try {
			const owner = Number(/\d+$/.exec(readlinkSync(join(profile, name)))?.[0]);
			return owner > 0 && isAlive(owner);
		} catch {
			return false;
		}
	});
}
