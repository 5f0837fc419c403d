// @ts-check
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import {
	Browser,
	computeExecutablePath,
	detectBrowserPlatform,
	install,
	resolveBuildId,
} from '@puppeteer/browsers';

/** @import { BrowserName } from './find-browser.mjs' */

const FIREFOX_CACHE = join(homedir(), '.cache', 'lockchat');

/** Mozilla's own Firefox, since Playwright's is patched and cannot load an extension. */
function downloadedFirefoxes() {
	const platform = detectBrowserPlatform();
	if (!platform) return [];
	try {
		// Each build has a folder of its own, such as `linux-stable_150.0`.
		return readdirSync(join(FIREFOX_CACHE, Browser.FIREFOX)).map((folder) =>
			computeExecutablePath({
				browser: Browser.FIREFOX,
				buildId: folder.slice(folder.indexOf('-') + 1),
				cacheDir: FIREFOX_CACHE,
				platform,
			}),
		);
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
		throw error;
	}
}

/**
 * The path of a browser that was downloaded before, if it was.
 * @param {BrowserName} name
 */
export const downloadedPlaces = (name) =>
	name === 'chromium' ? [chromium.executablePath()] : downloadedFirefoxes();

function downloadChromium() {
	const cli = join(createRequire(import.meta.url).resolve('@playwright/test/package.json'), '..', 'cli.js');
	const { status } = spawnSync(process.execPath, [cli, 'install', 'chromium'], {
		stdio: ['ignore', 'inherit', 'inherit'],
	});
	if (status !== 0) throw new Error(`playwright install ended with ${status}`);
}

async function downloadFirefox() {
	const platform = detectBrowserPlatform();
	if (!platform) throw new Error(`there is no Firefox for ${process.platform} ${process.arch}`);
	const buildId = await resolveBuildId(Browser.FIREFOX, platform, 'stable');
	await install({ browser: Browser.FIREFOX, buildId, cacheDir: FIREFOX_CACHE, platform });
}

/**
 * Downloads a browser for this user only. A failure is written to the console; the tests that need the browser then fail
 * and say that it is missing.
 * @param {BrowserName} name
 */
export async function downloadBrowser(name) {
	console.log(`Downloading ${name} …`);
	try {
		await (name === 'chromium' ? downloadChromium() : downloadFirefox());
	} catch (error) {
		console.log(`The download failed: ${error instanceof Error ? error.message : error}`);
	}
}
