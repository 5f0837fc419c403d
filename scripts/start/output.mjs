// @ts-check
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const given = process.env.LOCKCHAT_EXTENSION_DIR;

/** Where the build is, and where profiles and pictures are left. */
export const output = given ? resolve(given) : resolve(import.meta.dirname, '../../.output');

/** The extension as `npm run build` leaves it. */
export const extension = resolve(output, 'chrome-mv3');

/**
 * Whether the environment names a folder with the built extension, as the tests do: a new build would change files that
 * other tests are using.
 *
 * @throws where there is no extension in the folder that is named
 */
export function isBuiltElsewhere() {
	if (!given) return false;
	if (existsSync(resolve(extension, 'manifest.json'))) return true;
	throw new Error(`LOCKCHAT_EXTENSION_DIR names ${output}, but there is no extension in its chrome-mv3.`);
}
