import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { extensionDir } from './extension-dir.ts';

/** Firefox for Android has no browser windows; the pages and the background of the desktop's find none either. */
const WITHOUT_WINDOWS = "Object.defineProperty(browser, 'windows', { value: undefined });\n";

/**
 * Copies the build for Firefox into `output`, so that the desktop's Firefox gives it what Firefox for Android does: that
 * browser ignores these keys of a manifest and this permission, and has none of the APIs behind them. (Sources: MDN,
 * “Browser support for JavaScript APIs” and “Browser compatibility for manifest.json”.)
 */
export async function asOnAndroid(output: string): Promise<void> {
	const dir = resolve(output, 'firefox-mv3');
	await rm(output, { recursive: true, force: true });
	await cp(extensionDir('firefox'), dir, { recursive: true });
	const path = resolve(dir, 'manifest.json');
	const { commands, omnibox, sidebar_action, permissions, ...manifest } = JSON.parse(
		await readFile(path, 'utf8'),
	);
	const known = permissions.filter((name: string) => name !== 'contextMenus');
	await writeFile(path, JSON.stringify({ ...manifest, permissions: known }));
	for (const name of ['background.js', 'appearance.js']) {
		const script = resolve(dir, name);
		await writeFile(script, WITHOUT_WINDOWS + (await readFile(script, 'utf8')));
	}
}
