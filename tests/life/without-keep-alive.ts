import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExtensionCopy } from './copy-extension.ts';

/** The call that keeps the background alive, as it is written in the build. */
const CALL = /\bruntime\.getPlatformInfo\(\)/g;

/** Removes the keep-alive from a copy. A test then sees that the browser does kill a background without one. */
export function withoutKeepAlive({ dir }: ExtensionCopy): void {
	const path = join(dir, 'background.js');
	const source = readFileSync(path, 'utf8');
	const calls = source.match(CALL)?.length ?? 0;
	if (calls !== 1) throw new Error(`The background calls getPlatformInfo ${calls} times, not once.`);
	writeFileSync(path, source.replace(CALL, 'undefined'));
}
