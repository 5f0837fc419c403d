import { createHash } from 'node:crypto';
import { cpSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { extensionDir } from '../e2e/harness/extension-dir.ts';

/** The built extension in a folder of its own, with a page added that drives it from inside. */
export interface ExtensionCopy {
	dir: string;
	id: string;
}

const DRIVER = resolve(import.meta.dirname, 'driver');

/** The id of an extension whose manifest has no key: the first half of the SHA-256 of its path, with the letters a to p as hex digits. */
function idOf(dir: string): string {
	const digest = createHash('sha256').update(dir).digest('hex').slice(0, 32);
	return digest.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}

/**
 * Copies the build for Chromium and adds the driver's files. No built file is changed, not even the manifest, so that the
 * tests run what is shipped.
 *
 * @param dir an absolute path without links, as the extension's id is made from it
 */
export function copyExtension(dir: string): ExtensionCopy {
	cpSync(extensionDir('chrome'), dir, { recursive: true });
	for (const name of readdirSync(DRIVER)) cpSync(join(DRIVER, name), join(dir, name), { errorOnExist: true });
	return { dir, id: idOf(dir) };
}
