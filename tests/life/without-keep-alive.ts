import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExtensionCopy } from './copy-extension.ts';

/** The call that keeps the background alive, as it stands in the build. */
const CALL = /\bruntime\.getPlatformInfo\(\)/g;

/** Takes the keep-alive out of a copy, to see that the browser does kill a background that has none. */
export function withoutKeepAlive({ dir }: ExtensionCopy): void {
	const path = join(dir, 'background.js');
	const source = readFileSync(path, 'utf8');
	const calls = source.match(CALL)?.length ?? 0;
	if (calls !== 1) throw new Error(`The background calls getPlatformInfo ${calls} times, not once.`);
	writeFileSync(path, source.replace(CALL, 'undefined'));
}
