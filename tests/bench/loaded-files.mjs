// @ts-check
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

/** @import { Page } from '@playwright/test' */

/**
 * Notes every file that a page asks for, with the time: milliseconds since the epoch. Call it before the navigation.
 * @param {Page} page
 */
export async function recordLoads(page) {
	const session = await page.context().newCDPSession(page);
	await session.send('Network.enable');
	/** @type {{ url: string, at: number }[]} */
	const loads = [];
	session.on('Network.requestWillBeSent', ({ request, wallTime }) => {
		loads.push({ url: request.url, at: wallTime * 1000 });
	});
	return loads;
}

/** Notes when the first textarea stands in the page: milliseconds from the start of the navigation. Runs in the page. */
export function watchForComposer() {
	new MutationObserver((_, observer) => {
		if (!document.querySelector('textarea')) return;
		window.composerAt = performance.now();
		observer.disconnect();
	}).observe(document, { childList: true, subtree: true });
}

/** When the composer stood there: milliseconds since the epoch, and from the start of the navigation. @param {Page} page */
export async function composerTime(page) {
	await page.waitForFunction(() => window.composerAt !== undefined);
	const { since, took } = await page.evaluate(() => ({
		since: performance.timeOrigin,
		took: window.composerAt,
	}));
	return { at: since + took, took };
}

/**
 * Weighs the extension's own files; a file that was loaded twice counts once.
 * @param {string} dir the built extension @param {readonly { url: string }[]} loads
 * @returns {Promise<{ js: number, css: number, font: number }>} bytes, gzipped
 */
export async function gzippedBytes(dir, loads) {
	const paths = [...new Set(loads.map(({ url }) => new URL(url).pathname))];
	const size = async (/** @type {string} */ ending) => {
		const files = paths.filter((path) => path.endsWith(ending));
		const sizes = await Promise.all(
			files.map(async (path) => gzipSync(await readFile(`${dir}${path}`), { level: 9 }).length),
		);
		return sizes.reduce((sum, bytes) => sum + bytes, 0);
	};
	return { js: await size('.js'), css: await size('.css'), font: await size('.woff2') };
}
