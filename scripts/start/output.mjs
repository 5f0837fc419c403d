// @ts-check
import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';

const given = process.env.LOCKCHAT_EXTENSION_DIR;

/** Where the build is, and where profiles and pictures are left. */
export const output = given ? resolve(given) : resolve(import.meta.dirname, '../../.output');

/** The extension as `npm run build` and `npm run build:firefox` leave it. */
export const extension = resolve(output, 'chrome-mv3');
export const firefoxExtension = resolve(output, 'firefox-mv3');

/**
 * Whether the environment names a folder with the built extension, as the tests do: a new build would change files that
 * other tests are using.
 *
 * @param {string} folder of the extension
 * @throws where there is no extension in the folder that is named
 */
export function isBuiltElsewhere(folder) {
	if (!given) return false;
	if (existsSync(resolve(folder, 'manifest.json'))) return true;
	throw new Error(
		`LOCKCHAT_EXTENSION_DIR names ${output}, but there is no extension in its ${basename(folder)}.`,
	);
}
