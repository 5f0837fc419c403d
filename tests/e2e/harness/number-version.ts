import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * Gives the extension in a folder another number, by which browsers tell an update from a reload.
 *
 * @returns the number before
 */
export function numberVersion(dir: string, version: string): string {
	const path = resolve(dir, 'manifest.json');
	const manifest = JSON.parse(readFileSync(path, 'utf8'));
	writeFileSync(path, JSON.stringify({ ...manifest, version }));
	return manifest.version;
}
