import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { extensionDir } from './extension-dir.ts';

/**
 * Copies a build into `output`, with access to every site, as a user gives it in the browser's prompt: a
 * headless browser shows no prompt, and no click on the toolbar gives `activeTab`. Nothing else is changed.
 *
 * @param allowed other permissions that the user has given in the same way
 */
export async function withHostAccess(
	output: string,
	allowed: readonly string[] = [],
	browser: 'chrome' | 'firefox' = 'chrome',
): Promise<void> {
	const dir = resolve(output, `${browser}-mv3`);
	await rm(output, { recursive: true, force: true });
	await cp(extensionDir(browser), dir, { recursive: true });
	const path = resolve(dir, 'manifest.json');
	const manifest = JSON.parse(await readFile(path, 'utf8'));
	const permissions = [...manifest.permissions, ...allowed];
	await writeFile(path, JSON.stringify({ ...manifest, permissions, host_permissions: ['<all_urls>'] }));
}
