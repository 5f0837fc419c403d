import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** The extension as `npm run build` and `npm run build:firefox` leave it; the environment can name another folder. */
export function extensionDir(browser: 'chrome' | 'firefox'): string {
	const output = process.env.LOCKCHAT_EXTENSION_DIR ?? resolve(import.meta.dirname, '../../../.output');
	const dir = resolve(output, `${browser}-mv3`);
	if (existsSync(resolve(dir, 'manifest.json'))) return dir;
	throw new Error(`${dir} holds no extension: run \`npm run build\` and \`npm run build:firefox\` first.`);
}
