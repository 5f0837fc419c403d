import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** The extension as `npm run build` and `npm run build:firefox` leave it. */
export function extensionDir(browser: 'chrome' | 'firefox'): string {
	const dir = resolve(import.meta.dirname, '../../../.output', `${browser}-mv3`);
	if (existsSync(resolve(dir, 'manifest.json'))) return dir;
	throw new Error(`${dir} holds no extension: run \`npm run build\` and \`npm run build:firefox\` first.`);
}
