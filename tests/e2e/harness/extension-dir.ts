import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * The folder of the extension as `npm run build` and `npm run build:firefox` leave it, or another one that is given
 * here or named by the environment.
 */
export function extensionDir(
	browser: 'chrome' | 'firefox',
	output = process.env.LOCKCHAT_EXTENSION_DIR ?? resolve(import.meta.dirname, '../../../.output'),
): string {
	const dir = resolve(output, `${browser}-mv3`);
	if (existsSync(resolve(dir, 'manifest.json'))) return dir;
	throw new Error(`${dir} holds no extension: run \`npm run build\` and \`npm run build:firefox\` first.`);
}
